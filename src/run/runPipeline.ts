import {mkdir, mkdtemp, rename, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import type {Pipeline} from '../config/pipeline.ts';
import {now} from '../clock.ts';
import {ProblemsError} from '../config/problems.ts';
import {readContracts} from '../contract/catalog.ts';
import {extractSource, type Extracted} from '../extract/extractSource.ts';
import {activeLoads, readLoads, type Load} from '../extract/load.ts';
import {readKey} from '../privacy/key.ts';
import {normalContactMacro, pseudonymiser} from '../privacy/pseudonym.ts';
import {redactionMacros} from '../privacy/redactSql.ts';
import {buildWarehouse} from '../transform/buildWarehouse.ts';
import {readModels} from '../transform/model.ts';
import {openDatabase} from '../warehouse/duckdb.ts';
import {recordRun, readRuns, type IntakeRow} from './history.ts';
import {withLock} from './lock.ts';
import {readNotices} from './notices.ts';
import type {State} from './state.ts';

export interface RunOptions {
  /** What was known at this time is computed; the start of the run where nothing is said. */
  readonly asOf?: Date;
  /** Read every file again, known or not. */
  readonly full?: boolean;
  readonly report?: (message: string) => void;
}

/** What a run did. */
export interface RunSummary {
  readonly pipeline: string;
  readonly run_id: number;
  readonly as_of: string;
  readonly intake: readonly IntakeRow[];
  /** Columns that no field reads, by source: they were not landed. */
  readonly unmapped: Readonly<Record<string, readonly string[]>>;
  /** Rows that are set aside now, whichever run read them. */
  readonly quarantined: number;
  /** What every reader of its figures has to know, in English. */
  readonly notices: readonly string[];
}

/**
 * Runs a pipeline: extracts what is new, builds the warehouse beside the one that is read, and puts it in its place. When
 * anything fails, landing and warehouse stay as they were.
 *
 * Throws ProblemsError for mistakes in configuration or files, RunningError when another run is going on.
 */
export async function runPipeline(pipeline: Pipeline, state: State, options: RunOptions = {}): Promise<RunSummary> {
  await mkdir(state.folder, {recursive: true});
  return withLock(state.lock, pipeline.name, async () => {
    const scratch = await mkdtemp(join(tmpdir(), 'huisheng-'));
    try {
      return await runLocked(pipeline, state, scratch, options);
    } finally {
      await rm(scratch, {recursive: true, force: true});
      await rm(state.pending, {recursive: true, force: true});
      await removeNext(state);
    }
  });
}

async function runLocked(pipeline: Pipeline, state: State, scratch: string, options: RunOptions): Promise<RunSummary> {
  const started = now();
  const asOf = options.asOf ?? started;
  const report = options.report ?? (() => undefined);
  await rm(state.pending, {recursive: true, force: true});
  await removeNext(state);
  const [contracts, {models}, known] = [await readContracts(), await readModels(), await readLoads(state.landing)];
  const extracted = await extract(pipeline, state, scratch, known, {...options, asOf, report});
  const fresh = [...extracted.values()].flatMap(({loads}) => loads);
  const runs = await readRuns(state.warehouse);
  const runId = Math.max(0, ...runs.map(({run_id}) => run_id)) + 1;
  const database = await openDatabase(state.nextWarehouse, {timeZone: pipeline.timeZone});
  let intake: IntakeRow[];
  let quarantined: number;
  let notices: string[];
  try {
    await buildWarehouse(database, {
      pipeline,
      loads: activeLoads([...known, ...fresh]),
      contracts,
      models,
      asOf,
      runId,
      previous: state.warehouse,
      report
    });
    intake = await readIntake(pipeline, fresh, extracted, database);
    const [row] = await database.query<{rows: string}>(
      'select count(*) as rows from (select distinct source, record, file, "row" from staging.quarantine)'
    );
    quarantined = Number(row!.rows);
    notices = (await readNotices(database)).map(({en}) => en);
    await recordRun(database, runs, {run_id: runId, as_of: asOf, started_at: started, finished_at: now()}, intake);
    await database.execute('checkpoint');
  } finally {
    database.close();
  }
  await commit(state, fresh);
  const unmapped = Object.fromEntries([...extracted].map(([source, {unmapped: columns}]) => [source, columns]));
  return {pipeline: pipeline.name, run_id: runId, as_of: asOf.toISOString(), intake, unmapped, quarantined, notices};
}

async function extract(
  pipeline: Pipeline,
  state: State,
  scratch: string,
  known: readonly Load[],
  {asOf, full, report}: {asOf: Date; full?: boolean; report: (message: string) => void}
): Promise<Map<string, Extracted>> {
  const {fingerprint, macro} = pseudonymiser(await readKey());
  const stranger = known.find(({key}) => key !== fingerprint);
  if (stranger) {
    throw new ProblemsError([
      `${state.landing}: load ${stranger.load} was made with another pseudonym key; give that key by HUISHENG_KEY, or begin a new state folder`
    ]);
  }
  const database = await openDatabase(':memory:');
  const extracted = new Map<string, Extracted>();
  const problems: string[] = [];
  let next = Math.max(0, ...known.map(({load}) => load)) + 1;
  try {
    await database.execute(
      `set temp_directory = '${scratch}/spill'; ${macro} ${normalContactMacro} ${redactionMacros()}`
    );
    for (const source of pipeline.sources) {
      try {
        const one = await extractSource(source, {
          database,
          loads: full === true ? [] : known,
          firstLoad: next,
          pending: state.pending,
          scratch,
          asOf,
          keyFingerprint: fingerprint,
          report
        });
        next += one.loads.length;
        extracted.set(source.name, one);
      } catch (error) {
        if (!(error instanceof ProblemsError)) throw error;
        problems.push(...error.problems);
      }
    }
  } finally {
    database.close();
  }
  if (problems.length > 0) throw new ProblemsError(problems);
  return extracted;
}

async function readIntake(
  pipeline: Pipeline,
  fresh: readonly Load[],
  extracted: ReadonlyMap<string, Extracted>,
  database: Awaited<ReturnType<typeof openDatabase>>
): Promise<IntakeRow[]> {
  const ids = fresh.map(({load}) => load).join(', ') || '0';
  const rows = await database.query<
    Record<'source' | 'record' | 'files' | 'rows_read' | 'loaded' | 'unchanged' | 'quarantined', string>
  >(`
    select source, record, count(*) as files, sum(rows_read)::bigint as rows_read, sum(loaded)::bigint as loaded,
      sum(unchanged)::bigint as unchanged, sum(quarantined)::bigint as quarantined
    from staging.loads where load in (${ids}) group by source, record`);
  return pipeline.sources.flatMap((source) =>
    source.records.map(({mapping}) => {
      const row = rows.find(({source: name, record}) => name === source.name && record === mapping.contract.kind);
      return {
        source: source.name,
        record: mapping.contract.kind,
        files: Number(row?.files ?? 0),
        known_files: extracted.get(source.name)?.knownFiles ?? 0,
        rows_read: Number(row?.rows_read ?? 0),
        loaded: Number(row?.loaded ?? 0),
        unchanged: Number(row?.unchanged ?? 0),
        quarantined: Number(row?.quarantined ?? 0)
      };
    })
  );
}

/** Puts new loads into landing and the new warehouse into its place. Loads without a warehouse are taken up by the next run. */
async function commit(state: State, fresh: readonly Load[]): Promise<void> {
  for (const {folder} of fresh) {
    const place = join(state.landing, folder.slice(state.pending.length + 1));
    await mkdir(dirname(place), {recursive: true});
    await rename(folder, place);
  }
  await rename(state.nextWarehouse, state.warehouse);
}

async function removeNext(state: State): Promise<void> {
  await rm(state.nextWarehouse, {force: true});
  await rm(`${state.nextWarehouse}.wal`, {force: true});
}
