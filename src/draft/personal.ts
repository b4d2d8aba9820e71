import {redactForms} from '../privacy/redactText.ts';

/** The share of texts that hold something in the form of a phone number, card, e-mail address or number plate. */
export function contactShare(texts: readonly string[]): number {
  return share(texts, (text) => redactForms(text) !== text);
}

/** The share of texts that have the form of a Chinese person's name. `familyNames` holds a sign for each. */
export function nameShare(texts: readonly string[], familyNames: string): number {
  return share(texts, (text) => isName(text, familyNames));
}

/** Whether columns with such texts may hold personal data. */
export function looksPersonal(texts: readonly string[], familyNames: string): boolean {
  return contactShare(texts) > 0.1 || nameShare(texts, familyNames) > 0.5;
}

/** Whether a word may be shown: short, on more than one row, and without a contact, a long number or a person's name. */
export function isShowable(word: string, count: number, familyNames: string): boolean {
  const mayName = new RegExp(`[${familyNames}]\\p{Script=Han}`, 'u').test(word);
  return count > 1 && word.length <= 24 && redactForms(word) === word && !/[0-9]{5}/.test(word) && !mayName;
}

function isName(text: string, familyNames: string): boolean {
  return /^\p{Script=Han}{2,3}(?:先生|女士|小姐)?$/u.test(text) && familyNames.includes(text.charAt(0));
}

function share(texts: readonly string[], is: (text: string) => boolean): number {
  const some = texts.slice(0, 2000);
  return some.length === 0 ? 0 : some.filter(is).length / some.length;
}
