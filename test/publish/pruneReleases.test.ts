import {mkdir, mkdtemp, readdir, rm, utimes} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {pruneReleases} from '../../src/publish/pruneReleases.ts';

test('the newest stay, and so does the live one', async () => {
  const releases = await mkdtemp(join(tmpdir(), 'huisheng-test-'));
  for (const [seconds, name] of ['live', 'b', 'a', 'c'].entries()) {
    await mkdir(join(releases, name));
    await utimes(join(releases, name), seconds, seconds);
  }
  await pruneReleases(releases, {keep: 3, live: 'live'});
  expect((await readdir(releases)).sort()).toEqual(['a', 'c', 'live']);
  await pruneReleases(releases, {keep: 1, live: 'live'});
  expect((await readdir(releases)).sort()).toEqual(['live']);
  await rm(releases, {recursive: true});
});
