import {createHmac} from 'node:crypto';
import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {normalContact, normalContactMacro, pseudonymiser} from '../../src/privacy/pseudonym.ts';
import {openDatabase, type Database} from '../../src/warehouse/duckdb.ts';

let database: Database;
beforeAll(async () => {
  database = await openDatabase(':memory:');
  await database.execute(normalContactMacro);
});
afterAll(() => {
  database.close();
});

async function pseudonymSql(key: string, field: string, value: string): Promise<string> {
  await database.execute(pseudonymiser(key).macro);
  const [row] = await database.query<{found: string}>('select pseudonym($field::varchar, $value::varchar) as found', {
    field,
    value
  });
  return row!.found;
}

describe('pseudonym', () => {
  it('is HMAC-SHA-256, cut to 128 bits', async () => {
    // RFC 4231, test case 2.
    expect(createHmac('sha256', 'Jefe').update('what do ya want for nothing?').digest('hex')).toBe(
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843'
    );
    const expected = createHmac('sha256', 'a key of enough bytes').update('customer_id:42').digest('hex').slice(0, 32);
    expect(pseudonymiser('a key of enough bytes').pseudonym('customer_id', '42')).toBe(expected);
    expect(await pseudonymSql('a key of enough bytes', 'customer_id', '42')).toBe(expected);
  });

  it.each(['', '张三', 'a\nb', '😀', 'x'.repeat(1000)])('is the same over a column for %j', async (value) => {
    for (const key of ['0123456789abcdef', '钥匙'.repeat(8), 'k'.repeat(64)]) {
      expect(await pseudonymSql(key, 'field', value)).toBe(pseudonymiser(key).pseudonym('field', value));
    }
  });

  it('tells fields and keys apart', () => {
    const one = pseudonymiser('0123456789abcdef');
    expect(one.pseudonym('customer_id', '42')).not.toBe(one.pseudonym('customer_phone', '42'));
    expect(pseudonymiser('fedcba9876543210').pseudonym('customer_id', '42')).not.toBe(
      one.pseudonym('customer_id', '42')
    );
  });

  it('refuses a key of more bytes than a block', () => {
    expect(() => pseudonymiser('k'.repeat(65))).toThrow('the pseudonym key has 65 bytes; give at most 64');
  });

  it('gives a key away neither in its fingerprint nor in its length', () => {
    const key = 'a very secret key';
    expect(pseudonymiser(key).fingerprint).toMatch(/^[0-9a-f]{16}$/);
    expect(pseudonymiser(key).macro).not.toContain(Buffer.from(key).toString('hex'));
  });
});

describe('normalContact', () => {
  it.each([
    ['13812345678', '13812345678'],
    ['138 1234 5678', '13812345678'],
    ['+86 138-1234-5678', '13812345678'],
    ['0086-13812345678', '13812345678'],
    ['(010) 6234 5678', '01062345678'],
    ['ANN@Example.com', 'ann@example.com'],
    ['张三', '张三'],
    ['12345', '12345'],
    ['İ', 'İ']
  ])('writes %s as %s', async (value, expected) => {
    expect(normalContact(value)).toBe(expected);
    const [row] = await database.query('select normal_contact($value::varchar) as found', {value});
    expect(row).toEqual({found: expected});
  });
});
