import {z} from 'zod';
import {METHODS} from '../methods/registry.ts';
import type {Database} from '../warehouse/duckdb.ts';
import {identifier} from '../warehouse/quote.ts';
import type {MethodUse, Model} from './model.ts';

/** How many rows are written in one statement. */
const BATCH = 20_000;

/** Makes the table of a mart whose rows a method makes of those of its query. Throws when a row of the query has not the form that the method reads. */
export async function runMethod(
  {name: table, sql}: Model,
  {name, options}: MethodUse,
  database: Database
): Promise<void> {
  const method = METHODS[name]!;
  const {input, columns} = method;
  const rows = z.array(input).safeParse(await database.query(sql));
  if (!rows.success) throw new Error(`method ${name}: its query must return other rows: ${firstIssue(rows.error)}`);
  const made = method.run(rows.data, options);
  const list = Object.entries(columns).map(([column, type]) => `${identifier(column)} ${type}`);
  await database.execute(`create or replace table ${table} (${list.join(', ')})`);
  const names = Object.keys(columns).map(identifier).join(', ');
  for (let first = 0; first < made.length; first += BATCH) {
    await database.query(
      `insert into ${table} (${names})
       select ${names} from (select unnest(from_json($rows::varchar, '${JSON.stringify([columns])}'), recursive := true))`,
      {rows: JSON.stringify(made.slice(first, first + BATCH))}
    );
  }
}

/** The first thing that is wrong; the same is wrong with most rows. */
function firstIssue({issues}: z.ZodError): string {
  const [issue] = issues;
  return issue ? `${issue.path.slice(1).map(String).join('.')}: ${issue.message}` : '';
}
