import {describe, expect, it} from 'vitest';
import {isBankCard, isIdCard, redactForms, redactText} from '../../src/privacy/redactText.ts';

describe('redactForms', () => {
  it.each([
    ['a mobile number', '电话13812345678。', '电话[contact]。'],
    ['one in threes and fours', 'call 138 1234 5678 or 138-1234-5678', 'call [contact] or [contact]'],
    ["one with China's prefix", '+86 13812345678、008613812345678、86-13812345678', '[contact]、[contact]、[contact]'],
    ['one glued to letters and underscores', 'tel13812345678_x', 'tel[contact]_x'],
    ['one glued to Han', '电话13812345678张', '电话[contact]张'],
    ['two, one space apart', '13812345678 13912345678', '[contact] [contact]'],
    ['three, one comma apart', '13812345678,13912345678,13712345678', '[contact],[contact],[contact]'],
    ['a landline', '010-62345678、(0755)2345678', '[contact]、[contact]'],
    ['a landline with an extension', '0571-87654321-8021', '[contact]'],
    ['a service number', '400-820-8820', '[contact]'],
    ['an American number', 'call (212) 555-0123 now', 'call [contact] now'],
    ['an international number', '+44 20 7946 0958', '[contact]'],
    ['an e-mail address', '发到Ann.Lee+1@mail.example.co.uk吧', '发到[contact]吧'],
    ['a number plate', '车牌京A12345、粤B·12345', '车牌[contact]、[contact]'],
    ['a plate of a new-energy vehicle', '沪AD12345 和 粤AF12345', '[contact] 和 [contact]'],
    ['a plate for two territories', '粤Z1234港', '[contact]'],
    ['an ID card with a right check digit', '证号11010519491231002X', '证号[card number]'],
    ['its small x', '11010519491231002x', '[card number]'],
    ['an ID card in groups', '110105 19491231 002X', '[card number]'],
    ['a bank card by its prefix', '6222 0212 3456 7890 123', '[card number]'],
    ['a bank card by its check digit', '4111-1111-1111-1111', '[card number]'],
    [
      'a bank card in fours, whatever follows it',
      '5000 4111 1111 1111 1111 和 4111 1111 1111 1111 500',
      '[card number] 1111 和 [card number]'
    ],
    ['a bank card, whatever follows it', '卡4111111111111111 500元', '卡[card number] 500元'],
    ['a bank card with a gap after the number of the bank', '622202 1234567890123', '[card number]'],
    [
      'dashes and blanks of every kind',
      '138－1234－5678、138\u00a01234\u00a05678、010–62345678',
      '[contact]、[contact]、[contact]'
    ],
    ['a plate after a digit', '10:30京A12345', '10:30[contact]'],
    ['an e-mail address with full-width stops', 'ann@example．com', '[contact]'],
    ['a card glued to letters', 'card4111111111111111x', 'card[card number]x']
  ])('redacts %s', (_, text, expected) => {
    expect(redactForms(text)).toBe(expected);
  });

  it.each([
    ['an order number', '订单号20260115000123'],
    ['a long number', '流水 123456789012'],
    ['an ID card with a wrong check digit', '110105194912310021'],
    ['a card number with a wrong check digit', '4111111111111112'],
    ['a mobile number that is one digit short', '1381234567'],
    ['a mobile number that is one digit long', '138123456789'],
    ['a date and a time', '2026-01-15 09:30:00'],
    ['an amount of money', '赔偿1,234.50元，共12000元'],
    ['a case number', 'C2026010001'],
    ['a model', '京东A区, iPhone15, B-1200'],
    ['an address without a domain', 'ann@localhost'],
    ['words after the name of a province', '更新Windows后新iPhone15不能用，云Service也不行'],
    ['a sum', '差额+12345元，共+1,234,567'],
    ['words', 'The handler said: no, never!']
  ])('leaves %s alone', (_, text) => {
    expect(redactForms(text)).toBe(text);
  });
});

describe('redactText', () => {
  const name = (value: string | null) => [{value, mark: '[name]', shortest: 2}];

  it.each([
    ['everywhere', '张三说张三的水管漏了', '张三', '[name]说[name]的水管漏了'],
    ['in other letters', 'ANN and ann and Ann', 'Ann', '[name] and [name] and [name]'],
    ['with signs that mean something in a pattern', 'a.b but not axb', 'a.b', '[name] but not axb'],
    ['with an apostrophe', "o'brien was here", "O'Brien", '[name] was here'],
    ['with letters beyond ASCII', 'ZOË', 'Zoë', '[name]'],
    ['that begins with a dollar', '$1 is he', '$1', '[name] is he'],
    ['before the forms', '找13812345678', '13812345678', '找[name]']
  ])('blots out a name %s', (_, text, value, expected) => {
    expect(redactText(text, name(value))).toBe(expected);
  });

  it('leaves a name of one character alone, for it would blot out words', () => {
    expect(redactText('李子树下', name('李'))).toBe('李子树下');
  });

  it('has nothing to blot out where the name is unknown', () => {
    expect(redactText('水管漏了', name(null))).toBe('水管漏了');
  });
});

// GB 11643-1999, Appendix A: 11010519491231002X and 440524188001010014.
describe('isIdCard', () => {
  it.each(['11010519491231002X', '11010519491231002x', '440524188001010014'])('accepts %s', (digits) => {
    expect(isIdCard(digits)).toBe(true);
  });
  it.each(['110105194912310021', '11010519491231002', '440524188001010015'])('refuses %s', (digits) => {
    expect(isIdCard(digits)).toBe(false);
  });
});

// Test numbers of the card schemes; ISO/IEC 7812-1, Annex B.
describe('isBankCard', () => {
  it.each(['4111111111111111', '5555555555554444', '378282246310005', '6222021234567890123'])(
    'accepts %s',
    (digits) => {
      expect(isBankCard(digits)).toBe(true);
    }
  );
  it.each(['4111111111111112', '5555555555554445'])('refuses %s', (digits) => {
    expect(isBankCard(digits)).toBe(false);
  });
});
