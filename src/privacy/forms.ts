/** A form that personal data take in free text. Patterns are written in what RE2 and JavaScript have in common. */
export interface Form {
  readonly mark: string;
  readonly pattern: string;
  /** A further test of what the pattern finds. */
  readonly check?: 'china_id_card' | 'bank_card';
}

const GAP = '[ -]?';

/** In the order in which they are looked for: the longer numbers first, so that a shorter form can't break them. */
export const FORMS: readonly Form[] = [
  {mark: '[email]', pattern: '[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\\.[A-Za-z0-9-]+)*\\.[A-Za-z]{2,}'},
  {
    mark: '[id card]',
    pattern: `[1-9][0-9]{5}${GAP}[12][0-9]{3}${GAP}[01][0-9]${GAP}[0-3][0-9]${GAP}[0-9]{3}[0-9Xx]`,
    check: 'china_id_card'
  },
  {
    mark: '[bank card]',
    pattern: `[3-6][0-9]{3}(?:${GAP}[0-9]{4}){2}${GAP}[0-9]{3,4}(?:${GAP}[0-9]{1,3})?`,
    check: 'bank_card'
  },
  {mark: '[phone]', pattern: `(?:(?:\\+|00)?86${GAP})?1[3-9][0-9]${GAP}[0-9]{4}${GAP}[0-9]{4}`},
  {mark: '[phone]', pattern: '\\(?0[1-9][0-9]{1,2}\\)?[ -]?[2-9][0-9]{6,7}(?:-[0-9]{1,6})?'},
  {mark: '[phone]', pattern: `[48]00${GAP}[0-9]{3}${GAP}[0-9]{4}`},
  {mark: '[phone]', pattern: '(?:\\+?1[ .-]?)?\\(?[2-9][0-9]{2}\\)?[ .-][0-9]{3}[ .-][0-9]{4}'},
  {mark: '[phone]', pattern: '\\+[1-9][0-9]{0,2}(?:[ -]?[0-9]{2,4}){2,5}'},
  {
    mark: '[plate]',
    pattern:
      '[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼使领][A-Za-z][ ·•.-]?[A-Za-z0-9]{4,5}[A-Za-z0-9挂学警港澳]'
  }
];

/** What every form holds; texts without it are passed over. */
export const ANY_FORM = '[0-9]{3}|@|[·•][A-Za-z0-9]{4}|[\\x{4e00}-\\x{9fff}][A-Za-z]';

/** Weights and check digits of ID card numbers, GB 11643-1999. */
export const ID_CARD_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
export const ID_CARD_CHECK_DIGITS = '10X98765432';

/** Chinese bank cards begin with 62 (UnionPay); others must pass the check of ISO/IEC 7812-1 (Luhn). */
export const UNIONPAY_PREFIX = '62';
