import type {FieldMapping} from '../contract/mapping.ts';
import type {ContractField} from '../contract/contract.ts';
import {FALSE_WORDS, TRUE_WORDS} from '../contract/typedValue.ts';

/** Columns that a source keeps although no field reads them are landed under their name with this before it. */
export const KEPT_PREFIX = 'kept.';

/** The column of landing that tells whether a row deletes its record: 'true' or null. */
export const DELETED = '_deleted';

/** How long a value of the record's own must be, in characters, to be blotted out of its free text. */
export const SHORTEST_OWN = {contact: 2, identifier: 4} as const;

type OwnField = FieldMapping & {field: ContractField & {privacy: keyof typeof SHORTEST_OWN}};

/** Whether a field holds who the customer is. */
export function isOwn(mapping: FieldMapping): mapping is OwnField {
  return mapping.field.privacy === 'contact' || mapping.field.privacy === 'identifier';
}

/** Whether a field has a column in landing: constants and row numbers are put in later. */
export function isLanded({origin}: FieldMapping): boolean {
  return origin.from === 'columns' || origin.from === 'content_hash';
}

/**
 * Whether a field's texts are landed to the letter only where they can be read as its type: dates, numbers and flags.
 * Anything else in such a field may be a name that slipped into the wrong column, so its letters are blotted out.
 */
export function isGuarded({field}: FieldMapping): boolean {
  return field.privacy === undefined && field.type !== 'text' && field.type !== 'code';
}

/** What counts as a letter there, as a pattern: whatever lies beyond ASCII, for Unicode's own lists differ between versions. */
export const LETTER = '[A-Za-z]|[^\\x00-\\x7f]';

/** The words that a guarded field is known to hold, in small letters. */
export function readableWords({field, values}: FieldMapping): string[] {
  const words = [...(values?.keys() ?? []), ...(field.type === 'flag' ? [...TRUE_WORDS, ...FALSE_WORDS] : [])];
  return [...new Set(words.map(smallLetters))];
}

/** A word with the letters A to Z made small; letters beyond them differ between JavaScript and SQL. */
export function smallLetters(word: string): string {
  return word.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}

/** `smallLetters` in SQL; translate is slow, and few words need it. */
export function smallLettersSql(word: string): string {
  const small = `translate(${word}, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz')`;
  return `case when regexp_matches(${word}, '[A-Z]') then ${small} else ${word} end`;
}
