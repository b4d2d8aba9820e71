import {afterAll, beforeAll, expect, it} from 'vitest';
import {readModels} from '../../src/transform/model.ts';
import {openDatabase, type Database} from '../../src/warehouse/duckdb.ts';

let database: Database;

beforeAll(async () => {
  database = await openDatabase(':memory:');
  await database.execute('create schema marts');
});

afterAll(() => {
  database.close();
});

/** The mart over months from January on, each a share with its Wilson interval, null where it is withheld. */
async function changesOf(shares: readonly ([number, number] | null)[]) {
  const rows = shares.map((share, month) => {
    const [n, d] = share ?? [1, 2];
    const [low, high] = wilson(n, d);
    const day = `${String(2025 + Math.floor(month / 12))}-${String((month % 12) + 1).padStart(2, '0')}-01`;
    return `('satisfaction', 'month', date '${day}', 'all', ${String(n / d)}::double, ${String(low)}::double, ${String(high)}::double, ${String(share === null)})`;
  });
  await database.execute(
    `create or replace table marts.kpi_values as
     select * from (values ${rows.join(', ')}) as figures(kpi, grain, period_start, dimension, "value", low, high, is_withheld)`
  );
  const {models} = await readModels();
  const {sql} = models.find(({name}) => name === 'marts.kpi_changes')!;
  return database.query<{day: string; compared: string; change: number; low: number; high: number; is_real: boolean}>(
    `select *, period_start::varchar as day from (${sql})`
  );
}

function wilson(numerator: number, denominator: number): [number, number] {
  const z = 1.959964;
  const p = numerator / denominator;
  const middle = (p + (z * z) / (2 * denominator)) / (1 + (z * z) / denominator);
  const half =
    (z * Math.sqrt((p * (1 - p)) / denominator + (z * z) / (4 * denominator ** 2))) / (1 + (z * z) / denominator);
  return [middle - half, middle + half];
}

// Newcombe, Statistics in Medicine 17 (1998) 873–890, Table II, method 10.
it.each([
  [56, 70, 48, 80, 0.0524, 0.3339],
  [9, 10, 3, 10, 0.1705, 0.809],
  [10, 10, 0, 20, 0.6791, 1.0]
])('%d/%d after %d/%d', async (a, m, b, n, low, high) => {
  const [change] = await changesOf([
    [b, n],
    [a, m]
  ]);
  expect(change).toMatchObject({compared: 'before', is_real: true});
  expect(change!.low).toBeCloseTo(low, 4);
  expect(change!.high).toBeCloseTo(high, 4);
});

it('compares with the period before and with the same a year earlier, and with nothing that is withheld', async () => {
  const year = Array.from({length: 13}, (): [number, number] => [50, 100]);
  const changes = await changesOf([...year.slice(0, 12), [52, 100]]);
  expect(changes.filter(({day}) => day === '2026-01-01').map(({compared, is_real}) => [compared, is_real])).toEqual([
    ['before', false],
    ['last_year', false]
  ]);
  expect(await changesOf([[50, 100], null, [50, 100]])).toEqual([]);
});
