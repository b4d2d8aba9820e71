/** By what it is told whether two names are those of one person: however they are spaced, and whatever their case. */
export function personKey(name: string): string {
  return name
    .normalize('NFC')
    .replace(/[\s\p{Z}\p{Cf}]/gu, '')
    .toLowerCase();
}

/** The macro config.person_key(name), which gives the same in SQL. */
export const PERSON_KEY_MACRO = String.raw`
  create or replace macro config.person_key(name) as
    lower(regexp_replace(nfc_normalize(name), '[\s\p{Z}\p{Cf}]', '', 'g'))`;
