import {FORMS, ID_CARD_CHECK_DIGITS, ID_CARD_WEIGHTS, UNIONPAY_PREFIX, type Form} from './forms.ts';

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

/** Redacts everything that has the form of a phone number, ID card, bank card, e-mail address or number plate. */
export function redactForms(text: string): string {
  return FORMS.reduce(withoutForm, text);
}

function withoutOwn(text: string, {value, mark, shortest}: OwnValue): string {
  if (value === null || [...value].length < shortest) return text;
  if (!/[A-Za-z]/.test(value)) return text.replaceAll(value, mark);
  return text.replace(new RegExp(value.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'), 'giu'), () => mark);
}

function withoutForm(text: string, form: Form): string {
  if (form.check === undefined) {
    const bounded = new RegExp(`(\\b|[A-Za-z_])(?:${form.pattern})(\\b|[A-Za-z_])`, 'g');
    const once = (value: string) => value.replace(bounded, `$1${form.mark}$2`);
    return once(once(text));
  }
  const bounded = new RegExp(`(?:\\b|[A-Za-z_])(${form.pattern})(?:\\b|[A-Za-z_])`, 'g');
  const test = form.check === 'china_id_card' ? isIdCard : isBankCard;
  return [...text.matchAll(bounded)]
    .map((match) => match[1]!)
    .filter((candidate) => test(candidate.replace(/[ -]/g, '')))
    .reduce((rest, candidate) => rest.replaceAll(candidate, form.mark), text);
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
