import {execFileSync} from 'node:child_process';
import {mkdir, rm, statfs} from 'node:fs/promises';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {startHuisheng} from '../cli/huisheng.ts';
import {Disturbance} from './disturbance.ts';

/** Mounts a small file system in memory over a folder. Throws where that is not allowed. */
function mount(folder: string, size: string, remount = false): void {
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}${remount ? ',remount' : ''}`, 'tmpfs', folder], {
    stdio: 'pipe'
  });
}

let disturbance: Disturbance;
let reason: string | undefined;

beforeAll(async () => {
  disturbance = await Disturbance.prepare();
  const {data} = disturbance.company;
  await rm(data, {recursive: true});
  await mkdir(data);
  try {
    mount(data, '64k');
  } catch (error) {
    reason = `no file system can be mounted here: ${String(error)}`;
  }
});

afterAll(async () => {
  if (reason === undefined) execFileSync('umount', [disturbance.company.data]);
  await disturbance.company.dissolve();
});

describe('a disk that is full', () => {
  test.each([0.4])('with room for %d of what a run writes', async (share) => {
    if (reason !== undefined) {
      console.log(`skipped: ${reason}`);
      return;
    }
    const {company, marts} = disturbance;
    mount(company.data, '1g', true);
    await disturbance.rewind();
    const before = await company.stateHashes();
    const {blocks, bfree, bsize} = await statfs(company.data);
    const used = (blocks - bfree) * bsize;
    mount(company.data, `${Math.ceil((used * (1 + share)) / 1024) + 8}k`, true);
    const {status, stderr} = await startHuisheng(company.runLine()).ended;
    expect({status, stderr}).toEqual({
      status: 1,
      stderr: expect.stringMatching(/state: the disk is full; make room there/) as string
    });
    expect(await company.stateHashes()).toEqual(before);
    mount(company.data, '1g', true);
    expect((await company.run()).status).toBe(0);
    expect(await company.tables('marts')).toEqual(marts);
  });
});
