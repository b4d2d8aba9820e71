import {periodRecords, type GrainPeriod} from '../transform/periodRecords.ts';
import type {Counted} from '../transform/counted.ts';
import type {Database} from '../warehouse/duckdb.ts';
import {identifier, literal} from '../warehouse/quote.ts';

/** The tables of an edition, each in a file `<name>.parquet`. */
export const FROZEN_TABLES = ['figures', 'cards', 'card_heads', 'card_evidence', 'records'] as const;
export type FrozenTable = (typeof FROZEN_TABLES)[number];

/** The marts of which an edition keeps the rows of its period. */
const MARTS: Readonly<Record<Exclude<FrozenTable, 'records'>, string>> = {
  figures: 'kpi_values',
  cards: 'cards',
  card_heads: 'card_heads',
  card_evidence: 'card_evidence'
};

/**
 * The SQL of each table of an edition: the rows of the period in the marts that there are, and in `records` those that each figure
 * counts: kpi, record_id, at (local time), what its kind takes of them (numerator and denominator; seconds and is_open; until), and
 * one column per dimension. Null stands for what a kind or a record does not have.
 */
export async function frozenTables(
  period: GrainPeriod,
  {counted, dimensions}: {readonly counted: readonly Counted[]; readonly dimensions: readonly string[]},
  database: Database
): Promise<Map<FrozenTable, string>> {
  const there = await martsIn(database);
  const marts = Object.entries(MARTS)
    .filter(([, mart]) => there.has(mart))
    .map(([table, mart]): [FrozenTable, string] => [
      table as FrozenTable,
      `select * from marts.${mart} where grain = ${literal(period.grain)} and period_start = date ${literal(period.start)}`
    ]);
  return new Map([...marts, ['records', recordsSql(period, counted, dimensions)]]);
}

/** The tables and views of the schema marts, by name, with their columns. */
export async function martsIn(database: Database): Promise<Map<string, string[]>> {
  const rows = await database.query<{mart: string; columns: string[]}>(`
    select table_name as mart, list(column_name order by column_index) as columns
    from duckdb_columns()
    where database_name = current_database() and schema_name = 'marts'
    group by all`);
  return new Map(rows.map(({mart, columns}) => [mart, columns]));
}

/** The columns of `records` with their types. */
export function recordColumns(dimensions: readonly string[]): [name: string, type: string][] {
  return [
    ['kpi', 'varchar'],
    ['record_id', 'varchar'],
    ['at', 'varchar'],
    ['numerator', 'double'],
    ['denominator', 'double'],
    ['seconds', 'double'],
    ['is_open', 'boolean'],
    ['until', 'varchar'],
    ...dimensions.map((name): [string, string] => [name, 'varchar'])
  ];
}

/** All in one statement: a figure costs less to plan beside others than by itself. */
function recordsSql(period: GrainPeriod, counted: readonly Counted[], dimensions: readonly string[]): string {
  const empty = recordColumns(dimensions).map(([name, type]) => `null::${type} as ${identifier(name)}`);
  const selects = counted
    .filter(({isEmpty}) => !isEmpty)
    .map(
      (one) =>
        `select ${literal(one.kpi.id)} as kpi, * replace (record_id::varchar as record_id) from (${periodRecords(one, period)})`
    );
  return [`select ${empty.join(', ')} where false`, ...selects].join(' union all by name ');
}
