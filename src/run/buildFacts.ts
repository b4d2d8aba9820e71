import {createHash} from 'node:crypto';
import {existsSync} from 'node:fs';
import type {Pipeline} from '../config/pipeline.ts';
import type {EditionsRead} from '../editions/readEditions.ts';
import type {LedgerEntry} from '../ledger/ledgerSpec.ts';
import type {Model} from '../transform/model.ts';
import type {Database} from '../warehouse/duckdb.ts';
import {literal} from '../warehouse/quote.ts';
import type {RunRecord} from './journal.ts';
import {readWarehouse} from './readWarehouse.ts';

/** What a warehouse was built from, and how long it holds. */
export interface BuildFacts {
  readonly fingerprint: string;
  /** A hash of how its figures are defined: see src/editions/definitions.ts. */
  readonly definitions: string;
  /** The version of the engine: see codeVersion. */
  readonly code: string;
  readonly as_of: Date;
  /** When figures change although no record does. */
  readonly until: Date;
  /** The run that built it. */
  readonly run: RunRecord;
}

/** Everything besides the records and the clock that decides what a warehouse holds. */
export interface BuildInput {
  readonly pipeline: Pipeline;
  readonly models: readonly Model[];
  /** Of what staging is built from. */
  readonly staging: string;
  readonly ledger: readonly LedgerEntry[];
  readonly code: string;
  /** The signed editions, and whether they are whole, without which they are not read. */
  readonly editions: EditionsRead;
  /** The sources that could not be read: their data are older than the run. */
  readonly failed: readonly string[];
}

/** A hash of a build's input: the same input at the same time gives the same warehouse. */
export function buildFingerprint({pipeline, models, staging, ledger, editions, code, failed}: BuildInput): string {
  const {title, timeZone, locale, policy, calendar, processChanges} = pipeline;
  const files = models.map(({name, sql, isView, repeat, method, ...rest}) => [
    name,
    sql,
    isView,
    repeat,
    method,
    'header' in rest ? rest.header : null
  ]);
  const signed = editions.editions.map((edition) => [edition.name, edition.sha256, editions.whole.includes(edition)]);
  const facts = [
    title,
    timeZone,
    locale,
    policy,
    calendar,
    processChanges,
    files,
    staging,
    ledger,
    code,
    failed,
    signed
  ];
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex');
}

/** Writes config.build, by which the next run tells whether it has anything to do. Needs core.next_changes. */
export async function writeBuildFacts(
  {fingerprint, definitions, code, run}: Pick<BuildFacts, 'fingerprint' | 'definitions' | 'code' | 'run'>,
  database: Database
): Promise<void> {
  await database.execute(`
    create or replace table config.build as
    select ${literal(fingerprint)} as fingerprint, ${literal(definitions)} as definitions, ${literal(code)} as code,
      min(next_changes."at") as until, ${literal(JSON.stringify(run))} as run
    from core.next_changes`);
}

/** The facts of a warehouse; undefined where there is none, or one of an older version. */
export async function readBuildFacts(warehouse: string): Promise<BuildFacts | undefined> {
  if (!existsSync(warehouse)) return undefined;
  const database = await readWarehouse(warehouse);
  try {
    const iso = (column: string) => `strftime(${column}, '%Y-%m-%dT%H:%M:%S.%gZ') as ${column}`;
    const [row] = await database.query<
      Record<'fingerprint' | 'definitions' | 'code' | 'as_of' | 'until' | 'run', string>
    >(
      `select fingerprint, definitions, code, ${iso('as_of')}, ${iso('until')}, build.run from config.build as build, config.run`
    );
    if (!row) return undefined;
    const {as_of, until, run, ...hashes} = row;
    return {...hashes, as_of: new Date(as_of), until: new Date(until), run: JSON.parse(run) as RunRecord};
  } catch {
    return undefined;
  } finally {
    database.close();
  }
}
