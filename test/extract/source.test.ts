import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {shortPath} from '../../src/config/yamlFile.ts';
import {ProblemsError} from '../../src/config/problems.ts';
import {openWorkshop, type Workshop} from './workshop.ts';

let workshop: Workshop;
beforeAll(async () => {
  workshop = await openWorkshop();
});
afterAll(() => workshop.close());

/** The mistakes in a source.yaml, without the name of the file at their head. */
async function mistakesIn(yaml: string): Promise<string[]> {
  try {
    await workshop.source(yaml);
    return [];
  } catch (error) {
    if (!(error instanceof ProblemsError)) throw error;
    const place = shortPath(`${workshop.folder}/source.yaml`);
    return error.problems.map((problem) => {
      expect(problem.startsWith(place), `${problem} begins with ${place}`).toBe(true);
      return problem.slice(place.length).replace(/^, /, '');
    });
  }
}

const complaint = (fields: string) => `kind: files\nfiles: x.csv\nrecords:\n  complaint: {received_at: d, ${fields}}\n`;

describe('readSource', () => {
  it('reads a source in which nothing is wrong', async () => {
    const source = await workshop.source(
      complaint('complaint_id: 编号, customer_id: {columns: [a, " b "], join: "|"}')
    );
    const fields = source.records[0]!.mapping.fields.map(({field, origin}) => [field.name, origin]);
    expect(Object.fromEntries(fields)).toEqual({
      received_at: {from: 'columns', parts: [['d']], join: ' ', optional: false},
      complaint_id: {from: 'columns', parts: [['编号']], join: ' ', optional: false},
      customer_id: {from: 'columns', parts: [['a'], ['b']], join: '|', optional: false}
    });
  });

  it('numbers the rows where a record has no identifier', async () => {
    const source = await workshop.source(complaint('department: x'));
    const id = source.records[0]!.mapping.fields.find(({field}) => field.name === 'complaint_id');
    expect(id?.origin).toEqual({from: 'row_number'});
  });

  it.each([
    [
      'an unknown setting',
      `${complaint('department: x')}fils: y.csv\n`,
      ['fils: unknown setting; did you mean "files"?']
    ],
    [
      'an unknown setting of a field',
      complaint('department: {colum: x, column: y}'),
      ['records.complaint.department.colum: unknown setting; did you mean "column"?']
    ],
    [
      'an unknown field',
      complaint('departement: x'),
      ['records.complaint.departement: complaint has no such field; did you mean "department"?']
    ],
    [
      'an unknown record kind',
      'kind: files\nfiles: x.csv\nrecords: {complaints: {received_at: d}}\n',
      [
        'records.complaints: unknown record kind; did you mean "complaint"?',
        'records: missing; map at least one record kind'
      ]
    ],
    [
      'an unknown kind of source',
      'kind: file\nfiles: x.csv\nrecords: {complaint: {received_at: d}}\n',
      ['kind: got "file"; did you mean "files"?']
    ],
    [
      'an unknown encoding',
      `${complaint('department: x')}encoding: gb2312\n`,
      ['encoding: got "gb2312"; there is utf-8, utf-16le, utf-16be, gb18030']
    ],
    [
      'a required field without a mapping',
      'kind: files\nfiles: x.csv\nrecords: {complaint: {complaint_id: x}}\n',
      ['records.complaint.received_at: missing; it is required: when the customer said it']
    ],
    ['no files', 'kind: files\nrecords: {complaint: {received_at: d}}\n', ['files: missing; say which files to read']],
    ['no records', 'kind: files\nfiles: x.csv\nrecords: {}\n', ['records: missing; map at least one record kind']],
    ['nothing at all', 'kind: files\n', ['records: missing; expected record']],
    [
      'no generator',
      'kind: generated\nrecords: {complaint: {received_at: d}}\n',
      ['generator: missing; expected string']
    ],
    [
      'a token that no date has',
      complaint('resolved_at: {column: x, formats: "%Y-%m-%q"}'),
      [
        'records.complaint.resolved_at.formats: the date format "%Y-%m-%q" has "%q"; known are %Y %y %m %d %H %I %M %S %f %p %b %B %z and %%, and %excel alone'
      ]
    ],
    [
      'a format without a year',
      complaint('resolved_at: {column: x, formats: "%m月%d日"}'),
      [
        'records.complaint.resolved_at.formats: the date format "%m月%d日" must have a year (%Y), a month (%m) and a day (%d); where the texts name no year, set year beside formats'
      ]
    ],
    [
      'a year that no format needs',
      complaint('resolved_at: {column: x, year: 2026, formats: ["%Y-%m-%d"]}'),
      [
        'records.complaint.resolved_at.year: no format lacks a year; leave year out, or give a format without %Y such as %m月%d日'
      ]
    ],
    [
      'formats of what is no date',
      complaint('department: {column: x, formats: "%Y-%m-%d"}'),
      ['records.complaint.department.formats: department is no date; leave formats out']
    ],
    [
      'two origins at once',
      complaint('department: {column: x, constant: y}'),
      ['records.complaint.department: give exactly one of column, columns, constant or generate']
    ],
    [
      'no origin',
      complaint('department: {nulls: [x]}'),
      ['records.complaint.department: give exactly one of column, columns, constant or generate']
    ],
    [
      'a constant that breaks the contract',
      complaint('kind: {constant: complain}'),
      ['records.complaint.kind.constant: "complain" is not a valid kind (unknown_code); did you mean "complaint"?']
    ],
    [
      'a value that breaks the contract',
      complaint('is_valid: {column: x, values: {有: true, 无: maybe}}'),
      ['records.complaint.is_valid.values.无: "maybe" is not a valid is_valid (not_a_flag)']
    ],
    [
      'an otherwise that breaks the contract',
      complaint('channel: {column: x, otherwise: web}'),
      ['records.complaint.channel.otherwise: "web" is not a valid channel (unknown_code); did you mean "fax"?'].map(
        (line) => line.replace(/; did.*/, '')
      )
    ],
    [
      'an unknown time zone',
      complaint('resolved_at: {column: x, time_zone: Asia/Peking}'),
      ['records.complaint.resolved_at.time_zone: "Asia/Peking" is not an IANA time zone such as Asia/Shanghai']
    ],
    [
      'a delimiter of two signs',
      `${complaint('department: x')}delimiter: "||"\n`,
      ['delimiter: Too big: expected string to have exactly 1 characters, got "||"']
    ]
  ])('tells of %s', async (_, yaml, mistakes) => {
    const found = await mistakesIn(yaml);
    expect(found.map((line, i) => (mistakes[i]?.endsWith(')') ? line.replace(/; (did|there).*/, '') : line))).toEqual(
      mistakes
    );
  });

  it('tells of everything at once', async () => {
    const found = await mistakesIn(
      complaint('departement: x, kind: {constant: y}, resolved_at: {column: z, formats: "%Y"}')
    );
    expect(found.map((line) => line.split(': ')[0])).toEqual([
      'records.complaint.departement',
      'records.complaint.kind.constant',
      'records.complaint.resolved_at.formats'
    ]);
  });

  it('checks a constant against the bounds of its field', async () => {
    expect(await mistakesIn(complaint('affected_share: {constant: 5}'))).toEqual([
      'records.complaint.affected_share.constant: "5" is not a valid affected_share (out_of_range)'
    ]);
    expect(await mistakesIn(complaint('resolved_at: {constant: 1900-01-01}'))).toEqual([
      'records.complaint.resolved_at.constant: "1900-01-01" is not a valid resolved_at (out_of_range)'
    ]);
  });

  it('shows where YAML itself is broken', async () => {
    const [first] = await mistakesIn('kind: files\nfiles: [x.csv\nrecords: {}\n');
    expect(first).toMatch(/^: not YAML: .* at line \d+, column \d+/);
  });
});

describe('a mapping and a file', () => {
  it.each([
    [
      'a column that is not there',
      '编号,投诉日期 ,部门\n',
      ['records.complaint.received_at: expected a column of x.csv, got "日期"; did you mean "投诉日期"?']
    ],
    ['a column with blanks at its end', '编号,日期  ,部门\n', []],
    [
      'a kept column that is not there',
      '编号,日期,部门\n',
      ['keep: expected a column of x.csv, got "备注"; there is 编号, 日期, 部门']
    ]
  ])('%s', async (what, header, mistakes) => {
    const keep = what.startsWith('a kept') ? 'keep: [备注]\n' : '';
    await workshop.write('x.csv', header);
    const source = await workshop.source(
      `kind: files\nfiles: x.csv\n${keep}records: {complaint: {complaint_id: 编号, received_at: '日期 '}}\n`
    );
    const found = await workshop.extract(source).then(
      () => [],
      (error: unknown) => (error as ProblemsError).problems.map((line) => line.slice(line.indexOf(', ') + 2))
    );
    expect(found.map((line) => line.replace(/; there is 编号, 投诉日期, 部门/, '; did you mean "投诉日期"?'))).toEqual(
      mistakes
    );
  });
});
