import {execFileSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import {statfs} from 'node:fs/promises';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {RandomStream} from '../../sources/demo/process/randomStream.ts';
import {readJournal} from '../../src/run/journal.ts';
import {stateOf} from '../../src/run/state.ts';
import {Disturbance} from './disturbance.ts';

/** How often a run is killed; `npm run ordeal` does it a hundred times. */
const KILLS = Number(process.env['HUISHENG_KILLS'] ?? 2);

let disturbance: Disturbance;

beforeAll(async () => {
  disturbance = await Disturbance.prepare();
});

afterAll(async () => {
  await disturbance.company.dissolve();
});

test(
  `a run that is killed at ${KILLS} moments leaves nothing that the next does not put right`,
  {timeout: KILLS * 60_000},
  async () => {
    const {company, marts, length} = disturbance;
    const random = new RandomStream('kill');
    let killed = 0;
    for (let i = 0; i < KILLS; i++) {
      const moment = ((i + random.uniform()) / KILLS) * length;
      await disturbance.rewind();
      if (await disturbance.killAfter(moment)) killed++;
      const {status, stderr} = await company.run();
      expect(status, stderr).toBe(0);
      expect(await company.tables('marts'), `killed after ${Math.round(moment)} ms`).toEqual(marts);
    }
    // The last moments may lie behind the end of a run.
    expect(killed).toBeGreaterThanOrEqual(KILLS / 2);
  }
);

test('a run that is told to stop changes nothing and leaves nothing', async () => {
  const {company} = disturbance;
  await disturbance.rewind();
  const before = await company.stateHashes();
  const {child, ended, prints} = disturbance.start();
  await prints(/company: core/);
  child.kill('SIGTERM');
  const {status, stderr} = await ended;
  expect({status, stderr}).toEqual({status: 1, stderr: expect.stringContaining('the run was told to stop') as string});
  expect(await company.stateHashes()).toEqual(before);
  const state = stateOf('company', company.data);
  expect(existsSync(state.scratch)).toBe(false);
  expect((await readJournal(state)).runs.at(-1)).toMatchObject({run_id: 2, state: 'interrupted'});
});

/** Mounts a file system in memory over a folder, or changes its size. Throws where that is not allowed. */
function mount(folder: string, size: string, isThere = false): void {
  const options = `size=${size}${isThere ? ',remount' : ''}`;
  execFileSync('mount', ['-t', 'tmpfs', '-o', options, 'tmpfs', folder], {stdio: 'pipe'});
}

test('a run on a disk that gets full changes nothing, and the next one makes up for it', async ({skip}) => {
  const {company, marts} = disturbance;
  try {
    mount(company.data, '1g');
  } catch (error) {
    console.log(`skipped: no file system can be mounted here: ${String(error)}`);
    skip();
  }
  try {
    await disturbance.rewind();
    const before = await company.stateHashes();
    const {blocks, bfree, bsize} = await statfs(company.data);
    const used = (blocks - bfree) * bsize;
    mount(company.data, `${Math.ceil((used * 1.4) / 1024)}k`, true);
    const {status, stderr} = await company.run();
    const told = expect.stringContaining('state: the disk is full; make room there') as string;
    expect({status, stderr}).toEqual({status: 1, stderr: told});
    expect(await company.stateHashes()).toEqual(before);
    mount(company.data, '1g', true);
    expect((await company.run()).status).toBe(0);
    expect(await company.tables('marts')).toEqual(marts);
  } finally {
    execFileSync('umount', [company.data]);
  }
});
