import fc from 'fast-check';
import type {SourceRow} from '../../src/contract/mapping.ts';
import {trickyText} from '../privacy/trickyText.ts';
import {writtenDate} from './hostileDates.ts';
import {hostileColumns} from './hostileContract.ts';

type Kind = (typeof hostileColumns)[keyof typeof hostileColumns];

const LONE_SURROGATES = ['\ud800', 'a\udfff', '\udc00\ud800', '你\ud83d'];

const nothing = fc.constantFrom(
  '',
  ' ',
  '\u3000',
  '\ufeff',
  '\t\n',
  'None',
  'N/A',
  '?',
  'NULL',
  '-',
  '无',
  '匿名',
  'none'
);

const blanks = fc.constantFrom(
  ' ',
  '  ',
  '\t',
  '\r\n',
  '\u00a0',
  '\u200b',
  '\u3000',
  '\ufeff',
  '\v\f',
  '\u2003',
  '\u0085'
);

const ofKind: Record<Kind, fc.Arbitrary<string>> = {
  text: fc.oneof(
    fc.constantFrom(
      '001234',
      '2026000123',
      "O'Brien",
      'a,b',
      'a"b',
      'two\nlines',
      '\u0000',
      'a\u0000b',
      '😀👍🏽',
      '１２３',
      '＠Ａｂ',
      '=1+1'
    ),
    fc.string({unit: 'binary', maxLength: 12}),
    fc.string({unit: 'grapheme', maxLength: 12}),
    fc.constantFrom(60, 60, 60, 60, 60, 60, 60, 60, 60, 9000).map((length) => '很长的字 '.repeat(length / 5))
  ),
  word: fc.constantFrom(
    '漏水',
    "it's",
    '007',
    '7',
    '打开',
    'ОТКРЫТО',
    'открыто',
    'Closed',
    'closed',
    'open',
    'S',
    's',
    'M',
    'L',
    '小',
    '大',
    'Ｓ',
    'X',
    '\u0000'
  ),
  number: fc.oneof(
    fc.constantFrom(
      '0',
      '-0',
      '+5',
      '007',
      '1,234',
      '1,23',
      '12,345,678.90',
      '1,234,567,890,123,456',
      '.5',
      '5.',
      '5.0',
      '5.000000000',
      '5.0000000000',
      '１２３',
      '1e5',
      '1e308',
      '1e400',
      '-1e308',
      'NaN',
      'nan',
      'Infinity',
      '-inf',
      '0x10',
      '1_000',
      '1 000',
      '−5',
      '99999999999999999999',
      '999999999999999',
      '1000000',
      '1000000.000000001',
      '9999.0',
      '10000',
      '0.1',
      '123456789012345.123456789',
      '٣',
      '五',
      '无',
      'ΟΔΟΣ',
      'οδος',
      'οδοσ',
      '5%',
      '￥5',
      '1\u00002'
    ),
    fc.integer({min: -20_000, max: 2_000_000}).map(String),
    fc.double({min: -1e9, max: 1e9, noNaN: true}).map((value) => value.toFixed(5)),
    fc.double().map(String),
    fc.stringMatching(/^[+-]?[0-9]{1,16}(\.[0-9]{1,10})?$/)
  ),
  flag: fc.constantFrom(
    'true',
    'True',
    'TRUE',
    't',
    'T',
    'yes',
    'YES',
    'Y',
    'y',
    '1',
    '是',
    'Ｙ',
    'ＴＲＵＥ',
    'false',
    'False',
    'F',
    'no',
    'NO',
    'N',
    '0',
    '否',
    '1.0',
    'on',
    'ja',
    '-1',
    'ſ',
    'tr ue',
    '打开',
    '关闭',
    'STRASSE',
    'straße',
    'true\u0000'
  ),
  usual: writtenDate('usual'),
  london: writtenDate('london'),
  american: writtenDate('american'),
  short: writtenDate('short'),
  zoned: writtenDate('zoned'),
  clerk: writtenDate('clerk'),
  name: fc.constantFrom(
    '张三',
    '李',
    '王小明',
    'Ann',
    'ANN',
    "O'Brien",
    'a.b',
    'Zoë',
    'İpek',
    'ſam',
    '\u212aate',
    '$1',
    '\\1',
    '[a]',
    '张三\u0000',
    '匿名',
    '１２',
    'Анна'
  ),
  phone: fc.constantFrom(
    '13812345678',
    '138 1234 5678',
    '+86 138-1234-5678',
    '008613812345678',
    '8613812345678',
    '010-62345678',
    '１３８１２３４５６７８',
    '(212) 555-0123',
    'ext 5',
    '12345',
    'ann@example.com',
    'ANN@EXAMPLE.COM'
  ),
  story: trickyText
};

function cell(kind: Kind): fc.Arbitrary<string | null> {
  const value = fc.oneof(
    {weight: 8, arbitrary: ofKind[kind]},
    {weight: 1, arbitrary: nothing},
    {weight: 1, arbitrary: fc.oneof(...Object.values(ofKind))}
  );
  const blanked = fc.tuple(blanks, value, blanks).map((parts) => parts.join(''));
  return fc.oneof(
    {weight: 8, arbitrary: value},
    {weight: 1, arbitrary: blanked},
    {weight: 1, arbitrary: fc.constant(null)}
  );
}

/** Hostile values in every column; every text can be written in UTF-8. */
const wildRow: fc.Arbitrary<SourceRow> = fc.record(
  Object.fromEntries(Object.entries(hostileColumns).map(([column, kind]) => [column, cell(kind).map(wellFormed)]))
);

/** Rows that have what a record must have, and hostile values in a few columns only: many of them are right. */
const mildRow: fc.Arbitrary<SourceRow> = fc
  .tuple(wildRow, fc.subarray(Object.keys(hostileColumns), {minLength: 1, maxLength: 3}))
  .map(([row, few]) => {
    const base = Object.fromEntries(Object.keys(hostileColumns).map((column) => [column, null]));
    const wild = Object.fromEntries(few.map((column) => [column, row[column] ?? null]));
    return {...base, label: 'label', size: 'M', at: '2026-01-31 12:00', ...wild};
  });

/** Rows of hostile values that can be written in UTF-8. */
export const writableRow = fc.oneof({weight: 1, arbitrary: wildRow}, {weight: 2, arbitrary: mildRow});

const brokenRow: fc.Arbitrary<SourceRow> = fc
  .tuple(writableRow, fc.constantFrom(...Object.keys(hostileColumns)), fc.constantFrom(...LONE_SURROGATES))
  .map(([row, column, value]) => ({...row, [column]: value}));

/** Hostile rows, some of them with half of a surrogate pair in one column. */
export const hostileRow = fc.oneof({weight: 60, arbitrary: writableRow}, {weight: 1, arbitrary: brokenRow});

function wellFormed(value: string | null): string | null {
  return value?.toWellFormed() ?? null;
}
