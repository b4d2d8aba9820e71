import {readdir, stat} from 'node:fs/promises';
import {join} from 'node:path';
import {now} from '../clock.ts';
import {suggestion} from '../config/nearest.ts';
import {UsageError} from '../config/problems.ts';
import {appendEvent, readJournal, type Journal} from '../run/journal.ts';
import type {State} from '../run/state.ts';
import {withPublishLock} from './publishSite.ts';
import {liveRelease, switchRelease} from './switchRelease.ts';

/** A release that stands. Times are ISO 8601; null where the journal does not know. */
export interface Release {
  readonly id: string;
  /** The run whose figures it shows. */
  readonly run: number | null;
  readonly as_of: string | null;
  readonly published_at: string | null;
  /** Bytes. */
  readonly size: number;
  readonly is_live: boolean;
}

/** The releases of a pipeline, the latest first. */
export async function listReleases(state: State): Promise<Release[]> {
  const journal = await readJournal(state);
  const live = await liveRelease(state.releases);
  const entries = await readdir(state.releases, {withFileTypes: true}).catch(() => []);
  const releases = await Promise.all(
    entries
      .filter((entry) => entry.isDirectory())
      .map(async ({name}) => ({
        built: (await stat(join(state.releases, name))).mtimeMs,
        release: {
          id: name,
          ...publicationOf(name, journal),
          size: await sizeOf(join(state.releases, name)),
          is_live: name === live
        }
      }))
  );
  return releases.sort((a, b) => b.built - a.built).map(({release}) => release);
}

/**
 * Makes an earlier release the live one again, until the next run is published.
 *
 * @param id the release; the one before the live one where nothing is said
 * @throws UsageError when there is no such release.
 */
export async function rollBack(state: State, id?: string): Promise<Release> {
  return withPublishLock(state.folder, async () => {
    const releases = await listReleases(state);
    const chosen =
      id === undefined
        ? releases[releases.findIndex(({is_live}) => is_live) + 1]
        : releases.find((one) => one.id === id);
    if (!chosen) {
      throw new UsageError(
        id === undefined
          ? 'there is no release before the live one'
          : `"${id}" is no release${suggestion(
              id,
              releases.map((one) => one.id)
            )}`
      );
    }
    if (chosen.is_live) return chosen;
    // Told before it is done, so that a process that is killed between leaves a rollback that can be ended.
    await appendEvent(state, {event: 'rolled_back', at: now().toISOString(), release: chosen.id});
    await switchRelease(state.releases, chosen.id);
    return {...chosen, is_live: true};
  });
}

/** The release that was put in the place of a later one by hand, where nothing was published since. */
export function rolledBackTo({publications}: Journal): string | undefined {
  const last = publications.at(-1);
  return last?.event === 'rolled_back' ? last.release : undefined;
}

/** Whether the journal knows of a release that it was published. */
export function wasPublished(id: string, {publications}: Journal): boolean {
  return publications.some(({event, release}) => event === 'published' && release === id);
}

function publicationOf(id: string, {publications, runs}: Journal): Pick<Release, 'run' | 'as_of' | 'published_at'> {
  const published = publications.findLast((one) => one.event === 'published' && one.release === id);
  if (published?.event !== 'published') return {run: null, as_of: null, published_at: null};
  const run = runs.find(({run_id}) => run_id === published.run_id);
  return {run: published.run_id, as_of: run?.as_of ?? null, published_at: published.at};
}

async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, {withFileTypes: true, recursive: true});
  const files = entries.filter((entry) => entry.isFile());
  const sizes = await Promise.all(files.map(async ({parentPath, name}) => (await stat(join(parentPath, name))).size));
  return sizes.reduce((total, size) => total + size, 0);
}
