import {createHash} from 'node:crypto';
import {cp, readFile, readdir, rm} from 'node:fs/promises';
import {join} from 'node:path';
import {setTimeout as sleep} from 'node:timers/promises';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {RandomStream} from '../../sources/demo/process/randomStream.ts';
import {publishLatest} from '../../src/cli/publish.ts';
import {liveRelease} from '../../src/publish/switchRelease.ts';
import {serveSite} from '../../src/serve/serveSite.ts';
import {startHuisheng} from '../cli/huisheng.ts';
import {Company, csv, registerRows} from '../run/company.ts';

/** A fifth of the kills of `npm run ordeal`: a publication takes its time. */
const KILLS = Math.ceil(Number(process.env['HUISHENG_KILLS'] ?? 0) / 5);

if (KILLS === 0) console.log('skipped: publications are killed by npm run ordeal alone');

describe.skipIf(KILLS === 0)(`a publication that is killed at ${KILLS} moments`, () => {
  let company: Company;
  /** A hash of the files of each release that may be live, by its name. */
  const whole = new Map<string, string>();
  let length = 0;

  const releases = () => join(company.data, 'releases');
  const live = async () => (await liveRelease(releases())) ?? 'none';
  const rewind = async () => {
    for (const name of await readdir(company.data)) await rm(join(company.data, name), {recursive: true});
    await cp(join(company.folder, 'before'), company.data, {recursive: true, verbatimSymlinks: true});
  };
  const publish = () => publishLatest(company.pipeline, company.data);

  beforeAll(async () => {
    company = await Company.found();
    await company.write('register.csv', csv(registerRows(60)));
    expect((await company.run()).status).toBe(0);
    await publish();
    whole.set(await live(), await hashOf(join(releases(), 'current')));
    await company.write('register.csv', csv(registerRows(90)));
    expect((await company.run()).status).toBe(0);
    await cp(company.data, join(company.folder, 'before'), {recursive: true, verbatimSymlinks: true});
    const began = performance.now();
    const started = startServing(company);
    await started.prints(/report is at/);
    length = performance.now() - began;
    started.child.kill('SIGTERM');
    await started.ended;
    whole.set(await live(), await hashOf(join(releases(), 'current')));
  });

  afterAll(async () => {
    await company.dissolve();
  });

  test(
    'leaves the old site or the new one, whole, and the next one ends what it began',
    {timeout: KILLS * 120_000},
    async () => {
      expect(whole.size).toBe(2);
      const newest = [...whole.keys()].at(-1);
      const random = new RandomStream('publication');
      const site = await serveSite({directory: join(releases(), 'current'), host: '127.0.0.1', port: 0});
      try {
        for (let i = 0; i < KILLS; i++) {
          await rewind();
          const {child, ended} = startServing(company);
          const timer = setTimeout(() => child.kill('SIGKILL'), ((i + random.uniform()) / KILLS) * length);
          while (child.exitCode === null && child.signalCode === null) {
            const response = await fetch(site.url);
            expect(response.status).toBe(200);
            expect(await response.text()).toMatch(/<\/html>\s*$/);
            await sleep(50);
          }
          await ended;
          clearTimeout(timer);
          expect(await hashOf(join(releases(), 'current')), `after kill ${i}`).toBe(whole.get(await live()));
          await publish();
          expect(await live()).toBe(newest);
          expect(await hashOf(join(releases(), 'current'))).toBe(whole.get(newest!));
        }
      } finally {
        await site.close();
      }
    }
  );
});

function startServing(company: Company) {
  return startHuisheng(['serve', ...company.where, '--port', '0']);
}

async function hashOf(folder: string): Promise<string> {
  const entries = await readdir(folder, {withFileTypes: true, recursive: true});
  const paths = entries.filter((entry) => entry.isFile()).map(({parentPath, name}) => join(parentPath, name));
  const hash = createHash('sha256');
  for (const path of paths.sort()) hash.update(`${path.slice(folder.length)}\0`).update(await readFile(path));
  return hash.digest('hex');
}
