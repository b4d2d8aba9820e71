import {afterAll, beforeAll, expect, it} from 'vitest';
import {openDatabase, type Database} from '../../src/warehouse/duckdb.ts';
import {identifier, literal, literalList} from '../../src/warehouse/quote.ts';

let database: Database;
beforeAll(async () => {
  database = await openDatabase(':memory:');
});
afterAll(() => {
  database.close();
});

const TEXTS = ["it's", '投诉"日期', "'; drop table x; --", '\\', 'two\nlines', '$1', '😀', ' '];

it('writes texts and names so that DuckDB reads them back', async () => {
  for (const text of TEXTS) {
    expect(await database.query(`select ${literal(text)} as ${identifier(text)}`)).toEqual([{[text]: text}]);
  }
  expect(await database.query(`select ${literalList(TEXTS)} as list`)).toEqual([{list: TEXTS}]);
});

it('refuses a NUL, which would end the statement', () => {
  expect(() => literal('a\0b')).toThrow('a NUL character can\'t stand in an SQL literal: "a\\u0000b"');
});
