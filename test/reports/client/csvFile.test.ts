import {parse} from 'csv-parse/sync';
import {assert, constantFrom, array, property, string} from 'fast-check';
import {expect, test} from 'vitest';
import {csvFile} from '../../../reports/client/csvFile.ts';

test('spreadsheets read it as UTF-8, with quotes where they are needed', () => {
  expect(
    csvFile(
      ['编号', '备注'],
      [
        ['a', 'x,"y"\nz'],
        ['b', null]
      ]
    )
  ).toBe('\uFEFF编号,备注\r\na,"x,""y""\nz"\r\nb,\r\n');
});

test('a text that would be a formula is told to be a text; a negative number stays a number', () => {
  const lines = csvFile(
    ['a'],
    ['=1+1', '+1', '-1', '@x', '\tx', 'a=1'].map((text) => [text])
  ).split('\r\n');
  expect(lines.slice(1, -1)).toEqual(["'=1+1", "'+1", "'-1", "'@x", "'\tx", 'a=1']);
  expect(csvFile(['a'], [[-1.5]])).toBe('\uFEFFa\r\n-1.5\r\n');
});

test('what is written is read back', () => {
  const cell = string({unit: constantFrom('a', '回', '"', ',', '\n', ' ', '1'), maxLength: 8});
  assert(
    property(array(array(cell, {minLength: 2, maxLength: 2})), (rows) => {
      const text = csvFile(['a', 'b'], rows);
      expect(parse(text, {bom: true, record_delimiter: '\r\n'})).toEqual([['a', 'b'], ...rows]);
    }),
    {seed: 5}
  );
});
