import {messageOf} from '../config/problems.ts';
import {shortPath} from '../config/yamlFile.ts';
import type {Database} from '../warehouse/duckdb.ts';
import {identifier} from '../warehouse/quote.ts';
import type {Model, Repetition} from './model.ts';
import {runMethod} from './runMethod.ts';
import {executeTogether} from './together.ts';

/** No chain of rules is longer; one that is has no end. */
const MOST_ROUNDS = 50;

/** Makes the tables and views of models that stand in the order in which they read each other. */
export async function makeModels(ordered: readonly Model[], database: Database): Promise<void> {
  for (const {name, repeat} of ordered) {
    if (repeat) await database.execute(`create or replace table ${name} (${columnList(repeat)})`);
  }
  for (const model of ordered) {
    const again = ordered.filter(({name}) => model.repeat?.models.includes(name));
    await (model.repeat ? repeatModel(again, model, database) : makeModel(model, database));
  }
}

/** Makes models that are views together; where that fails, one by one, to tell which of them is wrong. */
export async function makeViews(views: readonly Model[], database: Database): Promise<void> {
  try {
    await executeTogether(views.map(createSql), database);
  } catch {
    for (const view of views) await makeModel(view, database);
  }
}

async function makeModel(model: Model, database: Database): Promise<void> {
  await explained(model, () =>
    model.method ? runMethod(model, model.method, database) : database.execute(createSql(model))
  );
}

function createSql({layer, id, isView, sql}: Model): string {
  return `create or replace ${isView ? 'view' : 'table'} ${layer}.${identifier(id)} as ${sql}`;
}

/** Makes a model, and again those that read it, until its rows stay as they are. */
async function repeatModel(again: readonly Model[], model: Model, database: Database): Promise<void> {
  const columns = Object.keys(model.repeat?.columns ?? {})
    .map(identifier)
    .join(', ');
  for (let round = 0; round < MOST_ROUNDS; round++) {
    await explained(model, () => database.execute(`create or replace temp table next_round as ${model.sql}`));
    const [row] = await database.query<{changes: string}>(`
      select count(*) as changes from (
        (select ${columns} from next_round except select ${columns} from ${model.name})
        union all
        (select ${columns} from ${model.name} except select ${columns} from next_round))`);
    if (Number(row!.changes) === 0) return database.execute('drop table next_round');
    await database.execute(`
      create or replace table ${model.name} as select ${columns} from next_round;
      drop table next_round;`);
    for (const one of again) await makeModel(one, database);
  }
  throw new Error(
    `${shortPath(model.path)}: its rows still change after ${MOST_ROUNDS} rounds; its rules contradict each other`
  );
}

function columnList({columns}: Repetition): string {
  return Object.entries(columns)
    .map(([name, type]) => `${identifier(name)} ${type}`)
    .join(', ');
}

async function explained(model: Model, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    throw new Error(`${shortPath(model.path)}: ${messageOf(error)}`, {cause: error});
  }
}
