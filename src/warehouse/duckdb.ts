import {DuckDBInstance, type DuckDBConnection, type DuckDBValue} from '@duckdb/node-api';
import {UsageError} from '../config/problems.ts';

/** A row as JSON-friendly values: timestamps and big numbers come as text. */
export type Row = Record<string, unknown>;

/** The one door to DuckDB. */
export interface Database {
  /** Runs one or several statements and drops what they return. */
  execute(sql: string): Promise<void>;
  /** Runs one statement, with `$name` parameters, and returns its rows. */
  query<T = Row>(sql: string, parameters?: Record<string, DuckDBValue>): Promise<T[]>;
  /** Runs one statement and returns its columns, each with its values in the order of the rows. */
  queryColumns(sql: string): Promise<Column[]>;
  close(): void;
}

/** A column of a result. Values are JSON-friendly, as those of a row. */
export interface Column {
  readonly name: string;
  /** As DuckDB writes it: VARCHAR, INTEGER, DOUBLE, … */
  readonly type: string;
  readonly values: readonly unknown[];
}

export interface OpenOptions {
  /** Read without the right to change; the file must be there. */
  readonly readOnly?: boolean;
  /** IANA name of the zone in which instants are shown and truncated. */
  readonly timeZone?: string;
  /** Ends the statement that is going on, and refuses the next. */
  readonly signal?: AbortSignal;
}

/** The file is held by another process that may change it. */
export class DatabaseLockedError extends Error {}

/**
 * Opens a database file, or memory (`:memory:`), with no access to the network.
 * Throws DatabaseLockedError when another process holds the file.
 */
export async function openDatabase(path: string, options: OpenOptions = {}): Promise<Database> {
  const threads = threadSetting();
  let instance: DuckDBInstance;
  try {
    instance = await DuckDBInstance.create(path, {
      access_mode: options.readOnly === true ? 'READ_ONLY' : 'READ_WRITE',
      autoinstall_known_extensions: 'false',
      autoload_known_extensions: 'false',
      preserve_insertion_order: 'true',
      ...threads
    });
  } catch (cause) {
    if (cause instanceof Error && /lock/i.test(cause.message)) throw new DatabaseLockedError(cause.message, {cause});
    throw new Error(`${path}: DuckDB can't open it: ${messageOf(cause)}`, {cause});
  }
  const connection = await instance.connect();
  await connection.run(`set TimeZone = '${options.timeZone ?? 'UTC'}'`);
  const {signal} = options;
  const interrupt = () => {
    connection.interrupt();
  };
  signal?.addEventListener('abort', interrupt);
  return {
    execute: async (sql) => {
      signal?.throwIfAborted();
      await connection.run(sql);
    },
    query: async <T>(sql: string, parameters?: Record<string, DuckDBValue>) => {
      signal?.throwIfAborted();
      return readRows<T>(connection, sql, parameters);
    },
    queryColumns: async (sql) => {
      signal?.throwIfAborted();
      const reader = await connection.runAndReadAll(sql);
      const [values, types] = [reader.getColumnsJson(), reader.columnTypes()];
      return reader
        .columnNames()
        .map((name, index) => ({name, type: String(types[index]), values: values[index] ?? []}));
    },
    close: () => {
      signal?.removeEventListener('abort', interrupt);
      connection.closeSync();
      instance.closeSync();
    }
  };
}

async function readRows<T>(
  connection: DuckDBConnection,
  sql: string,
  parameters?: Record<string, DuckDBValue>
): Promise<T[]> {
  const reader = await connection.runAndReadAll(sql, parameters);
  return reader.getRowObjectsJson() as T[];
}

/** The environment may say how many threads a database works with; else it works with as many as there are cores. */
function threadSetting(): {threads?: string} {
  const threads = process.env['HUISHENG_THREADS'];
  if (threads === undefined || threads === '') return {};
  if (!/^[1-9]\d*$/.test(threads)) {
    throw new UsageError(`HUISHENG_THREADS: expected a whole number of threads such as 2, got "${threads}"`);
  }
  return {threads};
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
