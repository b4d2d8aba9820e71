import {mkdir, mkdtemp, readdir, rm, utimes} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {pruneReleases} from '../../src/publish/pruneReleases.ts';

test('the newest stay, and so do the live one and the one being built', async () => {
  const releases = await mkdtemp(join(tmpdir(), 'huisheng-test-'));
  for (const [seconds, name] of ['live', 'b', 'a', 'c', 'd.building'].entries()) {
    await mkdir(join(releases, name));
    await utimes(join(releases, name), seconds, seconds);
  }
  await pruneReleases(releases, {keep: 3, live: 'live'});
  expect((await readdir(releases)).sort()).toEqual(['a', 'c', 'd.building', 'live']);
  await pruneReleases(releases, {keep: 1, live: 'live'});
  expect((await readdir(releases)).sort()).toEqual(['d.building', 'live']);
  await rm(releases, {recursive: true});
});
