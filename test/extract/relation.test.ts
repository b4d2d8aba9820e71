import {gzipSync} from 'node:zlib';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {literal} from '../../src/warehouse/quote.ts';
import {openWorkshop, type Workshop} from './workshop.ts';

let workshop: Workshop;
beforeAll(async () => {
  workshop = await openWorkshop();
});
afterAll(() => workshop.close());

/** Lands files with the columns 编号 and 日期: per file, the rows as `number: 编号/日期` and what was rejected. */
async function land(files: Record<string, string | Uint8Array>, settings = '') {
  for (const [name, content] of Object.entries(files)) await workshop.write(name, content);
  const source = await workshop.source(
    `kind: files\nfiles: [${Object.keys(files).join(', ')}]\n${settings}\nrecords: {complaint: {complaint_id: 编号, received_at: 日期}}\n`
  );
  const loads = await workshop.extract(source);
  const landed = loads.map(async (load) => {
    const rows = await workshop.landed(load, 'complaint');
    const {rows_read, rejected} = load.records['complaint']!;
    expect(rows_read, 'every row that was read is landed or rejected').toBe(rows.length + rejected.length);
    return {
      rows: rows.map(
        ({_row, complaint_id, received_at}) => `${String(_row)}: ${String(complaint_id)}/${String(received_at)}`
      ),
      rejected: rejected.map(({row, reason}) => `${row}: ${reason}`)
    };
  });
  return Object.fromEntries((await Promise.all(landed)).map((one, i) => [loads[i]!.file, one]));
}

describe('CSV', () => {
  it.each([
    ['quoted newlines and commas', '编号,日期\n"a\nb",1\n"c,d",2\n', ['1: a\nb/1', '2: c,d/2'], []],
    ['Windows line ends', '编号,日期\r\na,1\r\nb,2\r\n', ['1: a/1', '2: b/2'], []],
    ['no line end at the end', '编号,日期\na,1\nb,2', ['1: a/1', '2: b/2'], []],
    ['doubled quotes', '编号,日期\n"say ""hi""",1\n', ['1: say "hi"/1'], []],
    ['empty cells', '编号,日期\n,1\nb,\n', ['1: null/1', '2: b/null'], []],
    ['columns in another order', '日期,其他,编号\n1,x,a\n', ['1: a/1'], []],
    ['semicolons', '编号;日期\na;1\n', ['1: a/1'], []],
    [
      'a header over two lines',
      '编号,日期,"其\n他"\na,1,x\nb,2\n',
      ['1: a/1'],
      ['2: expected 3 columns, found 2; is the line cut off?']
    ],
    ['line ends of several kinds', '编号,日期\r\na,1\nb,2\r\nc,3\n', ['1: a/1', '2: b/2', '3: c/3'], []],
    [
      'a lone carriage return for a line end',
      '编号,日期\na,1\rb,2\nc\rd,4\n',
      ['1: a/1', '2: b/2', '4: d/4'],
      ['3: expected 2 columns, found 1; is the line cut off?']
    ],
    ['no rows', '编号,日期\n', [], []],
    [
      'too few and too many columns',
      '编号,日期\na,1\nb\nc,3\nd,4,x\ne,5\n',
      ['1: a/1', '3: c/3', '5: e/5'],
      ['2: expected 2 columns, found 1; is the line cut off?', '4: expected 2 columns, found 3']
    ],
    [
      'a quotation mark in the wrong place',
      '编号,日期\na,1\n"b"x,2\nc,3\n',
      ['1: a/1', '3: c/3'],
      ['2: a quotation mark is opened or closed in the wrong place']
    ]
  ])('with %s', async (_, content, rows, rejected) => {
    expect(await land({'x.csv': content})).toEqual({'x.csv': {rows, rejected}});
  });

  it('with a row that is not UTF-8', async () => {
    const good = Array.from({length: 30}, (_, i) => `r${i},${i}\n`);
    const bytes = [
      Buffer.from(`编号,日期\n${good.slice(0, 10).join('')}`),
      Buffer.from('ff2c31310a', 'hex'),
      Buffer.from(good.slice(10).join(''))
    ];
    const {'x.csv': found} = await land({'x.csv': Buffer.concat(bytes)});
    expect(found?.rejected).toEqual(['11: not UTF-8']);
    expect(found?.rows).toHaveLength(30);
    expect(found?.rows.slice(9, 11)).toEqual(['10: r9/9', '12: r10/10']);
  });

  it('refuses a file most rows of which are not UTF-8', async () => {
    // 张,1 in GB18030.
    const rows = Array.from({length: 5}, () => Buffer.from('d5c52c310a', 'hex'));
    await expect(land({'x.csv': Buffer.concat([Buffer.from('编号,日期\n'), ...rows])})).rejects.toThrow(
      /x\.csv: 5 of 5 rows are not UTF-8, the first is row 1; set encoding in .*source\.yaml \(Chinese Excel writes gb18030\)/
    );
  });

  it.each([
    ['in the middle', '编号,日期\na,1\n"b,2\nc,3\nd,4\n', 1],
    ['at the end', '编号,日期\na,1\nb,2\n"c,3', 2]
  ])('loses no row to a quotation mark that is never closed, %s', async (_, content, good) => {
    const {'x.csv': found} = await land({'x.csv': content});
    expect(found?.rows).toHaveLength(good);
    expect(found?.rejected).toHaveLength(1);
    expect(found?.rejected[0]).toMatch(/^\d: a quotation mark is opened or closed in the wrong place/);
  });

  it('in other encodings, and zipped', async () => {
    const text = '编号,日期\n甲,1\n';
    const expected = {rows: ['1: 甲/1'], rejected: []};
    // 编号,日期 and 甲,1 in GB18030.
    const gb18030 = Buffer.from('b1e0bac52cc8d5c6da0abcd72c310a', 'hex');
    expect(await land({'bom.csv': `\ufeff${text}`})).toEqual({'bom.csv': expected});
    expect(await land({'utf16.csv': Buffer.from(`\ufeff${text}`, 'utf16le')})).toEqual({'utf16.csv': expected});
    expect(await land({'utf16be.csv': Buffer.from(`\ufeff${text}`, 'utf16le').swap16()})).toEqual({
      'utf16be.csv': expected
    });
    expect(await land({'gb.csv': gb18030}, 'encoding: gb18030')).toEqual({'gb.csv': expected});
    expect(await land({'gb.csv.gz': gzipSync(gb18030)}, 'encoding: gb18030')).toEqual({'gb.csv.gz': expected});
    expect(await land({'plain.csv.gz': gzipSync(text)})).toEqual({'plain.csv.gz': expected});
  });

  it('numbers the rows of several files of one shape, with rejected rows in each', async () => {
    const found = await land({
      'a.csv': '编号,日期\na1,1\na2\na3,3\na4,4\n',
      'b.csv': '编号,日期\n',
      'c.csv': '编号,日期\nc1\nc2,2\nc3\nc4,4\n',
      'd.csv': '编号,日期\nd1,1\nd2,2\n'
    });
    expect(found).toEqual({
      'a.csv': {rows: ['1: a1/1', '3: a3/3', '4: a4/4'], rejected: [expect.stringMatching(/^2: expected 2/)]},
      'b.csv': {rows: [], rejected: []},
      'c.csv': {rows: ['2: c2/2', '4: c4/4'], rejected: [expect.stringMatching(/^1: /), expect.stringMatching(/^3: /)]},
      'd.csv': {rows: ['1: d1/1', '2: d2/2'], rejected: []}
    });
  });

  it('takes a row that holds nothing for no row, and keeps the numbers of the others', async () => {
    const found = await land({
      'a.csv': '编号,日期\n,\na2,2\n \u3000,\t\na4\n,\n"",\na7,7\n,\n',
      'b.csv': '编号,日期\n,\n,\n',
      'c.csv': '编号,日期\n,\n,1\nc3,3\n'
    });
    expect(found).toEqual({
      'a.csv': {rows: ['2: a2/2', '7: a7/7'], rejected: [expect.stringMatching(/^4: expected 2/)]},
      'b.csv': {rows: [], rejected: []},
      'c.csv': {rows: ['2: null/1', '3: c3/3'], rejected: []}
    });
    expect(await land({'alone.csv': '编号,日期\n,\na2\n,\na4,4\n'})).toEqual({
      'alone.csv': {rows: ['4: a4/4'], rejected: [expect.stringMatching(/^2: expected 2/)]}
    });
  });

  it('keeps the number of a row when a file is long and read in parallel', async () => {
    const rows = Array.from({length: 200_000}, (_, i) => (i % 50_000 === 7 ? `broken\n` : `r${i + 1},${i + 1}\n`));
    await workshop.write('long.csv', `编号,日期\n${rows.join('')}`);
    const source = await workshop.source(
      'kind: files\nfiles: long.csv\nrecords: {complaint: {complaint_id: 编号, received_at: 日期}}\n'
    );
    const [load] = await workshop.extract(source);
    expect(load!.records['complaint']!.rejected.map(({row}) => row)).toEqual([8, 50_008, 100_008, 150_008]);
    const wrong = await workshop.database.query(
      `select _row, complaint_id from read_parquet(${literal(`${load!.folder}/complaint.parquet`)}) where complaint_id <> 'r' || _row limit 3`
    );
    expect(wrong).toEqual([]);
  });

  it('says which columns are missing, and which were meant', async () => {
    await expect(land({'x.csv': '编号,日 期\n'})).rejects.toThrow(
      /source\.yaml, records\.complaint\.received_at: expected a column of x\.csv, got "日期"; did you mean "日 期"\?/
    );
  });
});

describe('JSON', () => {
  it('reads an array of objects, some of them with fewer keys', async () => {
    const found = await land({'x.json': '[{"编号": "a", "日期": "1"}, {"编号": 2}, {"日期": null, "编号": true}]'});
    expect(found).toEqual({'x.json': {rows: ['1: a/1', '2: 2/null', '3: true/null'], rejected: []}});
  });

  it.each([
    [
      'a broken line',
      '{"编号": "a", "日期": 1}\n{"编号": \n{"编号": "c", "日期": 3}\n',
      ['1: a/1', '3: c/3'],
      ['2: not a JSON object']
    ],
    [
      'what is no object',
      '[1]\n{"编号": "b", "日期": 2}\n"x"\nnull\n',
      ['2: b/2'],
      ['1: not a JSON object', '3: not a JSON object', '4: not a JSON object']
    ],
    [
      'half of a surrogate pair',
      '{"编号": "\\ud800", "日期": 1}\n{"编号": "b", "日期": 2}\n',
      ['2: b/2'],
      ['1: not a JSON object']
    ],
    [
      'a last line that is cut off',
      '{"编号": "a", "日期": 1}\n{"编号": "b", "日',
      ['1: a/1'],
      ['2: not a JSON object']
    ],
    [
      'Windows line ends and escapes',
      '{"编号": "a\\n\\"b\\u0000", "日期": 1}\r\n{"编号": "c", "日期": 2}\r\n',
      ['1: a\n"b\0/1', '2: c/2'],
      []
    ]
  ])('reads lines, with %s', async (_, content, rows, rejected) => {
    expect(await land({'x.jsonl': content})).toEqual({'x.jsonl': {rows, rejected}});
  });

  it('reads lines that are zipped', async () => {
    expect(await land({'x.jsonl.gz': gzipSync('{"编号": "a", "日期": 1}\n')})).toEqual({
      'x.jsonl.gz': {rows: ['1: a/1'], rejected: []}
    });
  });

  it('tells keys with signs of their own apart', async () => {
    const row = {编号: 'a', 日期: 1, 'a"b': 2, 'a\\b': 3, 'a.b': 4, '*': 5, '': 6, 'a/b': 7, 'a~1b': 8};
    await workshop.write('x.json', JSON.stringify([row]));
    const source = await workshop.source(
      `kind: files\nfiles: x.json\nkeep: ['a"b', 'a\\b', a.b, '*', a/b, 'a~1b']\nrecords: {complaint: {complaint_id: 编号, received_at: 日期}}\n`
    );
    const [load] = await workshop.extract(source);
    expect(await workshop.landed(load!, 'complaint')).toMatchObject([
      {'kept.a"b': '2', 'kept.a\\b': '3', 'kept.a.b': '4', 'kept.*': '5', 'kept.a/b': '7', 'kept.a~1b': '8'}
    ]);
  });

  it('reads a file without any object', async () => {
    await workshop.write('x.jsonl', '1\n');
    const source = await workshop.source(
      'kind: files\nfiles: x.jsonl\nrecords: {complaint: {complaint_id: {column: 编号, optional: true}, received_at: {column: 日期, optional: true}}}\n'
    );
    const [load] = await workshop.extract(source);
    expect(load!.records['complaint']).toEqual({rows_read: 1, rejected: [{row: 1, reason: 'not a JSON object'}]});
  });

  it('refuses a file that is no array of objects', async () => {
    await expect(land({'x.json': '[{"编号": 1'})).rejects.toThrow(
      /x\.json: it can't be read as json: .*Malformed JSON/
    );
  });
});

describe('Parquet', () => {
  it('reads columns of any type as texts', async () => {
    await workshop.database.execute(
      `copy (select 7::bigint as "编号", timestamp '2026-01-31 09:30:00' as "日期" union all select null, null)
       to ${literal(`${workshop.folder}/x.parquet`)} (format parquet)`
    );
    const source = await workshop.source(
      'kind: files\nfiles: x.parquet\nrecords: {complaint: {complaint_id: 编号, received_at: 日期}}\n'
    );
    const [load] = await workshop.extract(source);
    expect(await workshop.landed(load!, 'complaint')).toMatchObject([
      {_row: '1', complaint_id: '7', received_at: '2026-01-31 09:30:00'},
      {_row: '2', complaint_id: null, received_at: null}
    ]);
  });
});
