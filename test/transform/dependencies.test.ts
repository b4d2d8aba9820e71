import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {orderModels, readDependencies} from '../../src/transform/dependencies.ts';
import type {Layer, Model} from '../../src/transform/model.ts';
import {openDatabase, type Database} from '../../src/warehouse/duckdb.ts';

let database: Database;
beforeAll(async () => {
  database = await openDatabase(':memory:');
});
afterAll(() => {
  database.close();
});

function model(name: string, sql: string): Model {
  const [layer, id] = name.split('.') as [Layer, string];
  return {layer, id, name, path: `pipelines/${layer}/${id}.sql`, sql, isView: false, what: id};
}

async function reads(sql: string): Promise<string[] | undefined> {
  return (await readDependencies([model('core.x', sql)], database)).get('core.x');
}

describe('readDependencies', () => {
  it.each([
    ['select * from core.a', ['core.a']],
    ['select * from core.a as x join staging.complaint as core using (id)', ['core.a', 'staging.complaint']],
    ['with a as (select 1), b as (select * from a) select * from a, b', []],
    ['with b as (select * from core.b) select * from b where id in (select id from core.c)', ['core.b', 'core.c']],
    ['select (select max(x) from core.d) as "core.e" from core."f g"', ['core.d', 'core.f g']],
    ["select 'from core.a' /* from core.b */ -- from core.c", []],
    ['select * from core.a union all select * from core.b order by 1', ['core.a', 'core.b']],
    ['from core.a select x', ['core.a']]
  ])('finds what %s reads', async (sql, tables) => {
    expect(await reads(sql)).toEqual(tables);
  });

  it('tells of all queries that cannot be read', async () => {
    const models = [model('core.a', 'selec 1'), model('core.b', 'drop table x'), model('core.c', 'select 1')];
    await expect(readDependencies(models, database)).rejects.toThrow(
      /pipelines\/core\/a\.sql: it is not one SELECT: .*\n.*pipelines\/core\/b\.sql: it is not one SELECT/s
    );
  });
});

describe('orderModels', () => {
  const order = (models: Record<string, string[]>) =>
    orderModels(
      Object.keys(models).map((name) => model(name, '')),
      new Map(Object.entries(models)),
      ['marts.kpi_values']
    ).map(({name}) => name);

  it('puts each model after what it reads', () => {
    const models = {
      'marts.m': ['kpis.k', 'marts.kpi_values', 'config.run'],
      'kpis.k': ['core.b', 'policy.targets'],
      'core.b': ['core.a'],
      'core.a': ['staging.complaint']
    };
    expect(order(models)).toEqual(['core.a', 'core.b', 'kpis.k', 'marts.m']);
  });

  it.each([
    [
      'a cycle',
      {'core.a': ['core.b'], 'core.b': ['core.c'], 'core.c': ['core.a']},
      'pipelines/core/a.sql: it reads itself: core.a → core.b → core.c → core.a'
    ],
    ['itself', {'core.a': ['core.a']}, 'pipelines/core/a.sql: it reads itself: core.a → core.a'],
    [
      'against the flow',
      {'core.a': ['kpis.k'], 'kpis.k': []},
      'pipelines/core/a.sql: it reads kpis.k against the flow; core comes before kpis'
    ],
    ['what nobody makes', {'core.a': ['core.b']}, 'pipelines/core/a.sql: it reads core.b, which no model makes']
  ])('refuses %s', (_, models, message) => {
    expect(() => order(models as unknown as Record<string, string[]>)).toThrow(message);
  });

  it('tells of all mistakes at once', () => {
    const models = {'core.a': ['core.x', 'kpis.k'], 'kpis.k': ['core.y']};
    expect(() => order(models)).toThrow(/core\.x.*\n.*kpis\.k.*\n.*core\.y/);
  });
});
