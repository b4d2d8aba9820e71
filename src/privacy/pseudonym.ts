import {createHmac} from 'node:crypto';

const LENGTH = 32;
const BLOCK = 64;

/** Makes pseudonyms: the same value of the same field gives the same 32 hexadecimal digits, and nothing without the key. */
export interface Pseudonymiser {
  pseudonym(field: string, value: string): string;
  /** Tells keys apart without giving them away. */
  readonly fingerprint: string;
  /** A macro `pseudonym(field, value)` with the same results over whole columns; the key stays in memory. */
  readonly macro: string;
}

/** HMAC-SHA-256 (RFC 2104), cut to 128 bits. The key is any text of at least 16 bytes. */
export function pseudonymiser(key: string): Pseudonymiser {
  const digest = (message: string) => createHmac('sha256', key).update(message).digest('hex').slice(0, LENGTH);
  return {
    pseudonym: (field, value) => digest(`${field}:${value}`),
    fingerprint: digest('fingerprint').slice(0, 16),
    macro: hmacMacro(key)
  };
}

function hmacMacro(key: string): string {
  const bytes = Buffer.from(key, 'utf8');
  if (bytes.length > BLOCK) throw new Error(`the pseudonym key has ${bytes.length} bytes; give at most ${BLOCK}`);
  const padded = Buffer.concat([bytes, Buffer.alloc(BLOCK - bytes.length)]);
  const pad = (value: number) => `unhex('${Buffer.from(padded.map((byte) => byte ^ value)).toString('hex')}')`;
  const inner = `unhex(sha256(${pad(0x36)} || encode(field || ':' || value)))`;
  return `create or replace temp macro pseudonym(field, value) as left(sha256(${pad(0x5c)} || ${inner}), ${LENGTH});`;
}

/** Writes a contact in one way: a phone number as its digits without China's prefix, all else in small letters. */
export function normalContact(value: string): string {
  if (!/^[+0-9() -]{7,}$/.test(value)) return value.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  return value.replace(/[^0-9]/g, '').replace(/^(?:00)?86(1[3-9][0-9]{9})$/, '$1');
}

/** `normalContact` as an SQL macro `normal_contact(value)`. */
export const normalContactMacro = `create or replace temp macro normal_contact(value) as
  case when regexp_full_match(value, '[+0-9() -]{7,}')
    then regexp_replace(regexp_replace(value, '[^0-9]', '', 'g'), '^(?:00)?86(1[3-9][0-9]{9})$', '\\1')
    when regexp_matches(value, '[A-Z]') then translate(value, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz')
    else value
  end;`;
