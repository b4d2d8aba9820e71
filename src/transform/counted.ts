import type {Contract} from '../contract/contract.ts';
import {ProblemsError} from '../config/problems.ts';
import {shortPath} from '../config/yamlFile.ts';
import type {Database} from '../warehouse/duckdb.ts';
import {identifier, literal} from '../warehouse/quote.ts';
import {localSql} from '../warehouse/zoneSql.ts';
import type {Kpi, KpiHeader} from './model.ts';
import {readTrees, writeQueries, type SyntaxTree} from './syntaxTrees.ts';
import {rowsOf, withColumns} from './withColumns.ts';

type Kind = KpiHeader['kind'];

/**
 * What a KPI's query must return, by kind. It may also return dimensions of its own, which win over the record's, and
 * is_provisional for records whose verdict rests on a calendar that is not published yet.
 */
export const COLUMNS: Readonly<Record<Kind, readonly string[]>> = {
  ratio: ['record_id', 'at', 'numerator', 'denominator'],
  mean: ['record_id', 'at', 'numerator', 'denominator'],
  rate: ['record_id', 'at', 'numerator', 'denominator'],
  sum: ['record_id', 'at', 'numerator'],
  count: ['record_id', 'at'],
  duration: ['record_id', 'at', 'seconds', 'is_open'],
  stock: ['record_id', 'from_at', 'until_at']
};

/** The counted records of a KPI, with their dimensions, as SQL. */
export interface Counted {
  readonly kpi: Kpi;
  /**
   * A SELECT of record_id, numerator, denominator, seconds, is_open, is_provisional, local_at and local_until (TIMESTAMP in
   * the pipeline's zone; from and until for a stock) and one text column per dimension.
   */
  readonly sql: string;
  /** The dimensions in which at least one record has a member. */
  readonly dimensions: readonly string[];
  /** Numerators and denominators are whole numbers. */
  readonly isWhole: boolean;
  /** How many records there are of its kind. */
  readonly records: number;
  /** It counts nothing, since there is no record of its kind. */
  readonly isEmpty: boolean;
}

/** What is to be known of a table of records. */
interface RecordTable {
  readonly records: number;
  /** The dimensions in which at least one record has a member. */
  readonly members: ReadonlySet<string>;
}

export interface CountedOptions {
  /** By record kind. */
  readonly contracts: ReadonlyMap<string, Contract>;
  readonly dimensions: readonly string[];
  readonly timeZone: string;
  /** By the names of the KPIs, where their queries have been parsed already. */
  readonly trees?: ReadonlyMap<string, SyntaxTree>;
}

/** Prepares the counted records of KPIs, in their order. Throws a ProblemsError when the query of one lacks a column. */
export async function countedRecords(
  kpis: readonly Kpi[],
  options: CountedOptions,
  database: Database
): Promise<Counted[]> {
  const trees = options.trees ?? (await readTrees(kpis, database));
  const columns = await readColumns([...kpis.map(({name}) => name), ...kpis.map(tableOf)], database);
  for (const kpi of kpis) checkColumns(kpi, columns);
  const tables = await readTables(new Set(kpis.map(tableOf)), columns, options.dimensions, database);
  const plans = kpis.map((kpi) =>
    planOf(kpi, trees.get(kpi.name)!, columns.get(kpi.name)!, tables.get(tableOf(kpi))!, options.dimensions)
  );
  const widened = plans.flatMap(({widened: tree}) => tree ?? []);
  const queries = (await writeQueries(widened, database)).values();
  return plans.map((plan) => countedBy(plan, plan.widened && queries.next().value, options));
}

/** The columns of tables with their types, by table. */
type ColumnsByTable = ReadonlyMap<string, ReadonlyMap<string, string>>;

function tableOf({header}: Kpi): string {
  return `core.${header.of}s`;
}

function checkColumns(kpi: Kpi, columns: ColumnsByTable): void {
  const {kind, of} = kpi.header;
  const missing = COLUMNS[kind].filter((column) => columns.get(kpi.name)?.has(column) !== true);
  if (missing.length > 0) {
    throw new ProblemsError([
      `${shortPath(kpi.path)}: a ${kind} returns ${COLUMNS[kind].join(', ')}; missing: ${missing.join(', ')}`
    ]);
  }
  if (!columns.has(tableOf(kpi))) {
    throw new ProblemsError([`${shortPath(kpi.path)}, of: there is no record kind "${of}"`]);
  }
}

/** How the dimensions of the records come to the rows of a KPI. */
interface Plan {
  readonly kpi: Kpi;
  /** The columns that its query returns. */
  readonly own: ReadonlyMap<string, string>;
  /** The dimensions that have members, and who tells of them. */
  readonly used: readonly {readonly name: string; readonly isOwn: boolean; readonly isRecords: boolean}[];
  /** The query with the dimensions of the records, where they come along with it. */
  readonly widened: SyntaxTree | undefined;
  readonly records: number;
  readonly isEmpty: boolean;
}

function planOf(
  kpi: Kpi,
  tree: SyntaxTree,
  own: ReadonlyMap<string, string>,
  table: RecordTable,
  dimensions: readonly string[]
): Plan {
  const used = dimensions
    .map((name) => ({name, isOwn: own.has(name), isRecords: table.members.has(name)}))
    .filter(({isOwn, isRecords}) => isOwn || isRecords);
  const joined = used.filter(({isRecords}) => isRecords).map(({name}) => name);
  // Most KPIs read the records themselves, so their dimensions come along; the others are joined to the records.
  const known = rowsOf(tree, tableOf(kpi));
  const isAlong = known !== undefined && joined.length > 0 && !used.some(({isOwn}) => isOwn);
  return {
    kpi,
    own,
    used,
    widened: isAlong ? withColumns(tree, known, joined) : undefined,
    records: table.records,
    isEmpty: known !== undefined && table.records === 0
  };
}

function countedBy(
  {kpi, own, used, records, isEmpty}: Plan,
  along: string | undefined,
  {contracts, timeZone}: CountedOptions
): Counted {
  const {kind, of} = kpi.header;
  // What is derived from several records, such as the round of a survey, has no contract, and its key is called for it.
  const key = contracts.get(of)?.key[0] ?? `${of}_id`;
  const isJoined = along === undefined && used.some(({isRecords}) => isRecords);
  const join = isJoined ? `left join ${tableOf(kpi)} as r on r.${identifier(key)} = k.record_id` : '';
  const has = (column: string) => (own.has(column) ? `k.${column}` : undefined);
  const [from, until] = kind === 'stock' ? ['k.from_at', 'k.until_at'] : ['k."at"', undefined];
  const columns = [
    'k.record_id',
    `${has('numerator') ?? '1'}::double as numerator`,
    `${has('denominator') ?? 'null'}::double as denominator`,
    `${has('seconds') ?? 'null'}::double as seconds`,
    `${has('is_open') ?? 'null'}::boolean as is_open`,
    `${has('is_provisional') ?? 'false'} as is_provisional`,
    `${localSql(from, timeZone)} as local_at`,
    `${until === undefined ? 'null::timestamp' : localSql(until, timeZone)} as local_until`,
    ...used.map(({name, isOwn, isRecords}) => {
      const column = identifier(name);
      if (along !== undefined || !isRecords) return `k.${column}`;
      return `${isOwn ? `coalesce(k.${column}, r.${column})` : `r.${column}`} as ${column}`;
    })
  ];
  const rows = along === undefined ? kpi.name : `(${along})`;
  return {
    kpi,
    sql: `select ${columns.join(', ')} from ${rows} as k ${join}`,
    dimensions: used.map(({name}) => name),
    isWhole: ['numerator', 'denominator'].every((column) => /INT|BOOLEAN/.test(own.get(column) ?? 'INTEGER')),
    records,
    isEmpty
  };
}

/** What is to be known of tables of records, by table. */
async function readTables(
  names: ReadonlySet<string>,
  columns: ColumnsByTable,
  dimensions: readonly string[],
  database: Database
): Promise<Map<string, RecordTable>> {
  const queries = [...names].map((table) => {
    const there = dimensions.filter((name) => columns.get(table)!.has(name));
    const found = there.map((name) => `case when count(${identifier(name)}) > 0 then ${literal(name)} end`);
    return `select ${literal(table)} as "table", count(*)::double as records, [${found.join(', ')}]::varchar[] as members from ${table}`;
  });
  if (queries.length === 0) return new Map();
  const rows = await database.query<{table: string; records: number; members: (string | null)[]}>(
    queries.join(' union all ')
  );
  return new Map(
    rows.map(({table, records, members}) => [
      table,
      {records, members: new Set(members.filter((name) => name !== null))}
    ])
  );
}

/** The columns of tables and views, by their names. What is not there is left out. */
async function readColumns(names: readonly string[], database: Database): Promise<ColumnsByTable> {
  const rows = await database.query<{name: string; columns: string[]; types: string[]}>(`
    select schema_name || '.' || table_name as name, list(column_name order by column_index) as columns,
      list(data_type order by column_index) as types
    from duckdb_columns()
    where database_name = current_database() and schema_name || '.' || table_name in (${[...new Set(names)].map(literal).join(', ')})
    group by all`);
  return new Map(
    rows.map(({name, columns, types}) => [name, new Map(columns.map((column, i) => [column, types[i]!]))])
  );
}
