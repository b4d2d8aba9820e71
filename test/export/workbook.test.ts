import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {writeWorkbook, type Cell, type Sheet} from '../../src/export/workbook.ts';
import {cellOf, partsOf, readBook, rowsOf} from './readBook.ts';

const HOSTILE = ['=1+1', '+1', '-1', '@sum', '\t=1', '\r=1', '\n=1', '=cmd|" /C calc"!A0', '<f>1</f>', ''];
const SHEET: Sheet = {
  name: '部门',
  lines: [
    {text: '部门 · 2026年10月 R&D', style: 'title'},
    {text: '说明', style: 'note'}
  ],
  columns: [{head: '名称'}, {head: '数值', format: '0.0%'}, {head: '日期', format: 'yyyy-mm-dd'}],
  rows: [
    ['甲', 0.921, new Date('2026-10-05T00:00:00Z')],
    ['乙', {value: 5.25, format: '#,##0.0'}, null],
    ['丙', {value: '不公布', format: '0.0%'}, null]
  ],
  isList: true,
  empty: '没有'
};

const write = (...sheets: Sheet[]) =>
  writeWorkbook({title: '月报', author: '公司', date: new Date('2026-11-05T06:00:00Z'), font: 'Calibri', sheets});
const withTexts = (texts: readonly string[]): Sheet => ({...SHEET, rows: texts.map((text): Cell[] => [text, 1, null])});

describe('a cell', () => {
  test('that holds a text stays a text, whatever it begins with', async () => {
    const xlsx = await write(withTexts(HOSTILE));
    const book = readBook(xlsx);
    for (const [place, text] of HOSTILE.entries()) {
      if (text === '') continue;
      const cell = cellOf(book, '部门', `A${place + 4}`);
      expect(cell).toMatchObject({t: 's', v: text});
      expect(cell?.f).toBeUndefined();
      if (text !== '<f>1</f>') expect(cell?.z).toBe('@');
    }
    expect([...partsOf(xlsx)].filter(([, part]) => /<f[ >]|<ddeLink|<hyperlink/.test(part))).toEqual([]);
  });

  test('may hold any text', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({unit: 'binary', minLength: 1}), {minLength: 1, maxLength: 40}),
        async (texts) => {
          const book = readBook(await write(withTexts(texts)));
          for (const place of texts.keys()) {
            const cell = cellOf(book, '部门', `A${place + 4}`);
            expect(cell?.f).toBeUndefined();
            expect(cell?.t ?? 's').toMatch(/^[sz]$/);
          }
        }
      ),
      {seed: 6, numRuns: 3}
    );
  });

  test('holds no more than a spreadsheet takes', async () => {
    const book = readBook(await write(withTexts(['长'.repeat(40_000)])));
    expect(String(cellOf(book, '部门', 'A4')?.v)).toHaveLength(32_767);
  });

  test('holds real numbers and dates, each with its format', async () => {
    const sheet = readBook(await write(SHEET)).Sheets['部门']!;
    expect(sheet['B4']).toMatchObject({t: 'n', v: 0.921, z: '0.0%'});
    expect(sheet['C4']).toMatchObject({t: 'n', v: 46300, z: 'yyyy-mm-dd'});
    expect(sheet['B5']).toMatchObject({t: 'n', v: 5.25, z: '#,##0.0'});
    expect(sheet['B6']).toMatchObject({t: 's', v: '不公布'});
  });
});

describe('a sheet', () => {
  test('keeps its head in sight, filters its rows and prints on A4', async () => {
    const xlsx = await write(SHEET);
    expect(readBook(xlsx).Sheets['部门']!['!autofilter']).toEqual({ref: 'A3:C6'});
    const parts = partsOf(xlsx);
    const sheet = parts.get('xl/worksheets/sheet1.xml')!;
    expect(sheet).toMatch(/<pane xSplit="1" ySplit="3" [^>]*state="frozen"/);
    expect(sheet).toMatch(/<pageSetup [^>]*paperSize="9"/);
    expect(sheet).toMatch(/<pageSetup [^>]*fitToHeight="0"/);
    expect(sheet).toContain('&amp;L部门 · 2026年10月 R&amp;&amp;D&amp;R&amp;P / &amp;N');
    expect(parts.get('xl/workbook.xml')).toMatch(/_xlnm\.Print_Titles[^>]*>&apos;部门&apos;!\$3:\$3</);
  });

  test('is as wide as its texts, of which a Chinese character takes two, but not without end', async () => {
    const wide: Sheet = {
      ...SHEET,
      rows: [
        ['华东大区客户体验', 1, null],
        ['短', 2, null]
      ]
    };
    const long: Sheet = {...SHEET, name: '长', rows: [['长'.repeat(60), 1, null]]};
    const book = readBook(await write(wide, long));
    const width = (name: string) => book.Sheets[name]!['!cols']![0]!.wch!;
    expect(width('部门')).toBeGreaterThanOrEqual(16);
    expect(width('部门')).toBeLessThan(24);
    expect(width('长')).toBeLessThanOrEqual(44);
    expect(partsOf(await write(long)).get('xl/styles.xml')).toContain('wrapText="1"');
  });

  test('lies across where it is wide', async () => {
    const columns = Array.from({length: 12}, (_, place) => ({head: `第${place + 1}列的名称`}));
    const parts = partsOf(await write({...SHEET, columns, rows: []}, {...SHEET, name: '窄'}));
    expect(parts.get('xl/worksheets/sheet1.xml')).toContain('orientation="landscape"');
    expect(parts.get('xl/worksheets/sheet2.xml')).toContain('orientation="portrait"');
  });

  test('without rows says so', async () => {
    const book = readBook(await write({...SHEET, rows: []}));
    expect(book.Sheets['部门']!['A4']).toMatchObject({v: '没有'});
    expect(book.Sheets['部门']!['!autofilter']).toBeUndefined();
  });
});

test('the same contents give the same bytes, wherever they are written', async () => {
  const first = await write(SHEET);
  const zone = process.env['TZ'];
  process.env['TZ'] = 'America/New_York';
  try {
    expect((await write(SHEET)).equals(first)).toBe(true);
  } finally {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  }
  expect(rowsOf(readBook(first), '部门')).toHaveLength(3);
});
