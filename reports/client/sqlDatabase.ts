import {AsyncDuckDB, VoidLogger, type AsyncDuckDBConnection} from '@duckdb/duckdb-wasm';
import type {TableStore} from './tableStore.ts';

/** What a statement returns, as it is shown. */
export interface SqlResult {
  columns: readonly {name: string; isNumber: boolean}[];
  rows: readonly (readonly (string | number | null)[])[];
}

/** DuckDB in a worker of the browser, with the release's tables; a table is put in when a statement first names it. */
export class SqlDatabase {
  readonly #store: TableStore;
  readonly #folder: string;
  readonly #loaded = new Map<string, Promise<void>>();
  #connection: Promise<AsyncDuckDBConnection> | undefined;

  /** @param folder the address of the folder that holds DuckDB's files */
  constructor(store: TableStore, folder: string) {
    this.#store = store;
    this.#folder = new URL(folder, location.href).href;
  }

  /** Starts the database, unless it has been started. */
  async start(): Promise<void> {
    this.#connection ??= this.#open();
    await this.#connection;
  }

  /** Runs one statement. Throws DuckDB's own error. */
  async run(sql: string): Promise<SqlResult> {
    await this.start();
    const names = (await this.#store.catalog()).map(({name}) => name);
    await Promise.all(
      names.filter((name) => new RegExp(`\\b${name}\\b`, 'i').test(sql)).map((name) => this.#load(name))
    );
    const connection = await this.#connection!;
    const found = await connection.query(sql);
    const columns = found.schema.fields.map(({name, type}) => {
      const text = String(type);
      return {name, isNumber: /^(?:Int|Uint|Float|Decimal)/i.test(text), text};
    });
    const vectors = columns.map((_, index) => found.getChildAt(index)!);
    const rows = Array.from({length: found.numRows}, (_, row) =>
      columns.map(({text}, index) => printable(vectors[index]!.get(row) as unknown, text))
    );
    return {columns, rows};
  }

  async #open(): Promise<AsyncDuckDBConnection> {
    const database = new AsyncDuckDB(new VoidLogger(), new Worker(`${this.#folder}/duckdb-browser-eh.worker.js`));
    await database.instantiate(`${this.#folder}/duckdb-eh.wasm`);
    await database.open({query: {castBigIntToDouble: true, castDecimalToDouble: true}});
    const connection = await database.connect();
    // What DuckDB lacks it would fetch from the network.
    await connection.query('set autoinstall_known_extensions = false');
    await connection.query('set autoload_known_extensions = false');
    return connection;
  }

  #load(name: string): Promise<void> {
    let loading = this.#loaded.get(name);
    if (loading === undefined) this.#loaded.set(name, (loading = this.#insert(name)));
    return loading;
  }

  /** Puts a table in; where it is split, its parts with the member of each. */
  async #insert(name: string): Promise<void> {
    const connection = await this.#connection!;
    const entry = (await this.#store.entry(name))!;
    for (const [index, {file, member}] of entry.parts.entries()) {
      const bytes = new Uint8Array(await this.#store.bytes(file)).slice();
      if (entry.split === null) {
        await connection.insertArrowFromIPCStream(bytes, {name, create: true});
        continue;
      }
      await connection.insertArrowFromIPCStream(bytes, {name: 'next_part', create: true});
      const rows = `select '${member ?? ''}' as "${entry.split}", * from next_part`;
      await connection.query(index === 0 ? `create table "${name}" as ${rows}` : `insert into "${name}" ${rows}`);
      await connection.query('drop table next_part');
    }
  }
}

/** A value as a cell prints it: days and times as texts, what is nested as JSON. */
function printable(value: unknown, type: string): string | number | null {
  if (value === null || value === undefined) return null;
  if (/^(?:Date|Timestamp)/.test(type)) {
    const text = new Date(Number(value)).toISOString();
    return type.startsWith('Date') ? text.slice(0, 10) : text.slice(0, 19).replace('T', ' ');
  }
  if (typeof value === 'number' || typeof value === 'string') return value;
  if (typeof value === 'bigint') return Number(value);
  return typeof value === 'boolean' ? String(value) : JSON.stringify(value);
}
