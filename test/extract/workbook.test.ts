import fc from 'fast-check';
import {gzipSync} from 'node:zlib';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {z} from 'zod';
import {cleanText} from '../../src/contract/cleanText.ts';
import {defineContract} from '../../src/contract/contract.ts';
import {recordNumber} from '../../src/contract/fields.ts';
import {plainNumber} from '../../src/extract/workbookCell.ts';
import {
  NO_REFERENCE,
  NOT_AVAILABLE,
  dated,
  editPart,
  failed,
  lockedWorkbook,
  makeWorkbook,
  type Made,
  type MadeOptions,
  type MadeSheet
} from './makeWorkbook.ts';
import {gb18030} from '../run/gb18030.ts';
import {openWorkshop, type Workshop} from './workshop.ts';

let workshop: Workshop;
beforeAll(async () => {
  workshop = await openWorkshop();
});
afterAll(() => workshop.close());

/** Lands files; of each the rows as `number: 编号/部门/日期` and what was rejected. */
async function land(files: Record<string, string | Uint8Array>, settings = '', fields = '') {
  for (const [name, content] of Object.entries(files)) await workshop.write(name, content);
  const names = Object.keys(files).map((name) => JSON.stringify(name));
  const source = await workshop.source(
    `kind: files\nfiles: [${names.join(', ')}]\n${settings}\nrecords:\n  complaint:\n    complaint_id: 编号\n    department: {column: 部门, optional: true}\n    received_at: {column: [日期, 受理日期, 登记日期]}\n${fields}`
  );
  const loads = await workshop.extract(source);
  const landed = await Promise.all(
    loads.map(async (load) => {
      const rows = await workshop.landed(load, 'complaint');
      const {rows_read, rejected} = load.records['complaint']!;
      expect(rows_read, 'every row that was read is landed or rejected').toBe(rows.length + rejected.length);
      return {
        rows: rows.map(
          ({_row, complaint_id, department, received_at}) =>
            `${String(_row)}: ${[complaint_id, department, received_at].map((value) => text(value)).join('/')}`
        ),
        rejected: rejected.map(({row, reason}) => `${row}: ${reason}`),
        unmapped: load.unmapped
      };
    })
  );
  return Object.fromEntries(landed.map((one, i) => [loads[i]!.file, one]));
}

async function landOne(
  sheets: MadeSheet | readonly MadeSheet[],
  settings = '',
  options: MadeOptions = {},
  fields = ''
) {
  const found = await land({'x.xlsx': makeWorkbook(sheets, options)}, settings, fields);
  return found['x.xlsx']!;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

const HEADER = ['编号', '部门', '日期'];

const CELLS: readonly (readonly [what: string, value: Made, expected: string])[] = [
  ['a text with leading zeros', '007', '007'],
  ['a text that looks like a number', '1E10', '1E10'],
  ['a large number', 1.2e10, '12000000000'],
  ['a share', 0.85, '0.85'],
  ['a sum with the noise of binary fractions', 0.1 + 0.2, '0.3'],
  ['a yes', true, 'TRUE'],
  ['a text that a formula gave', {t: 's', v: '工程部', f: '"工程"&"部"'}, '工程部'],
  ['a number that a formula gave', {t: 'n', v: 42, f: '6*7'}, '42'],
  ['a text over two lines', 'a\nb', 'a\nb'],
  ['quotation marks and commas', '"a",b', '"a",b'],
  ['a rich text', {t: 's', v: '加急', r: '<r><t>加</t></r><r><rPr><b/></rPr><t>急</t></r>'}, '加急'],
  ['a date', dated(46_086, 'yyyy"年"m"月"d"日";@'), '2026-03-05 00:00:00'],
  ['a date with a time', dated(46_086.375), '2026-03-05 09:00:00'],
  ['a time that falls short of its minute', dated(46_086.3784722222), '2026-03-05 09:05:00'],
  ['a time that falls short of midnight', dated(46_086.999999), '2026-03-06 00:00:00'],
  ['a time of day', dated(0.375, 'h:mm'), '09:00:00'],
  ['a day before the year that was no leap year', dated(59, 'yyyy-mm-dd'), '1900-02-27 00:00:00'],
  ['a negative number shown as a date', dated(-5), '-5'],
  ['a number shown with a unit', dated(3, '0"d"'), '3']
];

describe('a cell', () => {
  it.each(['xlsx', 'xls', 'xlsb', 'xlml'] as const)('of .%s reads as it is shown', async (as) => {
    const rows = CELLS.map(([, value], i) => [`r${i}`, value, '2026-03-05']);
    const found = await landOne({rows: [HEADER, ...rows]}, '', {as});
    const expected = CELLS.map(([what, , read], i) => [what, `${i + 2}: r${i}/${read}/2026-03-05`]);
    expect(CELLS.map(([what], i) => [what, found.rows[i]])).toEqual(expected);
  });

  it('with a phone number as a number reads as the phone number', async () => {
    await workshop.write(
      'phone.xlsx',
      makeWorkbook({
        rows: [
          ['日期', '电话'],
          ['1', 13_800_138_000]
        ]
      })
    );
    await workshop.write('phone.csv', '日期,电话\n1,13800138000\n');
    const source = await workshop.source(
      'kind: files\nfiles: phone.*\nrecords: {complaint: {received_at: 日期, customer_phone: 电话}}\n'
    );
    const phones: unknown[] = [];
    for (const load of await workshop.extract(source))
      phones.push(...(await workshop.landed(load, 'complaint')).map((row) => row['customer_phone']));
    expect(phones).toHaveLength(2);
    expect(phones[0]).toBe(phones[1]);
  });

  it('reads every line end within it as a line feed', async () => {
    const rows = [HEADER, ['a', 'x\r\ny', '1'], ['b', 'x\ry', '2'], ['c', 'x\ny', '3']];
    expect((await landOne({rows}, '', {as: 'xls'})).rows).toEqual(['2: a/x\ny/1', '3: b/x\ny/2', '4: c/x\ny/3']);
  });

  it('counts from 1904 where the workbook does', async () => {
    for (const as of ['xlsx', 'xls'] as const) {
      const {rows} = await landOne({rows: [HEADER, ['a', 'b', dated(46_086.375 - 1462)]]}, '', {as, is1904: true});
      expect(rows, as).toEqual(['2: a/b/2026-03-05 09:00:00']);
    }
  });

  it.each([14, 22, 27, 28, 31, 57, 58])('with the built-in date format %i of Chinese Excel', async (id) => {
    const made = makeWorkbook({rows: [HEADER, ['a', dated(46_086, 'yyyy'), dated(46_087, 'yyyy')]]});
    const styled = editPart(made, '/xl/styles.xml', (text) =>
      text.replace(
        /numFmtId="\d+"(?= fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"\/><\/cellXfs>)/,
        `numFmtId="${id}"`
      )
    );
    expect(styled.equals(made)).toBe(false);
    const {'x.xlsx': found} = await land({'x.xlsx': styled});
    expect(found!.rows).toEqual(['2: a/2026-03-05 00:00:00/2026-03-06 00:00:00']);
  });

  it.each([
    [0, '0'],
    [-0, '0'],
    [13_800_138_000, '13800138000'],
    [1e21, '1000000000000000000000'],
    [-1.5e-7, '-0.00000015'],
    [0.30000000000000004, '0.3'],
    [123_456_789_012_345, '123456789012345'],
    [2 / 3, '0.666666666666667']
  ])('with the number %d reads %s', (value, expected) => {
    expect(plainNumber(value)).toBe(expected);
  });
});

describe('a sheet', () => {
  it('is read below its titles, with the numbers that its rows have in it', async () => {
    const rows = [
      ['2026年3月投诉台账'],
      [],
      ['单位：客服中心', null, '制表：王'],
      HEADER,
      ['a', '工程部', '1'],
      [],
      ['b', '客服部', '2']
    ];
    expect(await landOne({rows, merged: ['A1:C1']})).toEqual({
      rows: ['5: a/工程部/1', '7: b/客服部/2'],
      rejected: [],
      unmapped: []
    });
  });

  it('is read from the header row that is given', async () => {
    const rows = [HEADER, ['旧', '旧', '旧'], HEADER, ['a', 'x', '1']];
    expect((await landOne({rows}, 'header_row: 3')).rows).toEqual(['4: a/x/1']);
    expect((await landOne({rows}, 'header_row: 1')).rows).toHaveLength(3);
  });

  it('has names over two rows, some of them in merged cells', async () => {
    const rows = [
      ['编号', '处理', null],
      [null, '部门', '日期'],
      ['a', 'x', '1']
    ];
    const merged = ['A1:A2', 'B1:C1'];
    expect((await landOne({rows, merged})).rows).toEqual(['3: a/x/1']);
    expect((await landOne({rows, merged}, 'header_row: 1')).rows).toEqual(['3: a/x/1']);
  });

  it('fills a cell that is merged over several rows into each of them', async () => {
    const rows = [
      HEADER,
      ['a', '工程部', '1'],
      ['b', null, '2'],
      ['c', null, '3'],
      ['d', null, '4'],
      [null, null, null]
    ];
    expect((await landOne({rows, merged: ['B2:B4', 'A5:A6', 'B5:B6', 'C5:C6']})).rows).toEqual([
      '2: a/工程部/1',
      '3: b/工程部/2',
      '4: c/工程部/3',
      '5: d//4'
    ]);
  });

  it('holds nothing where it only says so', async () => {
    const claimed = await landOne({
      rows: [HEADER, ['a', 'x', '1'], [' ', '\u3000', null], ['b', 'y', '2']],
      claimedRows: 65_000
    });
    expect(claimed.rows).toEqual(['2: a/x/1', '4: b/y/2']);
    expect((await landOne({rows: [HEADER]})).rows).toEqual([]);
  });

  it('lists columns without a name among those that no field reads', async () => {
    const {unmapped} = await landOne({
      rows: [
        [...HEADER, null, '备注'],
        ['a', 'x', '1', '?'],
        ['b', 'x', '1', null, null, null, '!']
      ]
    });
    expect(unmapped).toEqual(['column_4', '备注', 'column_7']);
  });

  it.each([
    ['', ['2: second//1']],
    ['sheet: 三月', ['2: third//1']],
    ['sheet: 1', ['2: first//1']]
  ])('is chosen by %j', async (settings, expected) => {
    const sheet = (name: string, id: string, isHidden = false): MadeSheet => {
      return {
        name,
        rows: [
          ['编号', '日期'],
          [id, '1']
        ],
        isHidden
      };
    };
    const sheets = [
      sheet('隐藏', 'first', true),
      {name: '空', rows: []},
      sheet('二月', 'second'),
      sheet('三月', 'third')
    ];
    expect((await landOne(sheets, settings)).rows).toEqual(expected);
  });

  it.each<[string, readonly MadeSheet[], string, RegExp]>([
    [
      'no such name',
      [{name: '二月', rows: [HEADER]}],
      'sheet: 一月',
      /x\.xlsx: there is no sheet "一月"; did you mean "二月"\?/
    ],
    ['no such number', [{name: '二月', rows: [HEADER]}], 'sheet: 2', /x\.xlsx: expected a sheet 2, got 1: 二月/],
    ['nothing', [{rows: []}], '', /x\.xlsx: the workbook is empty/],
    [
      'an empty header row',
      [{rows: [HEADER]}],
      'header_row: 7',
      /x\.xlsx, row 7 of the sheet Sheet1: expected the names/
    ],
    [
      'other names',
      [{rows: [['投诉台账'], ['序号', '受理人'], ['1', '张三']]}],
      '',
      /expected one of the columns that are read, such as 编号, 部门, 日期, .*, in the first rows of the sheet Sheet1, got 序号, 受理人; set sheet, header_row/
    ],
    [
      'no names at all, of which nothing is shown',
      [
        {
          rows: [
            ['张三', '13800138000', '2026-03-05'],
            ['李四', 13_900_139_000, 46_086]
          ]
        }
      ],
      '',
      /sheet Sheet1; no row looks like such names; set [^张李138]*$/
    ]
  ])('with %s is refused', async (_, sheets, settings, message) => {
    await expect(landOne(sheets, settings)).rejects.toThrow(message);
  });
});

describe('an error in a cell', () => {
  const rows = [
    [...HEADER, '备注'],
    ['a', 'x', '1', failed(NOT_AVAILABLE)],
    ['b', failed(NOT_AVAILABLE), failed(NO_REFERENCE)],
    ['c', 'y', '3']
  ];

  it('sets its row aside, with its place, where a field reads it', async () => {
    for (const as of ['xlsx', 'xls'] as const) {
      const {rows: good, rejected} = await landOne({rows}, '', {as});
      expect(good).toEqual(['2: a/x/1', '4: c/y/3']);
      expect(rejected).toEqual(['3: cell B3 holds the error #N/A; cell C3 holds the error #REF!']);
    }
  });

  it('is nothing where the source says so', async () => {
    expect(await landOne({rows}, "nulls: ['#N/A', '#REF!']")).toMatchObject({
      rows: ['2: a/x/1', '3: b//', '4: c/y/3'],
      rejected: []
    });
    expect((await landOne({rows}, "nulls: ['#N/A']")).rejected).toEqual(['3: cell C3 holds the error #REF!']);
  });
});

describe('a file', () => {
  const rows = [HEADER, ['a', '工程部', dated(46_086.375)]];
  const expected = ['2: a/工程部/2026-03-05 09:00:00'];
  /** Of 1995, in GBK: placeholders of the same number of bytes stand for what the library can't write. */
  const oldest = () => {
    const signs = (text: string) => gb18030(text).toString('latin1');
    const made = makeWorkbook(
      {
        name: 'S',
        rows: [
          ['AAAA', 'BBBB', 'CCCC'],
          ['a', 'DDDDDD', dated(46_086.375)]
        ]
      },
      {as: 'biff5'}
    );
    const text = ['编号', '部门', '日期', '工程部'].reduce(
      (bytes, word, i) => bytes.replace('ABCD'.charAt(i).repeat(signs(word).length), signs(word)),
      made.toString('latin1')
    );
    const coded = Buffer.from(text, 'latin1');
    // The record that names the code page, which is GBK.
    coded.writeUInt16LE(936, coded.indexOf(Buffer.from([0x42, 0, 2, 0])) + 4);
    return coded;
  };
  const page =
    '<html><head><meta http-equiv="Content-Type" content="text/html; charset=gb2312"></head><body><table>' +
    '<tr><td colspan="3">投诉&nbsp;台账</td></tr><tr><th>编号</th><th>部门</th><th>日期</th></tr>' +
    '<tr><td>007</td><td rowspan="2">工程部&amp;客服部</td><td>2026/3/5</td></tr><tr><td>008</td><td>2026-3-6</td></tr></table></body></html>';

  it.each<[string, () => Uint8Array, readonly string[]]>([
    ['new.xlsx', () => makeWorkbook({rows}), expected],
    ['macros.xlsm', () => makeWorkbook({rows}, {as: 'xlsm'}), expected],
    ['zipped.xlsx.gz', () => gzipSync(makeWorkbook({rows})), expected],
    ['old.xls', () => makeWorkbook({rows}, {as: 'xls'}), expected],
    ['oldest.xls', oldest, expected],
    ['xml.xls', () => makeWorkbook({rows}, {as: 'xlml'}), expected],
    ['page.xls', () => gb18030(page), ['3: 007/工程部&客服部/2026/3/5', '4: 008/工程部&客服部/2026-3-6']],
    [
      'page-utf8.xls',
      () => Buffer.from(page.replace('; charset=gb2312', '')),
      ['3: 007/工程部&客服部/2026/3/5', '4: 008/工程部&客服部/2026-3-6']
    ]
  ])('%s is read', async (name, made, rowsOf) => {
    expect((await land({[name]: made()}))[name]?.rows).toEqual(rowsOf);
  });

  it.each<[string, () => Uint8Array, RegExp]>([
    ['has a password', lockedWorkbook, /x\.xlsx: the workbook has a password; save it without one/],
    [
      'is cut off',
      () => makeWorkbook({rows}).subarray(0, 3000),
      /x\.xlsx: expected a workbook, got a file that is broken/
    ],
    ['is broken inside', () => editPart(makeWorkbook({rows}), '/xl/workbook.xml', () => 'oh'), /x\.xlsx: .*broken/],
    ['is a page without a table', () => Buffer.from('<p>404 Not Found</p>'), /x\.xlsx: .*(?:broken|empty)/],
    [
      'is CSV',
      () => Buffer.from('编号,部门,日期\na,b,c\n'),
      /x\.xlsx: expected a workbook, got plain text; let its name end in \.csv/
    ],
    ['is empty', () => Buffer.alloc(0), /x\.xlsx: expected a workbook, got plain text/]
  ])('that %s is refused', async (_, made, message) => {
    await expect(land({'x.xlsx': made()})).rejects.toThrow(message);
  });

  it('has its own header, whatever that of the others is', async () => {
    const month = (header: string[], row: Made[]) => makeWorkbook({rows: [['台账'], header, row]});
    const found = await land({
      '01.xlsx': month(['编号', '日期', '部门'], ['a', '1', 'x']),
      '02.xls': month(['受理日期', '部门', '编号'], ['2', 'y', 'b']),
      '03.csv': '编号,登记日期\nc,3\n'
    });
    expect(Object.values(found).map(({rows: all}) => all)).toEqual([['3: a/x/1'], ['3: b/y/2'], ['1: c//3']]);
  });
});

describe('any sheet', () => {
  const names = ['编号', 'c1', 'c2', 'c3', 'c4', 'c5', 'c6'];
  /** Fields that are kept to the letter. */
  const contract = defineContract({
    kind: 'any',
    key: ['id'],
    schema: z.object({
      id: recordNumber().describe('the row'),
      ...Object.fromEntries(names.slice(1).map((name) => [name, recordNumber().optional().describe('a cell')]))
    })
  });

  it('comes out cell for cell as it was written', async () => {
    const text = fc.oneof(
      fc.string({unit: 'grapheme', minLength: 1, maxLength: 20}),
      fc.constantFrom(
        '007',
        '1e5',
        '#N/A',
        'TRUE',
        '=1+1',
        '"',
        ',',
        'a\nb',
        '\t',
        '1,234',
        '&lt;',
        '😀',
        "'x",
        'x'.repeat(3000)
      )
    );
    const day = fc.integer({min: 25_569 * 86_400, max: 109_574 * 86_400});
    const anyCell = fc.oneof(
      text.map((value) => ({made: value, read: value})),
      day.map((seconds) => ({
        made: dated(seconds / 86_400),
        read: new Date((seconds - 25_569 * 86_400) * 1000).toISOString().slice(0, 19).replace('T', ' ')
      })),
      fc.integer({min: -1e15 + 1, max: 1e15 - 1}).map((value) => ({made: value, read: String(value)})),
      fc
        .tuple(fc.integer({min: -1e8, max: 1e8}), fc.integer({min: 0, max: 6}))
        .map(([value, decimals]) => ({made: value / 10 ** decimals, read: String(value / 10 ** decimals)})),
      fc.boolean().map((value) => ({made: value, read: value ? 'TRUE' : 'FALSE'})),
      fc.constant({made: null, read: ''})
    );
    const sheets = fc.sample(fc.array(fc.array(anyCell, {minLength: 6, maxLength: 6}), {maxLength: 60}), {
      seed: 20_260_305,
      numRuns: 12
    });
    for (const [i, sheet] of sheets.entries()) {
      const rows = [names, ...sheet.map((cells, r) => [`r${r}`, ...cells.map(({made}) => made)])];
      const as = i % 2 === 0 ? 'xlsx' : 'xls';
      await workshop.write('any.xlsx', makeWorkbook({rows}, {as}));
      const source = await workshop.source(
        `kind: files\nfiles: any.xlsx\nrecords:\n  any: {id: 编号, ${names
          .slice(1)
          .map((name) => `${name}: ${name}`)
          .join(', ')}}\n`,
        new Map([['any', contract]])
      );
      const [load] = await workshop.extract(source);
      const landed = await workshop.landed(load!, 'any');
      const read = landed.map((row) => names.slice(1).map((name) => row[name] ?? ''));
      expect(read, as).toEqual(sheet.map((cells) => cells.map(({read: one}) => cleanText(one, []) ?? '')));
    }
  });
});
