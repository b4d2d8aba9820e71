// The forms that personal data take in text, as patterns in what RE2 and JavaScript have in common.

/** What may stand between groups of digits: a blank or a dash, narrow or full-width. */
export const SEPARATOR = '[ \u00a0\u3000\u2010-\u2014\uff0d-]';
const GAP = `${SEPARATOR}?`;

/** Chinese ID cards: region, date of birth, serial number and a check digit (GB 11643-1999). */
const ID_CARD = `[1-9][0-9]{5}${GAP}[12][0-9]{3}${GAP}[01][0-9]${GAP}[0-3][0-9]${GAP}[0-9]{3}[0-9Xx]`;

/** Bank cards: 15 to 19 digits, at times with a gap after the number of the bank. */
const BANK_CARD = `[3-6][0-9]{14,18}|[3-6][0-9]{5}${SEPARATOR}[0-9]{9,13}`;

/** Digits in fours: nothing but a bank card is written so. */
export const IN_FOURS = `[3-6][0-9]{3}(?:${SEPARATOR}[0-9]{4}){2}${SEPARATOR}[0-9]{3,4}(?:${SEPARATOR}[0-9]{1,3})?`;

/** Numbers that count only when they stand in fours, or when their check digit is right. */
export const CHECKED = {pattern: `${ID_CARD}|${IN_FOURS}|${BANK_CARD}`, mark: '[card number]'};

const EMAIL = '[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:[.．][A-Za-z0-9-]+)*[.．][A-Za-z]{2,}';
const MOBILE = `(?:(?:\\+|00)?86${GAP})?1[3-9][0-9]${GAP}[0-9]{4}${GAP}[0-9]{4}`;
const LANDLINE = `\\(?0[1-9][0-9]{1,2}\\)?${GAP}[2-9][0-9]{6,7}(?:-[0-9]{1,6})?`;
const SERVICE_NUMBER = `[48]00${GAP}[0-9]{3}${GAP}[0-9]{4}`;
const AMERICAN = '(?:\\+?1[ .-]?)?\\(?[2-9][0-9]{2}\\)?[ .-][0-9]{3}[ .-][0-9]{4}';
const INTERNATIONAL = `\\+[1-9][0-9]{0,2}(?:(?:${GAP}[0-9]{2,4}){3,5}|(?:${GAP}[0-9]{3,4}){2})`;
/** Of the five or six signs of a plate, one of the first three is a digit: what follows 新 may be any English word. */
const PLATE_SIGNS =
  '(?:[0-9][A-Za-z0-9]{3,4}|[A-Za-z][0-9][A-Za-z0-9]{2,3}|[A-Za-z]{2}[0-9][A-Za-z0-9]{1,2})[A-Za-z0-9挂学警港澳]';
const PLATE = `[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使领][A-Za-z][ ·•.-]?${PLATE_SIGNS}`;

/** E-mail addresses, phone numbers and number plates. */
export const UNCHECKED = {
  pattern: [EMAIL, MOBILE, LANDLINE, SERVICE_NUMBER, AMERICAN, INTERNATIONAL, PLATE].join('|'),
  mark: '[contact]'
};

/** What stands before and after a form: anything but a digit. Nothing is taken where letters and digits part anyway. */
export const BOUND = {before: '(\\b|^|[^0-9])', after: '(\\b|$|[^0-9])'};

/** What every form holds; texts without it are passed over. */
export const ANY_FORM = '[0-9]{3}|\\+[0-9]|@|[\\x{4e00}-\\x{9fff}][A-Za-z]';

/** Weights and check digits of ID card numbers, GB 11643-1999. */
export const ID_CARD_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
export const ID_CARD_CHECK_DIGITS = '10X98765432';

/** Chinese bank cards begin with 62 (UnionPay); others must pass the check of ISO/IEC 7812-1 (Luhn). */
export const UNIONPAY_PREFIX = '62';
