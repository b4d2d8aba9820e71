import {mkdir, mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {readContracts} from '../../src/contract/catalog.ts';
import type {Contract} from '../../src/contract/contract.ts';
import {extractSource} from '../../src/extract/extractSource.ts';
import type {Load} from '../../src/extract/load.ts';
import {readSource, type Source} from '../../src/extract/source.ts';
import {normalContactMacro, pseudonymiser, type Pseudonymiser} from '../../src/privacy/pseudonym.ts';
import {redactionMacros} from '../../src/privacy/redactSql.ts';
import {openDatabase, type Database, type Row} from '../../src/warehouse/duckdb.ts';
import {literal} from '../../src/warehouse/quote.ts';

/** A folder of its own with a source in it, and a database that can land its files. */
export interface Workshop {
  readonly folder: string;
  readonly database: Database;
  readonly pseudonymiser: Pseudonymiser;
  write(name: string, content: string | Uint8Array): Promise<void>;
  /** Writes a source.yaml and reads it. */
  source(yaml: string, contracts?: ReadonlyMap<string, Contract>): Promise<Source>;
  /** Lands what is new since the loads before. */
  extract(source: Source, before?: readonly Load[]): Promise<Load[]>;
  /** The landed rows of a load. */
  landed(load: Load, kind: string): Promise<Row[]>;
  close(): Promise<void>;
}

export const KEY = 'a key for tests only';

export async function openWorkshop(): Promise<Workshop> {
  const folder = await mkdtemp(join(tmpdir(), 'huisheng-test-'));
  const database = await openDatabase(':memory:');
  const privacy = pseudonymiser(KEY);
  await database.execute(`${privacy.macro} ${normalContactMacro} ${redactionMacros()}`);
  let extractions = 0;
  const write = async (name: string, content: string | Uint8Array) => {
    const path = join(folder, name);
    await mkdir(dirname(path), {recursive: true});
    await writeFile(path, content);
  };
  return {
    folder,
    database,
    pseudonymiser: privacy,
    write,
    source: async (yaml, contracts) => {
      await write('source.yaml', yaml);
      return readSource(join(folder, 'source.yaml'), contracts ?? (await readContracts()), 'Asia/Shanghai');
    },
    extract: async (source, before = []) => {
      const scratch = join(folder, `scratch-${++extractions}`);
      await mkdir(scratch);
      const {loads} = await extractSource(source, {
        database,
        loads: before,
        firstLoad: Math.max(0, ...before.map(({load}) => load)) + 1,
        pending: join(folder, `landing-${extractions}`),
        scratch,
        asOf: new Date('2026-01-01T00:00:00Z'),
        replay: false,
        pseudonymiser: privacy,
        signal: new AbortController().signal,
        onRetry: () => undefined,
        report: () => undefined
      });
      return [...loads];
    },
    landed: (load, kind) =>
      database.query(`from read_parquet(${literal(join(load.folder, `${kind}.parquet`))}) order by _row`),
    close: async () => {
      database.close();
      await rm(folder, {recursive: true});
    }
  };
}
