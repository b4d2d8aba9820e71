import {existsSync} from 'node:fs';
import type {Database} from '../warehouse/duckdb.ts';
import {literal} from '../warehouse/quote.ts';
import {readWarehouse} from './readWarehouse.ts';

/** What a run did with one record kind of one source. */
export interface IntakeRow {
  readonly source: string;
  readonly record: string;
  readonly files: number;
  /** Files that were in landing already. */
  readonly known_files: number;
  readonly rows_read: number;
  readonly loaded: number;
  readonly unchanged: number;
  readonly quarantined: number;
}

export interface Run {
  readonly run_id: number;
  readonly as_of: Date;
  readonly started_at: Date;
  readonly finished_at: Date;
}

/** The runs that a warehouse remembers, with what they took in; none where there is no warehouse. */
export async function readRuns(warehouse: string): Promise<(Run & {intake: IntakeRow[]})[]> {
  if (!existsSync(warehouse)) return [];
  const database = await readWarehouse(warehouse);
  try {
    const runs = await database.query<Record<'run_id' | 'as_of' | 'started_at' | 'finished_at' | 'intake', string>>(
      `select run_id, strftime(as_of, '%Y-%m-%dT%H:%M:%S.%gZ') as as_of, strftime(started_at, '%Y-%m-%dT%H:%M:%S.%gZ') as started_at,
         strftime(finished_at, '%Y-%m-%dT%H:%M:%S.%gZ') as finished_at, intake
       from runs.runs order by run_id`
    );
    return runs.map((run) => ({
      run_id: Number(run.run_id),
      as_of: new Date(run.as_of),
      started_at: new Date(run.started_at),
      finished_at: new Date(run.finished_at),
      intake: JSON.parse(run.intake) as IntakeRow[]
    }));
  } finally {
    database.close();
  }
}

/** Writes the runs so far and a new one into a warehouse. */
export async function recordRun(
  database: Database,
  earlier: readonly (Run & {intake: readonly IntakeRow[]})[],
  run: Run,
  intake: readonly IntakeRow[]
): Promise<void> {
  await database.execute(`
    create schema if not exists runs;
    create or replace table runs.runs (run_id integer, as_of timestamptz, started_at timestamptz, finished_at timestamptz, intake varchar)`);
  for (const one of [...earlier, {...run, intake}]) {
    const times = [one.as_of, one.started_at, one.finished_at].map((time) => literal(time.toISOString()));
    await database.execute(
      `insert into runs.runs values (${[one.run_id, ...times, literal(JSON.stringify(one.intake))].join(', ')})`
    );
  }
}
