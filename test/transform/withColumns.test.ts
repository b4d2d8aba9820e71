import {afterAll, beforeAll, expect, test} from 'vitest';
import {readTrees, writeQueries} from '../../src/transform/syntaxTrees.ts';
import {rowsOf, withColumns} from '../../src/transform/withColumns.ts';
import {openDatabase, type Database} from '../../src/warehouse/duckdb.ts';

let database: Database;
beforeAll(async () => {
  database = await openDatabase(':memory:');
  await database.execute(`
    create schema core;
    create table core.cases as select * from (values ('A', 1, 'east'), ('B', 2, 'west')) as rows(id, amount, region);
    create table core.clocks as select * from (values ('A', true), ('B', false)) as rows(id, is_met);`);
});
afterAll(() => {
  database.close();
});

async function widen(sql: string): Promise<string | undefined> {
  const trees = await readTrees([{name: 'kpis.figure', path: 'pipelines/kpis/figure.sql', sql}], database);
  const tree = trees.get('kpis.figure')!;
  const name = rowsOf(tree, 'core.cases');
  if (name === undefined) return undefined;
  const [query] = await writeQueries([withColumns(tree, name, ['region'])], database);
  return query;
}

test('the columns come along with a query that reads the table', async () => {
  const sql = await widen(`select id, amount > 1 as is_large from core.cases where amount > 0`);
  expect(await database.query(`${sql!} order by id`)).toEqual([
    {id: 'A', is_large: false, region: 'east'},
    {id: 'B', is_large: true, region: 'west'}
  ]);
});

test('an alias and an inner join are followed', async () => {
  const sql = await widen('select id from core.clocks join core.cases as c using (id) where is_met');
  expect(await database.query(sql!)).toEqual([{id: 'A', region: 'east'}]);
});

test.each([
  ['a query that groups', 'select id, count(*) as n from core.cases group by id'],
  ['a CTE', 'with recent as (select id from core.cases) select id from recent'],
  ['another table', 'select id from core.clocks'],
  [
    'an outer join, which may make rows without one of the table',
    'select k.id from core.clocks as k left join core.cases as c using (id)'
  ],
  ['distinct rows', 'select distinct id from core.cases']
])('%s is left as it is', async (_, sql) => {
  expect(await widen(sql)).toBeUndefined();
});
