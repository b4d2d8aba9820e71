import {existsSync} from 'node:fs';
import {readdir, readFile, readlink, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {setTimeout} from 'node:timers/promises';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {readJournal} from '../../src/run/journal.ts';
import {stateOf} from '../../src/run/state.ts';
import {Company, csv, registerRows} from '../run/company.ts';
import {huisheng, startHuisheng, type Started} from './huisheng.ts';

let company: Company;
let started: Started | undefined;

beforeAll(async () => {
  company = await Company.found();
  await company.write('register.csv', csv(registerRows(200)));
});

afterAll(async () => {
  started?.child.kill('SIGKILL');
  await started?.ended;
  await company.dissolve();
});

const start = (...options: string[]) => {
  started = startHuisheng(['start', '--port', '0', ...company.where, ...options]);
  return started;
};
const address = async ({prints}: Started) => (await prints(/The report is at (http:\/\/127\.0\.0\.1:\d+) /))[1]!;
const state = () => stateOf('company', company.data);

/** What is left in the state folder that only a run or a publication at work may have there. */
function leftovers(): string[] {
  return ['site.next', 'warehouse.next.duckdb', 'landing/.pending']
    .map((name) => join(company.data, name))
    .concat(state().scratch)
    .filter((path) => existsSync(path));
}

test('told to stop in the middle of its first run, it ends at once, with nothing changed and nothing left', async () => {
  const process = start();
  await process.prints(/company: staging/);
  const before = performance.now();
  process.child.kill('SIGTERM');
  const {status, stdout, stderr} = await process.ended;
  expect(performance.now() - before).toBeLessThan(5000);
  expect({status, stdout}, stderr).toEqual({status: 0, stdout: ''});
  expect(existsSync(company.warehouse)).toBe(false);
  expect(leftovers()).toEqual([]);
});

test('told to stop while it publishes, it ends the build as well', async () => {
  const process = start('--log', 'json');
  await process.prints(/"msg":"pages"/);
  await setTimeout(700);
  process.child.kill('SIGINT');
  const {status, stderr} = await process.ended;
  expect(status, stderr).toBe(0);
  expect(leftovers()).toEqual([]);
  expect(await readdir(state().releases)).toEqual([]);
  const lines = stderr
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(
    lines.every(({level, time, pipeline}) => level === 'info' && time !== undefined && pipeline === 'company')
  ).toBe(true);
  expect(lines).toContainEqual(expect.objectContaining({run: 2, msg: expect.stringMatching(/^run 2 done/) as unknown}));
});

test('killed while it publishes, the next one publishes, serves, and says how the pipeline fares', async () => {
  const killed = start();
  await killed.prints(/company: pages/);
  await setTimeout(500);
  killed.child.kill('SIGKILL');
  await killed.ended;

  const site = await address(start());
  const page = await fetch(site);
  expect(page.status).toBe(200);
  expect(await page.text()).toContain('公司');
  expect((await fetch(`${site}/operations/definitions`)).status).toBe(200);
  expect(await (await fetch(`${site}/operations/runs`)).text()).toContain('来源');
  const health = await fetch(`${site}/health`);
  expect([health.status, await health.json()]).toMatchObject([
    200,
    {status: 'ok', pipeline: 'company', next_run: null}
  ]);
  expect(leftovers()).toEqual([]);
  const [published, ...others] = (await readJournal(state())).publications;
  expect(others).toEqual([]);
  expect(await readlink(join(state().releases, 'current'))).toBe(published?.release);
});

test('a second program on the same port is told what to do', async () => {
  const {port} = new URL(await address(started!));
  const {status, stderr} = await huisheng('serve', '--port', port, ...company.where);
  expect(status).toBe(1);
  expect(stderr).toContain(
    `port ${port} on 127.0.0.1 is in use; end the program that holds it, or choose another with --port`
  );
});

test('ends when it is told to, at once and without complaint', async () => {
  const site = await address(started!);
  const before = performance.now();
  started!.child.kill('SIGTERM');
  const {status, stdout, stderr} = await started!.ended;
  expect(performance.now() - before).toBeLessThan(5000);
  expect(status, stderr).toBe(0);
  expect(stdout).toBe(`The report is at ${site} (Ctrl+C ends)\n`);
  for (const line of stderr.trimEnd().split('\n')) expect(line).toMatch(/^(company: | {2})\S/);
});

test('while the run of the day goes on, and when it fails, the last good report is served; what was missed is told', async () => {
  const journal = await readFile(state().journal, 'utf8');
  await writeFile(state().journal, journal.replaceAll(/"at":"\d{4}-/g, '"at":"2020-'));
  await company.write(
    'company.yaml',
    'title: 公司\nsources: [register.yaml]\nschedule: last working day of the year 06:00\n'
  );
  await company.write('register.csv', 'no such columns\n1\n');
  const process = start();
  const site = await address(process);
  expect((await fetch(site)).status).toBe(200);
  await process.prints(/the run failed; the last good run is shown/);
  expect((await fetch(site)).status).toBe(200);
  const health = await fetch(`${site}/health`);
  expect([health.status, ((await health.json()) as {status: string}).status]).toEqual([503, 'failing']);
  process.child.kill('SIGTERM');
  expect((await process.ended).status).toBe(0);
  const {runs, missed} = await readJournal(state());
  expect(runs.at(-1)).toMatchObject({trigger: 'catch_up', state: 'failed'});
  expect(missed[0]?.times[0]).toBe('2020-12-30T22:00:00.000Z');
});
