import {createHash} from 'node:crypto';
import {existsSync} from 'node:fs';
import {mkdir, mkdtemp, readdir, readFile, readlink, rename, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {glob} from 'tinyglobby';
import {afterAll, beforeAll, expect, test, vi} from 'vitest';
import {publishSite} from '../../src/publish/publishSite.ts';
import {isDiskFull} from '../../src/run/diskFull.ts';
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

test('a release is pages, styles and the scripts of analysis, and nothing is written to the home folder', async () => {
  const files = Object.keys(await filesOf(join(releases(), 'current')));
  expect(files).toContain('index.html');
  expect(files).toContain('leadership/2026-10.html');
  expect(files.filter((file) => !file.endsWith('.html') && !file.startsWith('client/'))).toEqual([
    expect.stringMatching(/^_import\/style\.\w+\.css$/),
    'duckdb/duckdb-browser-eh.worker.js',
    'duckdb/duckdb-eh.wasm',
    'performance/tables/tables.json',
    'tables/tables.json'
  ]);
  expect(files).toContain('client/trends.js');
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
    /^the site could not be built: reports\/leadership\/.*, report control: unknown kpi "satisfaction"; did you mean "\w+"\?$/
  );
  expect(await readlink(join(releases(), 'current'))).toBe(live);
  expect((await readdir(releases())).sort()).toEqual(['current', live]);
  expect(existsSync(join(stateDir, 'site.next'))).toBe(false);
});

test('a name that cannot be one is refused before anything is built', async () => {
  for (const releaseId of ['current', '../up', '.hidden', '']) {
    await expect(publishSite(data, {stateDir, releaseId})).rejects.toThrow('releaseId: expected letters');
  }
});

test('a release that stands is made live without building it again, whatever was cut off before', async () => {
  const live = await readlink(join(releases(), 'current'));
  const before = await filesOf(join(releases(), live));
  // What a process leaves behind that is killed after the release is whole, and before it is live.
  await rename(join(releases(), live), join(releases(), 'whole'));
  await mkdir(join(stateDir, 'site.next/reports'), {recursive: true});
  await writeFile(join(stateDir, 'site.next/site.json'), 'half');
  await writeFile(join(releases(), '.current'), '');
  await publishSite({...data, kpis: []}, {stateDir, releaseId: 'whole'});
  expect(await readlink(join(releases(), 'current'))).toBe('whole');
  expect(await filesOf(join(releases(), 'whole'))).toEqual(before);
  expect((await readdir(releases())).sort()).toEqual(['current', 'whole']);
});

test('a build that is told to stop ends at once, and leaves nothing but the live release', async () => {
  const controller = new AbortController();
  const publication = publishSite(data, {stateDir, releaseId: 'stopped', signal: controller.signal});
  setTimeout(() => {
    controller.abort(new Error('stop'));
  }, 400);
  await expect(publication).rejects.toThrow('stop');
  expect((await readdir(releases())).sort()).toEqual(['current', 'whole']);
  expect(existsSync(join(stateDir, 'site.next'))).toBe(false);
});

test('a disk without room is told from other faults', async () => {
  expect(isDiskFull(new Error('the site could not be built: ENOSPC: no space left on device, write'))).toBe(true);
  expect(isDiskFull(new Error('the site could not be built'))).toBe(false);
  if (!existsSync('/dev/full')) return;
  const full = await writeFile('/dev/full', 'x').catch((error: unknown) => error);
  expect(isDiskFull(full)).toBe(true);
});
