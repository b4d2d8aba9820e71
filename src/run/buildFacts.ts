import {createHash} from 'node:crypto';
import {existsSync} from 'node:fs';
import type {Pipeline} from '../config/pipeline.ts';
import type {Model} from '../transform/model.ts';
import type {Database} from '../warehouse/duckdb.ts';
import {literal} from '../warehouse/quote.ts';
import type {RunRecord} from './journal.ts';
import {readWarehouse} from './readWarehouse.ts';

/** What a warehouse was built from, and how long it holds. */
export interface BuildFacts {
  readonly fingerprint: string;
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
  readonly code: string;
  /** The sources that could not be read: their data are older than the run. */
  readonly failed: readonly string[];
}

/** A hash of a build's input: the same input at the same time gives the same warehouse. */
export function buildFingerprint({pipeline, models, staging, code, failed}: BuildInput): string {
  const {title, timeZone, locale, policy, calendar, processChanges} = pipeline;
  const files = models.map(({name, sql, isView, repeat, method, ...rest}) => [
    name,
    sql,
    isView,
    repeat,
    method,
    'header' in rest ? rest.header : null
  ]);
  const facts = [title, timeZone, locale, policy, calendar, processChanges, files, staging, code, failed];
  return createHash('sha256').update(JSON.stringify(facts)).digest('hex');
}

/** Writes config.build, by which the next run tells whether it has anything to do. Needs core.next_changes. */
export async function writeBuildFacts(fingerprint: string, run: RunRecord, database: Database): Promise<void> {
  await database.execute(`
    create or replace table config.build as
    select ${literal(fingerprint)} as fingerprint, min(next_changes."at") as until, ${literal(JSON.stringify(run))} as run
    from core.next_changes`);
}

/** The facts of a warehouse; undefined where there is none, or one of an older version. */
export async function readBuildFacts(warehouse: string): Promise<BuildFacts | undefined> {
  if (!existsSync(warehouse)) return undefined;
  const database = await readWarehouse(warehouse);
  try {
    const iso = (column: string) => `strftime(${column}, '%Y-%m-%dT%H:%M:%S.%gZ') as ${column}`;
    const [row] = await database.query<Record<'fingerprint' | 'as_of' | 'until' | 'run', string>>(
      `select fingerprint, ${iso('as_of')}, ${iso('until')}, build.run from config.build as build, config.run`
    );
    if (!row) return undefined;
    const {fingerprint, as_of, until, run} = row;
    return {fingerprint, as_of: new Date(as_of), until: new Date(until), run: JSON.parse(run) as RunRecord};
  } catch {
    return undefined;
  } finally {
    database.close();
  }
}
