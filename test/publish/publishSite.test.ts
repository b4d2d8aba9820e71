import {createHash} from 'node:crypto';
import {mkdir, mkdtemp, readdir, readFile, readlink, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {glob} from 'tinyglobby';
import {afterAll, beforeAll, expect, test, vi} from 'vitest';
import {publishSite} from '../../src/publish/publishSite.ts';
import {exampleSite} from './exampleSite.ts';

let stateDir = '';
const data = exampleSite({months: 2});
const releases = () => join(stateDir, 'releases');

beforeAll(async () => {
  stateDir = await mkdtemp(join(tmpdir(), 'huisheng-test-'));
  const home = join(stateDir, 'home');
  await mkdir(home);
  vi.stubEnv('HOME', home);
  await publishSite(data, {stateDir, releaseId: 'first'});
});

afterAll(async () => {
  vi.unstubAllEnvs();
  await rm(stateDir, {recursive: true});
});

async function filesOf(directory: string): Promise<Record<string, string>> {
  const files = (await glob('**/*', {cwd: directory, dot: true})).sort();
  const hashes = files.map(async (file) => [file, hash(await readFile(join(directory, file)))] as const);
  return Object.fromEntries(await Promise.all(hashes));
}

function hash(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

test('a release is pages and styles, without any script, and nothing is written to the home folder', async () => {
  const files = Object.keys(await filesOf(join(releases(), 'current')));
  expect(files).toContain('index.html');
  expect(files).toContain('leadership/2026-10.html');
  expect(files.filter((file) => !file.endsWith('.html'))).toEqual([
    expect.stringMatching(/^_import\/style\.\w+\.css$/)
  ]);
  expect(await readdir(join(stateDir, 'home'))).toEqual([]);
});

test('the same data gives the same bytes; the live release follows, and only the newest are kept', async () => {
  const before = await filesOf(join(releases(), 'first'));
  const {directory} = await publishSite(data, {stateDir, releaseId: 'second', keep: 1});
  expect(directory).toBe(join(releases(), 'second'));
  expect(await filesOf(directory)).toEqual(before);
  expect(await readlink(join(releases(), 'current'))).toBe('second');
  expect((await readdir(releases())).sort()).toEqual(['current', 'second']);
});

test('a build that fails tells why and leaves the live release as it was', async () => {
  const broken = {...data, kpis: data.kpis.filter(({id}) => id !== 'satisfaction')};
  const live = await readlink(join(releases(), 'current'));
  await expect(publishSite(broken, {stateDir, releaseId: 'third'})).rejects.toThrow(
    /^the site could not be built: reports\/leadership\/.*, report findings: unknown kpi "satisfaction"; did you mean "\w+"\?$/
  );
  expect(await readlink(join(releases(), 'current'))).toBe(live);
  expect((await readdir(releases())).sort()).toEqual(['current', live]);
});

test('a name that is taken or cannot be one is refused before anything is built', async () => {
  const live = await readlink(join(releases(), 'current'));
  await expect(publishSite(data, {stateDir, releaseId: live})).rejects.toThrow('this release exists already');
  for (const releaseId of ['current', '../up', 'a.building', '']) {
    await expect(publishSite(data, {stateDir, releaseId})).rejects.toThrow('releaseId: expected letters');
  }
});
