import {afterEach, beforeEach, expect, it} from 'vitest';
import {makeViews} from '../../src/transform/makeModels.ts';
import type {Model} from '../../src/transform/model.ts';
import {executeTogether} from '../../src/transform/together.ts';
import {openDatabase, type Database} from '../../src/warehouse/duckdb.ts';

let database: Database;
beforeEach(async () => {
  database = await openDatabase(':memory:');
  await database.execute('create schema kpis');
});
afterEach(() => {
  database.close();
});

const view = (id: string, sql: string): Model => ({
  layer: 'kpis',
  id,
  name: `kpis.${id}`,
  path: `pipelines/kpis/${id}.sql`,
  sql,
  isView: true,
  what: id
});

it('makes views that read each other', async () => {
  await makeViews([view('a', 'select 1 as n'), view('b', 'select n + 1 as n from kpis.a')], database);
  expect(await database.query('from kpis.b')).toEqual([{n: 2}]);
});

it('names the file of the view that is wrong', async () => {
  const views = [view('a', 'select 1 as n'), view('b', 'select m from kpis.a'), view('c', 'select 1 as n')];
  await expect(makeViews(views, database)).rejects.toThrow(/^pipelines\/kpis\/b\.sql: .*"m" not found/s);
});

it('leaves nothing of statements one of which fails', async () => {
  const statements = ['create table kpis.a as select 1 as n', 'create table kpis.b as select m from kpis.a'];
  await expect(executeTogether(statements, database)).rejects.toThrow('"m" not found');
  expect(await database.query('from duckdb_tables()')).toEqual([]);
});
