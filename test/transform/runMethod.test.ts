import {afterEach, beforeEach, describe, expect, it} from 'vitest';
import {makeModels} from '../../src/transform/makeModels.ts';
import {readModel, readModels} from '../../src/transform/model.ts';
import {openDatabase, type Database} from '../../src/warehouse/duckdb.ts';

const OPTIONS = 'options: {confidence: 0.95, least_expected: 1, look: 0.1, act: 0.05}';
const COLUMNS = `'region' as kind, 'north' as first_member, null as second_member, 30::double as observed,
  null::double as observed_before, null::double as total_before, null::double as total`;

let database: Database;
beforeEach(async () => {
  database = await openDatabase(':memory:');
  await database.execute('create schema marts');
});
afterEach(() => {
  database.close();
});

const mart = (header: string, sql: string) =>
  readModel('marts', 'pipelines/marts/spots.sql', `/*---\nwhat: spots\n${header}\n---*/\n${sql}\n`);

describe('a mart with a method', () => {
  it('has the rows that the method makes of those of its query, in the columns of the method', async () => {
    const model = mart(
      `method: hot_spots\n${OPTIONS}\nparameters: {expected: 10}`,
      `select ${COLUMNS}, $expected::double as expected`
    );
    await makeModels([model], database);
    const [row] = await database.query('select first_member, ratio, tested, verdict from marts.spots');
    expect(row).toEqual({first_member: 'north', ratio: 3, tested: 1, verdict: 'act'});
  });

  it('is an empty table where the query has no rows', async () => {
    await makeModels(
      [mart(`method: hot_spots\n${OPTIONS}`, `select ${COLUMNS}, 1::double as expected where false`)],
      database
    );
    expect(await database.query('from marts.spots')).toEqual([]);
  });

  it.each([
    [`select ${COLUMNS}`, /spots\.sql: method hot_spots: its query must return other rows: expected: .*undefined/],
    [`select ${COLUMNS}, 'ten' as expected`, /expected: .*received string/],
    [`select ${COLUMNS}, 10::double as expected, 1 as more`, /more/]
  ])('tells which column of %s is wrong', async (sql, message) => {
    await expect(makeModels([mart(`method: hot_spots\n${OPTIONS}`, sql)], database)).rejects.toThrow(message);
  });
});

it.each([
  ['method: hotspots', /method: there is no method "hotspots"; did you mean "hot_spots"\?/],
  [`method: hot_spots\noptions: {confidence: 95, least_expected: 1, look: 0.1, act: 0.05}`, /options: .*confidence/s],
  [OPTIONS, /options go with a method/],
  ['parameters: {least: 2}', /parameters: the query does not name \$least/]
])('refuses the header %s', (header, message) => {
  expect(() => mart(header, 'select 1')).toThrow(message);
});

it('runs all methods that there are', async () => {
  const {models} = await readModels();
  expect([...new Set(models.flatMap(({method}) => method?.name ?? []))].sort()).toEqual([
    ...['changes', 'comparisons', 'effects', 'findings', 'forecasts', 'hot_spots', 'signals', 'survival', 'trends']
  ]);
});
