import type {Contract} from '../contract/contract.ts';
import {ProblemsError} from '../config/problems.ts';
import {shortPath} from '../config/yamlFile.ts';
import type {Database} from '../warehouse/duckdb.ts';
import {identifier} from '../warehouse/quote.ts';
import {localSql} from '../warehouse/zoneSql.ts';
import type {Kpi, KpiHeader} from './model.ts';
import {withColumns} from './withColumns.ts';

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
}

/** By table of records, the dimensions in which at least one has a member. One build of a warehouse asks once per table. */
export type MembersByTable = Map<string, ReadonlySet<string>>;

/** Prepares the counted records of a KPI. Throws a ProblemsError when its query lacks a column. */
export async function countedRecords(
  kpi: Kpi,
  contracts: ReadonlyMap<string, Contract>,
  dimensions: readonly string[],
  timeZone: string,
  database: Database,
  members: MembersByTable = new Map()
): Promise<Counted> {
  const own = await columnsOf(kpi.name, database);
  const {kind, of} = kpi.header;
  const missing = COLUMNS[kind].filter((column) => !own.includes(column));
  if (missing.length > 0) {
    throw new ProblemsError([
      `${shortPath(kpi.path)}: a ${kind} returns ${COLUMNS[kind].join(', ')}; missing: ${missing.join(', ')}`
    ]);
  }
  const table = `core.${of}s`;
  // What is derived from several records, such as the round of a survey, has no contract, and its key is called for it.
  const key = contracts.get(of)?.key[0] ?? `${of}_id`;
  const inRecords = members.get(table) ?? (await membersIn(kpi, table, dimensions, database));
  members.set(table, inRecords);
  const used = dimensions
    .map((name) => ({name, isOwn: own.includes(name), isRecords: inRecords.has(name)}))
    .filter(({isOwn, isRecords}) => isOwn || isRecords);
  const joined = used.filter(({isRecords}) => isRecords).map(({name}) => name);
  // Most KPIs read the records themselves, so their dimensions come along; the others are joined to the records.
  const along = used.some(({isOwn}) => isOwn) ? undefined : await withColumns(kpi.sql, table, joined, database);
  const join =
    along === undefined && joined.length > 0 ? `left join ${table} as r on r.${identifier(key)} = k.record_id` : '';
  const has = (column: string) => (own.includes(column) ? `k.${column}` : undefined);
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
    dimensions: used.map(({name}) => name)
  };
}

/** The dimensions in which a table of records has a member. Throws a ProblemsError when there is no such table. */
async function membersIn(
  kpi: Kpi,
  table: string,
  dimensions: readonly string[],
  database: Database
): Promise<Set<string>> {
  const columns = await columnsOf(table, database).catch(() => {
    throw new ProblemsError([`${shortPath(kpi.path)}, of: there is no record kind "${kpi.header.of}"`]);
  });
  const records = dimensions.filter((name) => columns.includes(name));
  const counts = records.map((name) => `count(${identifier(name)}) > 0 as ${identifier(name)}`);
  const [row] = counts.length === 0 ? [] : await database.query(`select ${counts.join(', ')} from ${table}`);
  return new Set(records.filter((name) => row?.[name] === true));
}

async function columnsOf(table: string, database: Database): Promise<string[]> {
  const rows = await database.query<{column_name: string}>(`describe ${table}`);
  return rows.map(({column_name}) => column_name);
}
