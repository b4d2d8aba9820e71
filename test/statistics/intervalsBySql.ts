import {intervalMacros} from '../../src/statistics/intervalsSql.ts';
import type {Interval} from '../../src/statistics/wilsonInterval.ts';
import {openDatabase} from '../../src/warehouse/duckdb.ts';

/** An interval by the SQL macros, over columns of the type that the engine gives them. */
export async function intervalsBySql(
  name: 'wilson' | 'poisson' | 'mean',
  values: readonly (number | null)[],
  confidence = 0.95
): Promise<Interval> {
  const database = await openDatabase(':memory:');
  await database.execute(intervalMacros(confidence));
  const columns = values.map((value, i) => `${value ?? 'null'}::double as v${i}`).join(', ');
  const names = values.map((_, i) => `v${i}`).join(', ');
  const [row] = await database.query<Interval>(
    `select ${name}_low(${names}) as low, ${name}_high(${names}) as high from (select ${columns})`
  );
  database.close();
  return row!;
}
