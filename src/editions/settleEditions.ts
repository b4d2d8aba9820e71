import {existsSync} from 'node:fs';
import {readFile, rm} from 'node:fs/promises';
import {join} from 'node:path';
import type {Journal} from '../run/journal.ts';
import type {State} from '../run/state.ts';
import {MANIFEST_FILE, sha256Of} from './manifest.ts';
import {putIntoPlace} from './wholeFolder.ts';

/** The edition that is written, or was when its freeze was killed; undefined where there is none that the journal tells of. */
export async function pendingEdition(
  {pendingEdition: folder}: State,
  {freezes}: Pick<Journal, 'freezes'>
): Promise<string | undefined> {
  const path = join(folder, MANIFEST_FILE);
  if (!existsSync(path)) return undefined;
  const sha256 = sha256Of(await readFile(path, 'utf8'));
  return freezes.find((freeze) => freeze.sha256 === sha256)?.edition;
}

/**
 * Settles what a freeze has left behind that was killed: an edition that the journal tells of is put into its place, any other goes.
 * To be called under the lock of the pipeline.
 */
export async function settleEditions(state: State, journal: Pick<Journal, 'freezes'>): Promise<void> {
  const edition = await pendingEdition(state, journal);
  if (edition !== undefined && !existsSync(join(state.editions, edition)))
    await putIntoPlace(state.pendingEdition, state.editions, edition);
  await rm(state.pendingEdition, {recursive: true, force: true});
}
