import {existsSync} from 'node:fs';
import {mkdir, rename, rm, symlink} from 'node:fs/promises';
import {join, resolve} from 'node:path';
import {buildSite} from './buildSite.ts';
import {pruneReleases} from './pruneReleases.ts';
import type {SiteData} from './siteData.ts';

export interface PublishOptions {
  /** The pipeline's state folder; releases lie in its folder `releases`. */
  stateDir: string;
  /** The release's name: letters, digits, dots, hyphens and underscores. */
  releaseId: string;
  /** How many releases stay, the new one included. */
  keep?: number;
}

/**
 * Builds a release of the site and makes it the live one.
 *
 * The live release is what `<stateDir>/releases/current` points to; it is switched in one step when the new release
 * is whole. When anything fails, it stays as it was.
 *
 * @returns the folder of the new release
 * @throws Error with the build's own message, or when the release's name is taken or cannot be one.
 */
export async function publishSite(data: SiteData, options: PublishOptions): Promise<{directory: string}> {
  const {stateDir, releaseId, keep = 5} = options;
  if (!/^[\w-][\w.-]*$/.test(releaseId) || releaseId === 'current' || releaseId.endsWith('.building')) {
    throw new Error(`releaseId: expected letters, digits, dots, hyphens and underscores, got "${releaseId}"`);
  }
  const releases = resolve(stateDir, 'releases');
  const directory = join(releases, releaseId);
  if (existsSync(directory)) throw new Error(`${directory}: this release exists already; publish under another id`);
  const building = `${directory}.building`;
  await rm(building, {recursive: true, force: true});
  await mkdir(building, {recursive: true});
  try {
    await buildSite(data, building);
    await rename(building, directory);
  } catch (error) {
    await rm(building, {recursive: true, force: true});
    throw error;
  }
  await switchRelease(releases, releaseId);
  await pruneReleases(releases, {keep, live: releaseId});
  return {directory};
}

/** Points `current` to a release, in one step: a reader finds either the old one or the new one. */
async function switchRelease(releases: string, releaseId: string): Promise<void> {
  const link = join(releases, `.current-${releaseId}`);
  await rm(link, {force: true});
  await symlink(releaseId, link, 'dir');
  await rename(link, join(releases, 'current'));
}
