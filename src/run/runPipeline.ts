import {mkdir, rename, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {now} from '../clock.ts';
import type {Pipeline} from '../config/pipeline.ts';
import {ProblemsError, messageOf} from '../config/problems.ts';
import {shortPath} from '../config/yamlFile.ts';
import {readContracts} from '../contract/catalog.ts';
import {definitionsHash, definitionsOf} from '../editions/definitions.ts';
import {readEditions, type EditionsRead} from '../editions/readEditions.ts';
import {settleEditions} from '../editions/settleEditions.ts';
import {activeLoads, readLoads, type Load} from '../extract/load.ts';
import {readLedger} from '../ledger/readLedger.ts';
import {buildWarehouse, stagingFingerprint} from '../transform/buildWarehouse.ts';
import {readDimensions} from '../transform/dimensions.ts';
import {readModels} from '../transform/model.ts';
import {openDatabase, type Database} from '../warehouse/duckdb.ts';
import {buildFingerprint, readBuildFacts, writeBuildFacts, type BuildFacts} from './buildFacts.ts';
import {codeVersion} from './codeVersion.ts';
import {isDiskFull} from './diskFull.ts';
import {extractSources, type SourceOutcome} from './extractSources.ts';
import {writeHistory} from './history.ts';
import {countQuarantined, readIntake, readSourceRuns} from './intake.ts';
import {
  appendEvent,
  readJournal,
  type EndState,
  type IntakeRow,
  type Journal,
  type RunRecord,
  type SourceRun,
  type Trigger
} from './journal.ts';
import {withLock} from './lock.ts';
import {readNotices} from './notices.ts';
import {readWarehouse} from './readWarehouse.ts';
import type {State} from './state.ts';

export interface RunOptions {
  /** What was known at this time is computed; the start of the run where nothing is said. */
  readonly asOf?: Date;
  /** Read everything again, known or not. */
  readonly full?: boolean;
  /** Take nothing new in: see SourcesOptions. */
  readonly replay?: boolean;
  readonly trigger?: Trigger;
  /** Ends the run; nothing is changed then. */
  readonly signal?: AbortSignal;
  readonly report?: (message: string) => void;
}

/** What a run did. */
export interface RunSummary {
  readonly pipeline: string;
  readonly run_id: number;
  /** Of the figures; an unchanged run leaves them as they are. */
  readonly as_of: string;
  readonly state: 'done' | 'unchanged';
  readonly intake: readonly IntakeRow[];
  readonly sources: readonly SourceRun[];
  /** Columns that no field reads, by source: they were not landed. */
  readonly unmapped: Readonly<Record<string, readonly string[]>>;
  /** Records that several sources bring under one number, of which the latest row counts. */
  readonly shared: readonly SharedRecords[];
  /** Rows that are set aside now, whichever run read them. */
  readonly quarantined: number;
  /** What every reader of its figures has to know, in English. */
  readonly notices: readonly string[];
}

/** How many records of a kind several sources bring. */
export interface SharedRecords {
  readonly record: string;
  /** Their names, with commas. */
  readonly sources: string;
  readonly records: number;
}

/** A run as it begins. */
interface Begun {
  readonly runId: number;
  readonly startedAt: Date;
  readonly asOf: Date;
  readonly trigger: Trigger;
  readonly signal: AbortSignal;
  readonly journal: Journal;
  readonly report: (message: string) => void;
}

/**
 * Runs a pipeline: extracts what is new, builds the warehouse beside the one that is read, and puts it in its place. When
 * anything fails, landing and warehouse stay as they were; where nothing is new, they stay as well. The journal tells of each run.
 *
 * Throws ProblemsError for mistakes in configuration or sources, RunningError when another run is going on.
 */
export async function runPipeline(pipeline: Pipeline, state: State, options: RunOptions = {}): Promise<RunSummary> {
  await mkdir(state.folder, {recursive: true});
  return withLock(state.lock, pipeline.name, async () => {
    await completeJournal(state);
    const journal = await readJournal(state);
    await settleEditions(state, journal);
    const startedAt = now();
    const run: Begun = {
      runId: Math.max(0, ...journal.runs.map(({run_id}) => run_id)) + 1,
      startedAt,
      asOf: options.asOf ?? startedAt,
      trigger: options.trigger ?? 'hand',
      signal: options.signal ?? new AbortController().signal,
      journal,
      report: options.report ?? (() => undefined)
    };
    const begun = {run_id: run.runId, as_of: run.asOf.toISOString()};
    await appendEvent(state, {event: 'started', ...begun, at: startedAt.toISOString(), trigger: run.trigger});
    const finish = (end: Pick<RunRecord, 'as_of' | 'message' | 'intake' | 'sources'> & {state: EndState}) =>
      appendEvent(state, {event: 'finished', run_id: run.runId, at: now().toISOString(), ...end});
    try {
      await clear(state);
      await mkdir(state.scratch, {mode: 0o700});
      const summary = await attempt(pipeline, state, run, options);
      const {as_of, intake, sources} = summary;
      await finish({as_of, state: summary.state, message: null, intake, sources});
      return summary;
    } catch (thrown) {
      const error = isDiskFull(thrown)
        ? new ProblemsError([
            `${shortPath(state.folder)}: the disk is full; make room there or for ${tmpdir()}, and run again`
          ])
        : thrown;
      // A run that was told to stop was interrupted, not wrong. The journal may be what can't be written: the error says more.
      const failure = {
        as_of: begun.as_of,
        state: 'failed',
        message: messageOf(error),
        intake: [],
        sources: []
      } as const;
      if (!run.signal.aborted) await finish(failure).catch(() => undefined);
      throw error;
    } finally {
      await clear(state);
    }
  });
}

/** Tells the journal of a run that was killed after its warehouse was put into place and before it said so. */
async function completeJournal(state: State): Promise<void> {
  const cut = (await readJournal(state)).runs.filter(({finished_at}) => finished_at === null);
  if (cut.length === 0) return;
  const standing = await readBuildFacts(state.warehouse);
  if (!standing || !cut.some(({run_id: id}) => id === standing.run.run_id)) return;
  const {run_id, as_of, intake, sources, finished_at} = standing.run;
  const at = finished_at ?? now().toISOString();
  await appendEvent(state, {event: 'finished', run_id, at, as_of, state: 'done', message: null, intake, sources});
}

async function attempt(pipeline: Pipeline, state: State, run: Begun, options: RunOptions): Promise<RunSummary> {
  const [contracts, {models}, known] = [await readContracts(), await readModels(), await readLoads(state.landing)];
  const ledger = await readLedger(state.ledger, pipeline.policy);
  const outcomes = await extractSources(pipeline, state, {
    ...run,
    known,
    full: options.full === true,
    replay: options.replay === true
  });
  const fresh = outcomes.flatMap(({extracted}) => extracted?.loads ?? []);
  const loads = activeLoads([...known, ...fresh]);
  const editions = await readWholeEditions(state, run);
  const definitions = definitionsOf(pipeline, models, Object.keys(await readDimensions()));
  const code = await codeVersion();
  const fingerprint = buildFingerprint({
    pipeline,
    models,
    staging: stagingFingerprint(pipeline, loads, contracts),
    ledger,
    editions,
    code,
    failed: outcomes.flatMap(({source, message}) => (message === null ? [] : [source]))
  });
  const standing = await readBuildFacts(state.warehouse);
  if (standing && isStanding(standing, fingerprint, run, options.asOf)) {
    const database = await readWarehouse(state.warehouse);
    try {
      return await summarize(pipeline, {...run, asOf: standing.as_of}, outcomes, 'unchanged', database);
    } finally {
      database.close();
    }
  }
  const {signal, report, asOf, runId} = run;
  const database = await openDatabase(state.nextWarehouse, {timeZone: pipeline.timeZone, signal});
  let summary: RunSummary;
  try {
    await buildWarehouse(database, {
      pipeline,
      loads,
      contracts,
      models,
      ledger,
      asOf,
      runId,
      editions: editions.whole,
      previous: state.warehouse,
      report
    });
    summary = await summarize(pipeline, run, outcomes, 'done', database);
    const record = recordOf(run, summary);
    const build = {fingerprint, definitions: definitionsHash(definitions), code, run: record};
    await writeBuildFacts(build, database);
    await writeHistory([...run.journal.runs, record], database);
    await database.execute('checkpoint');
  } finally {
    database.close();
  }
  await commit(state, fresh);
  return summary;
}

/** The signed editions. Those that were touched are told of: nothing is compared with them. */
async function readWholeEditions(state: State, {journal, report}: Begun): Promise<EditionsRead> {
  const editions = await readEditions(state, journal);
  const touched = [...new Set(editions.findings.map(({edition}) => edition))];
  if (touched.length > 0) {
    report(
      `not as they were frozen, so that nothing is compared with them: ${touched.join(', ')}; "huisheng audit" tells more`
    );
  }
  return editions;
}

/** Whether the warehouse that stands is what this run would build. */
function isStanding(standing: BuildFacts, fingerprint: string, run: Begun, asked: Date | undefined): boolean {
  if (standing.fingerprint !== fingerprint) return false;
  if (asked) return asked.getTime() === standing.as_of.getTime();
  return run.asOf >= standing.as_of && run.asOf < standing.until;
}

async function summarize(
  pipeline: Pipeline,
  run: Begun,
  outcomes: readonly SourceOutcome[],
  state: RunSummary['state'],
  database: Database
): Promise<RunSummary> {
  return {
    pipeline: pipeline.name,
    run_id: run.runId,
    as_of: run.asOf.toISOString(),
    state,
    intake: await readIntake(pipeline, outcomes, database),
    sources: await readSourceRuns(outcomes, run, database),
    unmapped: Object.fromEntries(outcomes.map(({source, extracted}) => [source, extracted?.unmapped ?? []])),
    shared: await readShared(database),
    quarantined: await countQuarantined(database),
    notices: (await readNotices(database)).map(({en}) => en)
  };
}

async function readShared(database: Database): Promise<SharedRecords[]> {
  const rows = await database.query<Record<'record' | 'sources' | 'records', string>>('from staging.shared');
  return rows.map(({records, ...row}) => ({...row, records: Number(records)}));
}

/** A run as the journal will tell of it once it has ended. */
function recordOf({trigger, startedAt}: Begun, {run_id, as_of, state, intake, sources}: RunSummary): RunRecord {
  const times = {started_at: startedAt.toISOString(), finished_at: now().toISOString()};
  return {run_id, ...times, as_of, trigger, state, message: null, intake, sources};
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

/** Removes what a run leaves behind, this one or one that was killed. */
async function clear(state: State): Promise<void> {
  for (const path of [state.scratch, state.pending, state.nextWarehouse, `${state.nextWarehouse}.wal`])
    await rm(path, {recursive: true, force: true});
}
