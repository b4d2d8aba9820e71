import {existsSync} from 'node:fs';
import {readlink, rename, rm, symlink} from 'node:fs/promises';
import {join} from 'node:path';

/** Points `current` to a release, in one step: a reader finds either the old one or the new one. */
export async function switchRelease(releases: string, releaseId: string): Promise<void> {
  const link = join(releases, '.current');
  await rm(link, {force: true});
  await symlink(releaseId, link, 'dir');
  await rename(link, join(releases, 'current'));
}

/** The release that `current` points to; undefined where there is none. */
export async function liveRelease(releases: string): Promise<string | undefined> {
  const link = join(releases, 'current');
  return existsSync(link) ? readlink(link) : undefined;
}
