import {existsSync} from 'node:fs';
import {shiftPeriod, type Period} from '../../reports/figures/period.ts';
import type {Pipeline} from '../config/pipeline.ts';
import {UsageError} from '../config/problems.ts';
import {shortPath} from '../config/yamlFile.ts';
import type {LedgerEntry} from '../ledger/ledgerSpec.ts';
import {readLedger} from '../ledger/readLedger.ts';
import {readBuildFacts, type BuildFacts} from '../run/buildFacts.ts';
import {codeVersion} from '../run/codeVersion.ts';
import {appendEvent, readJournal, type Journal} from '../run/journal.ts';
import {withLock} from '../run/lock.ts';
import {readWarehouse} from '../run/readWarehouse.ts';
import type {State} from '../run/state.ts';
import {readDimensions} from '../transform/dimensions.ts';
import {readModels, type Kpi} from '../transform/model.ts';
import type {Database} from '../warehouse/duckdb.ts';
import {literal} from '../warehouse/quote.ts';
import {definitionsHash, definitionsOf, type Definitions} from './definitions.ts';
import {countDecisions} from './frozenLedger.ts';
import {readEditionName} from './manifest.ts';
import {readEditions} from './readEditions.ts';
import {settleEditions} from './settleEditions.ts';
import {emptyFolder, putIntoPlace, sync} from './wholeFolder.ts';
import {writeEdition, type EditionFacts, type Frozen} from './writeEdition.ts';

export interface FreezeOptions {
  /** Who signs; null where nobody is named. */
  readonly by: string | null;
  /** Why a period is frozen that has been frozen before; undefined where it has not. */
  readonly reason?: string;
  /** The command that runs the pipeline, as a person would type it here. */
  readonly runLine: string;
}

/**
 * Writes the figures of a period as they stand, with the records that they count, the ledger and all definitions, into an edition
 * that nothing changes any more. It stands whole or not at all: from the journal's word for it on.
 *
 * Throws a UsageError when there is nothing to freeze, the period is not over, it was frozen before and no reason is given, or the
 * figures are not those of today's definitions; RunningError while a run is going on.
 */
export async function freezePeriod(
  pipeline: Pipeline,
  state: State,
  period: Period,
  options: FreezeOptions
): Promise<Frozen> {
  const {by, reason, runLine} = options;
  if (!existsSync(state.warehouse)) {
    throw new UsageError(
      `${pipeline.name}: there is no warehouse in ${shortPath(state.folder)}; run "${runLine}" first, or say with --data where its state lies`
    );
  }
  return withLock(state.lock, pipeline.name, async () => {
    const journal = await readJournal(state);
    await settleEditions(state, journal);
    const place = await nextPlace(period, state, {journal, reason});
    const build = await currentBuild(pipeline, state, runLine);
    const ledger = await readLedger(state.ledger, pipeline.policy);
    const database = await readWarehouse(state.warehouse, pipeline.timeZone);
    try {
      await refuseUnfit(period, database);
      await refuseUnknown(ledger, runLine, database);
      await emptyFolder(state.pendingEdition);
      const facts = {pipeline, period, by, reason, ledger, ...place, ...build};
      const frozen = await writeEdition(state.pendingEdition, facts, database);
      const {edition, frozen_at: at} = frozen.manifest;
      await appendEvent(state, {event: 'frozen', at, edition, period: period.id, by, sha256: frozen.sha256});
      await sync(state.journal);
      await putIntoPlace(state.pendingEdition, state.editions, edition);
      return frozen;
    } finally {
      database.close();
      await settleEditions(state, await readJournal(state));
    }
  });
}

/**
 * Where the next edition comes in the chain. What the journal tells of goes before what lies in the folder, which someone may have
 * touched. Throws a UsageError when the period was frozen before and no reason is given, or the other way round.
 */
async function nextPlace(
  {id}: Period,
  state: State,
  {journal, reason}: {readonly journal: Journal; readonly reason: string | undefined}
): Promise<Pick<EditionFacts, 'number' | 'previous'>> {
  const {editions} = await readEditions(state, journal);
  const told = journal.freezes.map(({edition, period, at, by, sha256}) => ({edition, period, at, by, sha256}));
  const untold = editions
    .filter(({name}) => !told.some(({edition}) => edition === name))
    .map(({name, sha256, manifest: {period, frozen_at: at, by}}) => ({edition: name, period, at, by, sha256}));
  const number = (edition: string) => readEditionName(edition)?.number ?? 0;
  const before = [...told, ...untold].sort((a, b) => number(a.edition) - number(b.edition));
  const earlier = before.findLast(({period}) => period === id);
  if (earlier && reason === undefined) {
    throw new UsageError(
      `${id} was frozen at ${earlier.at}${earlier.by === null ? '' : ` by ${earlier.by}`}: edition ${earlier.edition}; with --again and --reason it gets another edition, and that one stays`
    );
  }
  if (!earlier && reason !== undefined) {
    throw new UsageError(`--again: ${id} has not been frozen yet; leave --again and --reason out`);
  }
  const last = before.at(-1);
  if (!last) return {number: 1, previous: null};
  return {number: number(last.edition) + 1, previous: {edition: last.edition, sha256: last.sha256}};
}

/** The run that computed the figures, and how they are defined. Throws a UsageError when that was otherwise at the time of the run. */
async function currentBuild(
  pipeline: Pipeline,
  state: State,
  runLine: string
): Promise<{build: BuildFacts; definitions: Definitions; kpis: Kpi[]}> {
  const {models, kpis} = await readModels();
  const definitions = definitionsOf(pipeline, models, Object.keys(await readDimensions()));
  const build = await readBuildFacts(state.warehouse);
  if (build?.definitions === definitionsHash(definitions) && build.code === (await codeVersion())) {
    return {build, definitions, kpis};
  }
  throw new UsageError(
    `${pipeline.name}: the last run was made under other definitions than today's, or with another version; run "${runLine}" first`
  );
}

/** Refuses a period that goes on, or of which there are no figures. */
async function refuseUnfit(period: Period, database: Database): Promise<void> {
  const {grain, id, start} = period;
  const end = shiftPeriod(period, 1).start;
  const [row] = await database.query<{is_over: boolean; as_of: string; first: string | null; is_there: boolean}>(`
    select timezone(time_zone, as_of) >= date ${literal(end)} as is_over,
      strftime(timezone(time_zone, as_of), '%Y-%m-%d %H:%M') as as_of,
      (select min(period_start)::varchar from marts.kpi_values where grain = ${literal(grain)}) as first,
      exists (from marts.kpi_values where grain = ${literal(grain)} and period_start = date ${literal(start)}) as is_there
    from config.run`);
  const {is_over, as_of, first, is_there} = row!;
  if (!is_over) {
    throw new UsageError(
      `${id} goes on until ${end}, and the figures are as of ${as_of}; run on that day or later, then freeze`
    );
  }
  if (is_there) return;
  const told = first === null ? 'there are none at all' : `they begin with the ${grain} of ${first}`;
  throw new UsageError(`there are no figures of ${id}; ${told}`);
}

/** Refuses figures that do not know of everything that was decided. */
async function refuseUnknown(ledger: readonly LedgerEntry[], runLine: string, database: Database): Promise<void> {
  const {there, known} = await countDecisions(ledger, database);
  if (there === known) return;
  throw new UsageError(
    `the ledger holds ${there} decisions, of which the figures know ${known}; run "${runLine}" first`
  );
}
