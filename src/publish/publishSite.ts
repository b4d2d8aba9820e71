import {existsSync} from 'node:fs';
import {mkdir, mkdtemp, rename, rm} from 'node:fs/promises';
import {dirname, join, resolve} from 'node:path';
import {shortPath} from '../config/yamlFile.ts';
import {isDiskFull} from '../run/diskFull.ts';
import {RunningError, withLock} from '../run/lock.ts';
import {buildSite} from './buildSite.ts';
import {pruneReleases} from './pruneReleases.ts';
import type {PublishedTables} from './publishTables.ts';
import type {SiteData} from './siteData.ts';
import {switchRelease} from './switchRelease.ts';

export interface PublishOptions {
  /** The pipeline's state folder; releases lie in its folder `releases`. */
  stateDir: string;
  /** The release's name: letters, digits, dots, hyphens and underscores. What stands under a name is never built again. */
  releaseId: string;
  /** What the pages of analysis read; without them, they say that there is nothing to analyse. */
  tables?: PublishedTables;
  /** How many releases stay, the new one included. */
  keep?: number;
  /** Ends the build; the live release stays. */
  signal?: AbortSignal;
}

/**
 * Builds a release of the site, unless it stands already, and makes it the live one.
 *
 * The live release is what `<stateDir>/releases/current` points to; it is switched in one step when the new release
 * is whole. When anything fails, it stays as it was. What a build leaves behind that was killed goes with the next one.
 *
 * @returns the folder of the new release
 * @throws Error with the build's own message, or when the release's name cannot be one, or the disk is full.
 * @throws RunningError while another process publishes.
 */
export async function publishSite(data: SiteData, options: PublishOptions): Promise<{directory: string}> {
  const {stateDir, releaseId, tables = {catalog: [], files: new Map()}, keep = 5, signal} = options;
  if (!/^[\w-][\w.-]*$/.test(releaseId) || releaseId === 'current') {
    throw new Error(`releaseId: expected letters, digits, dots, hyphens and underscores, got "${releaseId}"`);
  }
  const releases = resolve(stateDir, 'releases');
  const directory = join(releases, releaseId);
  await withPublishLock(stateDir, async () => {
    if (!existsSync(directory))
      await buildRelease(data, tables, directory, {workshops: resolve(stateDir, 'site.next'), signal});
    signal?.throwIfAborted();
    await switchRelease(releases, releaseId);
    await pruneReleases(releases, {keep, live: releaseId});
  });
  return {directory};
}

/** Does work while no other process changes the releases of a state folder. Throws a RunningError when one does. */
export async function withPublishLock<T>(stateDir: string, work: () => Promise<T>): Promise<T> {
  await mkdir(stateDir, {recursive: true});
  try {
    return await withLock(resolve(stateDir, 'publish.lock'), stateDir, work);
  } catch (error) {
    if (!(error instanceof RunningError)) throw error;
    throw new RunningError(`${shortPath(stateDir)}: another process is publishing; wait until it ends`, {cause: error});
  }
}

/** Builds in a folder that lies beside the releases, so that a release stands whole or not at all. */
async function buildRelease(
  data: SiteData,
  tables: PublishedTables,
  directory: string,
  {workshops, signal}: {workshops: string; signal: AbortSignal | undefined}
): Promise<void> {
  const releases = dirname(directory);
  const clear = () => rm(workshops, {recursive: true, force: true, maxRetries: 5});
  await clear();
  try {
    await mkdir(workshops, {mode: 0o700});
    await mkdir(releases, {recursive: true});
    // A folder of its own: where a publication was killed, its build may still be writing into the one that it was given.
    await rename(await buildSite(data, tables, await mkdtemp(join(workshops, 'site-')), signal), directory);
  } catch (error) {
    throw isDiskFull(error)
      ? new Error(
          `${shortPath(releases)}: the disk is full; the live release stays as it was; make room there, then publish with "huisheng serve"`,
          {cause: error}
        )
      : error;
  } finally {
    await clear();
  }
}
