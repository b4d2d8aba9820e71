import fc from 'fast-check';
import {afterAll, beforeAll, expect, it} from 'vitest';
import {openDatabase, type Database} from '../../src/warehouse/duckdb.ts';
import {instantSql, localSql} from '../../src/warehouse/zoneSql.ts';

const SEED = 20260704;
const ZONES = ['Asia/Shanghai', 'America/New_York', 'Asia/Kolkata', 'UTC', 'Asia/Tokyo', 'Asia/Singapore'];

let database: Database;
beforeAll(async () => {
  database = await openDatabase(':memory:');
  const seconds = fc.sample(fc.integer({min: 0, max: Date.UTC(2100, 0) / 1000}), {seed: SEED, numRuns: 5000});
  // The hours around the year from which China's offset is steady, too.
  const edges = Array.from({length: 100}, (_, i) => Date.UTC(1991, 11, 30) / 1000 + i * 3600);
  const values = [...seconds, ...edges].map((second) => `(${second})`).join(', ');
  await database.execute(`
    create table times as
    select make_timestamptz(second * 1000000::bigint + 7) as instant, make_timestamp(second * 1000000::bigint + 7) as local
    from (values ${values}) as t(second)`);
});
afterAll(() => {
  database.close();
});

it.each(ZONES)('%s: plain addition gives what the calendar gives', async (zone) => {
  const rows = await database.query(`
    select * from times
    where ${instantSql('local', zone)} is distinct from timezone('${zone}', local)
      or ${localSql('instant', zone)} is distinct from timezone('${zone}', instant)`);
  expect(rows, `seed ${SEED}`).toEqual([]);
});

it('keeps what is null null', async () => {
  const rows = await database.query(
    `select ${instantSql('null::timestamp', 'Asia/Shanghai')} as instant, ${localSql('null::timestamptz', 'Asia/Shanghai')} as local`
  );
  expect(rows).toEqual([{instant: null, local: null}]);
});
