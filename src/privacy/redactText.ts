import {
  BOUND,
  CHECKED,
  ID_CARD_CHECK_DIGITS,
  ID_CARD_WEIGHTS,
  IN_FOURS,
  SEPARATOR,
  UNCHECKED,
  UNIONPAY_PREFIX
} from './forms.ts';

/** A value of the record itself that must not stand in its free text, with the mark put in its place. */
export interface OwnValue {
  readonly value: string | null;
  readonly mark: string;
  /** Shorter values are left, for they would blot out ordinary words. */
  readonly shortest: number;
}

/**
 * Redacts one text: first the record's own names and contacts wherever they stand, then everything in the form of a
 * contact. `redactSql.ts` gives the same result over whole columns.
 */
export function redactText(text: string, own: readonly OwnValue[]): string {
  return redactForms(own.reduce(withoutOwn, text));
}

const checked = new RegExp(`(?:\\b|[A-Za-z_])(${CHECKED.pattern})(?:\\b|[A-Za-z_])`, 'g');
const unchecked = new RegExp(`${BOUND.before}(?:${UNCHECKED.pattern})${BOUND.after}`, 'g');
const separators = new RegExp(SEPARATOR, 'g');
const inFours = new RegExp(`^${IN_FOURS}$`);

/** Redacts everything that has the form of a phone number, ID card, bank card, e-mail address or number plate. */
export function redactForms(text: string): string {
  const withoutCards = [...text.matchAll(checked)]
    .map((match) => match[1]!)
    .filter((candidate) => inFours.test(candidate) || isCardNumber(candidate.replace(separators, '')))
    .reduce((rest, candidate) => rest.replaceAll(candidate, CHECKED.mark), text);
  // Twice, for the character between two numbers can bound only one of them at a time.
  const once = (value: string) => value.replace(unchecked, `$1${UNCHECKED.mark}$2`);
  return once(once(withoutCards));
}

function withoutOwn(text: string, {value, mark, shortest}: OwnValue): string {
  if (value === null || [...value].length < shortest) return text;
  if (!/[A-Za-z]/.test(value)) return text.replaceAll(value, mark);
  return text.replace(new RegExp(value.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'), 'giu'), () => mark);
}

function isCardNumber(digits: string): boolean {
  return isIdCard(digits) || isBankCard(digits);
}

/** Whether the last of 18 characters is the check digit of the others (GB 11643-1999). */
export function isIdCard(digits: string): boolean {
  const sum = ID_CARD_WEIGHTS.reduce((total, weight, i) => total + weight * Number(digits.charAt(i)), 0);
  return digits.length === 18 && ID_CARD_CHECK_DIGITS.charAt(sum % 11) === digits.charAt(17).toUpperCase();
}

/** Whether a number of 15 to 19 digits is one of UnionPay's, or passes the Luhn check. */
export function isBankCard(digits: string): boolean {
  if (digits.startsWith(UNIONPAY_PREFIX)) return true;
  const sum = [...digits].reverse().reduce((total, character, i) => {
    const doubled = Number(character) * (i % 2 === 0 ? 1 : 2);
    return total + Math.floor(doubled / 10) + (doubled % 10);
  }, 0);
  return sum % 10 === 0;
}
