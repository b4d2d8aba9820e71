import type {TableEntry} from '../../src/publish/publishTables.ts';
import {DataTable} from './dataTable.ts';

/** The release's tables; each file is fetched once. */
export class TableStore {
  readonly #folder: string;
  readonly #files = new Map<string, Promise<ArrayBuffer>>();
  readonly #tables = new Map<string, Promise<DataTable>>();
  #catalog: Promise<TableEntry[]> | undefined;

  /** @param folder the address of the folder of the tables, without a slash at its end */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** What tables there are. */
  catalog(): Promise<TableEntry[]> {
    this.#catalog ??= this.#fetch('tables.json').then((response) => response.json() as Promise<TableEntry[]>);
    return this.#catalog;
  }

  /** What is known of a table; undefined where the release has none of that name. */
  async entry(name: string): Promise<TableEntry | undefined> {
    return (await this.catalog()).find((entry) => entry.name === name);
  }

  /** A table, or the part of a member where it is split; undefined where the release has none, or it has no rows. */
  async table(name: string, member: string | null = null): Promise<DataTable | undefined> {
    const part = (await this.entry(name))?.parts.find((each) => each.member === member);
    if (part === undefined || part.rows === 0) return undefined;
    let table = this.#tables.get(part.file);
    if (table === undefined)
      this.#tables.set(part.file, (table = this.bytes(part.file).then((bytes) => DataTable.decode(bytes))));
    return table;
  }

  /** The bytes of a file of a table. */
  bytes(file: string): Promise<ArrayBuffer> {
    let bytes = this.#files.get(file);
    if (bytes === undefined)
      this.#files.set(file, (bytes = this.#fetch(file).then((response) => response.arrayBuffer())));
    return bytes;
  }

  async #fetch(file: string): Promise<Response> {
    const response = await fetch(`${this.#folder}/${file}`);
    if (!response.ok) throw new Error(`${file}: ${response.status}`);
    return response;
  }
}
