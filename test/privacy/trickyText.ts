import fc from 'fast-check';

const PIECES = [
  // phones
  '13812345678',
  '138 1234 5678',
  '138-1234-5678',
  '+86 13812345678',
  '008613812345678',
  '010-62345678',
  '(021)62345678',
  '0755 2345678-801',
  '400-820-8820',
  '(212) 555-0123',
  '+44 20 7946 0958',
  '+44 20 79 46',
  '138－1234－5678',
  '1381234567',
  '138123456789',
  '１３８１２３４５６７８',
  // ID cards: 11010519491231002X has the right check digit (GB 11643-1999, Appendix A)
  '11010519491231002X',
  '11010519491231002x',
  '110105 19491231 002X',
  '110105 1949 12 31 002x',
  '110105194912310021',
  '440524188001010014',
  // bank cards
  '6222021234567890123',
  '6222 0212 3456 7890 123',
  '4111 1111 1111 1111',
  '4111111111111112',
  '4111-1111-1111-1111',
  '3530111333300000',
  // e-mails
  'ann@example.com',
  'Ann.Lee+1@mail.example.co.uk',
  'ann@localhost',
  'ａｎｎ＠ｅｘａｍｐｌｅ．ｃｏｍ',
  'a@b.c',
  // plates
  '京A12345',
  '粤B·12345',
  '沪AD12345',
  '粤AF12345',
  '粤Z1234港',
  '京A123',
  '京 A12345',
  // own values
  '张三',
  '王小明',
  'Ann',
  'ANN',
  'ann',
  "O'Brien",
  "o'brien",
  'a.b',
  'axb',
  'Zoë',
  'ZOË',
  'İpek',
  'ipek',
  'ſam',
  'SAM',
  '\u212aate',
  'kate',
  '$1',
  '\\1',
  '[a]',
  'Анна',
  'АННА',
  '12345',
  // numbers that must stay, words and joints
  '20260115000123',
  '订单2026',
  '12345',
  '1500',
  '2024-03-10',
  '😀',
  '电话',
  '费用',
  'order',
  '_',
  'x',
  'X',
  '京',
  '-',
  '.',
  '@',
  '(',
  ')',
  '·',
  ',',
  '，',
  '"',
  '\n',
  '\r\n',
  '\t',
  '\u0000',
  '\u00a0',
  '\u3000',
  '\u2003',
  'é',
  'ß',
  '９'
];

const piece = fc.oneof(
  {weight: 6, arbitrary: fc.constantFrom(...PIECES)},
  fc.string({unit: 'grapheme', maxLength: 3}),
  fc.stringMatching(/^[0-9 -]{1,20}$/)
);
const joint = fc.oneof(
  {weight: 3, arbitrary: fc.constant('')},
  {weight: 3, arbitrary: fc.constant(' ')},
  fc.constantFrom('_', '、', 'a', 'A', '号', '\n', '  ')
);

/** Texts in which contacts, cards, plates, names and ordinary numbers stand glued together in every way. */
export const trickyText: fc.Arbitrary<string> = fc
  .array(fc.tuple(piece, joint), {minLength: 1, maxLength: 8})
  .map((parts) => parts.flat().join('').toWellFormed());
