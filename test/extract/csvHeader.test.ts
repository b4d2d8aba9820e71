import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {columnNames, readCsvHeader} from '../../src/extract/csvHeader.ts';
import {join} from 'node:path';
import {gzipSync} from 'node:zlib';
import {openWorkshop, type Workshop} from './workshop.ts';

let workshop: Workshop;
beforeAll(async () => {
  workshop = await openWorkshop();
});
afterAll(() => workshop.close());

async function headerOf(content: string | Uint8Array, settings = '') {
  const source = await workshop.source(
    `kind: files\nfiles: x.csv\n${settings}\nrecords: {complaint: {received_at: 日期}}\n`
  );
  await workshop.write('x.csv', content);
  const isZipped = typeof content !== 'string' && content[0] === 0x1f;
  return readCsvHeader({path: join(workshop.folder, 'x.csv'), name: 'x.csv', format: 'csv', isZipped}, source);
}

describe('columnNames', () => {
  it.each([
    [
      ['编号', '', '日期', ''],
      ['编号', 'column_2', '日期', 'column_4']
    ],
    [
      ['编号 ', ' 日期', '投诉\n日期'],
      ['编号', '日期', '投诉 日期']
    ],
    [
      ['日期', '日期', '日期 '],
      ['日期', '日期_2', '日期_3']
    ],
    [
      ['日期', '日期_2', '日期'],
      ['日期', '日期_2', '日期_3']
    ],
    [
      ['\ufeff编号', '日期'],
      ['编号', '日期']
    ],
    [
      ['constructor', '__proto__'],
      ['constructor', '__proto__']
    ]
  ])('makes %j to %j', (cells, names) => {
    expect(columnNames(cells)).toEqual(names);
  });
});

describe('readCsvHeader', () => {
  it.each([
    ['commas', '编号,日期\n1,2\n', ',', ['编号', '日期']],
    ['semicolons', '编号;"日,期"\r\n1;2\r\n', ';', ['编号', '日,期']],
    ['tabs', '编号\t日期\n1\t2\n', '\t', ['编号', '日期']],
    ['bars', '编号|日期\n1|2\n', '|', ['编号', '日期']],
    ['a mark of the byte order', '\ufeff"编号",日期\n', ',', ['编号', '日期']],
    ['a quoted newline', '编号,"投诉\n日期"\n1,2\n', ',', ['编号', '投诉 日期']],
    ['doubled quotes', '"say ""hi""",日期\n', ',', ['say "hi"', '日期']],
    ['nothing below it', '编号,日期', ',', ['编号', '日期']],
    ['one column', '日期\n2026-01-01\n', ',', ['日期']],
    ['other columns below it', 'a,b\n1,2,3\n', ',', ['a', 'b']]
  ])('reads a header with %s', async (_, content, delimiter, columns) => {
    expect(await headerOf(content)).toEqual({columns, delimiter});
  });

  it('goes by the delimiter of the source', async () => {
    expect(await headerOf('a;b,c;d\n', 'delimiter: ","')).toMatchObject({columns: ['a;b', 'c;d']});
  });

  it('reads the header of a zipped file', async () => {
    expect(await headerOf(gzipSync('编号,日期\n1,2\n'))).toMatchObject({columns: ['编号', '日期']});
  });

  it('reads the header of a file that is longer than its head, cut anywhere', async () => {
    const long = `编号,日期\n${'很长的字,1\n'.repeat(40_000)}`;
    expect(await headerOf(long)).toMatchObject({columns: ['编号', '日期']});
  });

  it('says that a file is empty', async () => {
    await expect(headerOf('')).rejects.toThrow(
      'x.csv: the file is empty; expected a line with the names of the columns'
    );
  });

  it('says how to set the encoding where the names are not UTF-8', async () => {
    // 编号,日期 in GB18030.
    const bytes = Buffer.from('b1e0bac52cc8d5c6da0a', 'hex');
    await expect(headerOf(bytes)).rejects.toThrow(
      /x\.csv: the names of the columns are not UTF-8; set encoding in .*gb18030/
    );
  });

  it('says what is wrong with a header that never ends', async () => {
    await expect(headerOf('编号,"日期\n1,2\n')).rejects.toThrow(/x\.csv: the header can't be read/);
  });
});
