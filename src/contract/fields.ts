import {z} from 'zod';

/** What is done to a value before it is written anywhere; a short text without a mark loses only what has the form of a contact. */
export type Privacy = 'none' | 'identifier' | 'contact' | 'free_text';

/** Instants outside these bounds are placeholders or typing errors, such as 1900-01-01. */
export const EARLIEST_INSTANT = '1970-01-01T00:00:00.000000Z';
export const LATEST_INSTANT = '2199-12-31T23:59:59.999999Z';

/** A short text: a name, a code of the company's own, a number that is not counted with. */
export const text = () => z.string().min(1);

/** The number of a record, or of another that it refers to: kept to the letter. */
export const recordNumber = () => z.string().min(1).meta({privacy: 'none'});

/** A text that people wrote: names, phone numbers, ID cards, e-mails, bank cards and plates in it are redacted. */
export const freeText = () => z.string().min(1).meta({privacy: 'free_text'});

/** What tells one person from another: replaced by a keyed pseudonym. */
export const personIdentifier = () => z.string().min(1).meta({privacy: 'identifier'});

/** A name, phone number or address of a person: replaced by a keyed pseudonym, and blotted out of the free text beside it. */
export const personContact = () => z.string().min(1).meta({privacy: 'contact'});

/** An instant in UTC with microseconds: `2026-10-01T01:30:00.000000Z`. */
export const instant = () =>
  z.iso
    .datetime({precision: 6})
    .refine((value) => value >= EARLIEST_INSTANT && value <= LATEST_INSTANT, {
      error: `must lie between ${EARLIEST_INSTANT} and ${LATEST_INSTANT}`
    })
    .meta({earliest: EARLIEST_INSTANT, latest: LATEST_INSTANT});

/** One of a closed list of words. */
export const code = <const T extends readonly [string, ...string[]]>(codes: T) => z.enum(codes);
