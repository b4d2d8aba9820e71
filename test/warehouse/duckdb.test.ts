import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, expect, it, vi} from 'vitest';
import {openDatabase} from '../../src/warehouse/duckdb.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'huisheng-test-'));
});
afterAll(() => rm(folder, {recursive: true}));

it('shows and truncates instants in the zone that is given', async () => {
  const database = await openDatabase(':memory:', {timeZone: 'Asia/Shanghai'});
  const instant = `timestamptz '2026-01-31T20:00:00Z'`;
  const rows = await database.query(`select date_trunc('day', ${instant})::varchar as day, 1::bigint as big`);
  expect(rows).toEqual([{day: '2026-02-01 00:00:00+08', big: '1'}]);
  database.close();
});

it('does not change what it may only read', async () => {
  const path = join(folder, 'read.duckdb');
  const writer = await openDatabase(path);
  await writer.execute('create table t as select 1 as x');
  writer.close();
  const reader = await openDatabase(path, {readOnly: true});
  expect(await reader.query('from t')).toEqual([{x: 1}]);
  await expect(reader.execute('insert into t values (2)')).rejects.toThrow('read-only');
  reader.close();
});

it('says which file it can not open', async () => {
  const path = join(folder, 'missing', 'x.duckdb');
  await expect(openDatabase(path)).rejects.toThrow(`${path}: DuckDB can't open it`);
});

it('loads no extension by itself', async () => {
  const database = await openDatabase(':memory:');
  await expect(database.execute(`select * from 'https://example.invalid/x.parquet'`)).rejects.toThrow(/httpfs/i);
  database.close();
});

it('works with as many threads as the environment says, and refuses what is no number of them', async () => {
  vi.stubEnv('HUISHENG_THREADS', '3');
  try {
    const database = await openDatabase(':memory:');
    expect(await database.query(`select current_setting('threads')::integer as threads`)).toEqual([{threads: 3}]);
    database.close();
    vi.stubEnv('HUISHENG_THREADS', 'many');
    await expect(openDatabase(':memory:')).rejects.toThrow('HUISHENG_THREADS: expected a whole number of threads');
  } finally {
    vi.unstubAllEnvs();
  }
});
