import type {SourceRow} from '../contract/mapping.ts';

/** What a column holds, as far as its order and distances go. */
export type ColumnKind = 'time' | 'date' | 'number' | 'other';

export interface Column {
  readonly name: string;
  readonly kind: ColumnKind;
}

/** From where on rows are read. */
export interface Condition {
  readonly column: Column;
  /** A value of the column as text. */
  readonly from: string;
  /** How far back of it: seconds for times and dates, steps for numbers. */
  readonly overlap: number;
}

/** An open read-only transaction in a source's database. Every method throws what the driver throws. */
export interface DatabaseConnection {
  /** The columns of a query, which is not run for that. */
  columns(query: string): Promise<Column[]>;
  /** The only value of a query, as text. */
  value(query: string): Promise<string | null>;
  /** The rows of a query in batches, in the order of the cursor where there is one. */
  rows(query: string, cursor: Column | undefined, condition: Condition | undefined): AsyncIterable<SourceRow[]>;
  /** The name of a column as it stands in SQL. */
  quote(name: string): string;
  close(): Promise<void>;
}

export interface OpenOptions {
  readonly timeoutSeconds: number;
  readonly signal: AbortSignal;
}

/** One kind of database. */
export interface DatabaseKind {
  /** The beginnings of its addresses, such as `postgres:`. */
  readonly schemes: readonly string[];
  open(address: string, options: OpenOptions): Promise<DatabaseConnection>;
  /**
   * What the driver threw, told apart: `passes` where it may be gone when tried again, `wrong` where a person has to do
   * something; undefined where it is no error of the database. Neither holds a value of a row.
   */
  failure(error: unknown): {readonly passes: string} | {readonly wrong: string} | undefined;
}

/** A query as a table that conditions can be put to; a comment at its end must not swallow them. */
export function asTable(query: string): string {
  return `(${query.trim().replace(/(?:\s*;)+$/, '')}\n) as source_rows`;
}

/** A row by the names of its columns. */
export function rowOf(columns: readonly Column[], values: readonly (string | null)[]): SourceRow {
  return Object.fromEntries(columns.map(({name}, i) => [name, values[i] ?? null]));
}
