import {existsSync} from 'node:fs';
import {join} from 'node:path';
import {now} from '../clock.ts';
import {readPipeline, type Pipeline} from '../config/pipeline.ts';
import {UsageError} from '../config/problems.ts';
import {shortPath} from '../config/yamlFile.ts';
import type {LogForm} from '../log/log.ts';
import {collectSiteData} from '../publish/collectSiteData.ts';
import {publishSite, withPublishLock} from '../publish/publishSite.ts';
import {collectTables, type PublishedTables} from '../publish/publishTables.ts';
import {rolledBackTo, wasPublished} from '../publish/releases.ts';
import type {SiteData} from '../publish/siteData.ts';
import {liveRelease, switchRelease} from '../publish/switchRelease.ts';
import {appendEvent, readJournal, type Journal} from '../run/journal.ts';
import {readWarehouse} from '../run/readWarehouse.ts';
import {stateOf, type State} from '../run/state.ts';
import type {Database} from '../warehouse/duckdb.ts';
import {runLine} from './commandLine.ts';
import {startProgress} from './progress.ts';

/**
 * Publishes the latest figures of a pipeline, unless their release is live already, or was put aside by a rollback. Returns the
 * path under which the live release is found.
 */
export async function publishLatest(
  path: string,
  data: string | undefined,
  options: {readonly log?: LogForm; readonly signal?: AbortSignal} = {}
): Promise<string> {
  const pipeline = await readPipeline(path);
  const state = stateOf(pipeline.name, data);
  if (!existsSync(state.warehouse)) {
    throw new UsageError(
      `${pipeline.name}: there is no run to publish in ${shortPath(state.folder)}; run "${runLine(path, data)}" first, or say with --data where its state lies`
    );
  }
  const live = join(state.releases, 'current');
  const journal = await readJournal(state);
  const next = await readRelease(pipeline, state, journal);
  if (next === undefined) return live;
  const progress = startProgress(pipeline.name, options.log);
  try {
    progress.report('pages');
    const {site, tables, releaseId, runId} = next;
    const {signal} = options;
    await publishSite(site, {stateDir: state.folder, releaseId, tables, ...(signal && {signal})});
    await appendEvent(state, {event: 'published', at: now().toISOString(), run_id: runId, release: releaseId});
    progress.done(`run ${runId} published`, {run: runId, release: releaseId});
  } catch (error) {
    progress.fail();
    throw error;
  }
  return live;
}

interface NextRelease {
  readonly releaseId: string;
  readonly runId: number;
  readonly site: SiteData;
  readonly tables: PublishedTables;
}

/** The release that is to be published now; undefined when the one that has to be live is. */
async function readRelease(pipeline: Pipeline, state: State, journal: Journal): Promise<NextRelease | undefined> {
  const database = await readWarehouse(state.warehouse, pipeline.timeZone);
  try {
    const {releaseId, runId} = await releaseOf(database);
    const live = await liveRelease(state.releases);
    const chosen = rolledBackTo(journal);
    if (chosen !== undefined && wasPublished(releaseId, journal) && existsSync(join(state.releases, chosen))) {
      if (live !== chosen) await withPublishLock(state.folder, () => switchRelease(state.releases, chosen));
      return undefined;
    }
    if (live === releaseId && wasPublished(releaseId, journal)) return undefined;
    const site = await collectSiteData(pipeline, database, journal);
    return {releaseId, runId, site, tables: await collectTables(database)};
  } finally {
    database.close();
  }
}

/** The run whose figures a warehouse holds, and what its release is called: by its end too, for numbers may begin anew. */
async function releaseOf(database: Database): Promise<{releaseId: string; runId: number}> {
  const [run] = await database.query<{run_id: number; ended: string}>(
    `select run_id, strftime(timezone('UTC', finished_at), '%Y%m%dT%H%M%SZ') as ended
     from runs.runs where run_id = (select run_id from config.run)`
  );
  const {run_id, ended} = run!;
  return {releaseId: `run-${String(run_id).padStart(6, '0')}-${ended}`, runId: run_id};
}
