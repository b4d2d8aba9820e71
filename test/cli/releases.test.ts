import {mkdir, readlink, utimes, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {publishLatest} from '../../src/cli/publish.ts';
import type {Release} from '../../src/publish/releases.ts';
import {appendEvent} from '../../src/run/journal.ts';
import {stateOf} from '../../src/run/state.ts';
import {Company, csv, registerRows} from '../run/company.ts';
import {catching, huisheng, huishengJson} from './huisheng.ts';

const OLD = 'run-000001-20260101T000000Z';
let company: Company;
let latest = '';

beforeAll(async () => {
  company = await Company.found();
  await company.write('register.csv', csv(registerRows(50)));
  await company.run();
  latest = await standing();
  await publish();
  // A release of an earlier warehouse.
  const old = join(company.data, 'releases', OLD);
  await mkdir(old);
  await writeFile(join(old, 'index.html'), '1234567890');
  await utimes(old, 1, 1);
});

/** Puts the release of the last run there, whole but not live, so that no test has to build it. Returns its name. */
async function standing(): Promise<string> {
  const [run] = await company.query(
    `select format('run-{:06d}-', run_id) || strftime(timezone('UTC', finished_at), '%Y%m%dT%H%M%SZ') as id
     from runs.runs order by run_id desc limit 1`
  );
  const id = run!['id'] as string;
  await mkdir(join(company.data, 'releases', id), {recursive: true});
  return id;
}

afterAll(() => company.dissolve());

const publish = () => catching(() => publishLatest(company.pipeline, company.data));
const live = () => readlink(join(company.data, 'releases/current'));
const releases = (...words: string[]) => huishengJson<Release>('releases', ...words, ...company.where);

test('the releases are listed with their run and size, the latest first', async () => {
  expect(latest).toMatch(/^run-000001-\d{8}T\d{6}Z$/);
  expect(await releases('list')).toEqual([
    {
      id: latest,
      run: 1,
      as_of: '2026-07-15T04:00:00.000Z',
      published_at: expect.any(String) as unknown,
      size: 0,
      is_live: true
    },
    {id: OLD, run: null, as_of: null, published_at: null, size: 10, is_live: false}
  ]);
});

test('what is published is not published again', async () => {
  expect((await publish()).stderr).toBe('');
});

test('a release that is not there, or has none before it, is told', async () => {
  const {status, stderr} = await huisheng('releases', 'rollback', `${OLD}x`, ...company.where);
  expect(status).toBe(2);
  expect(stderr).toContain(`"${OLD}x" is no release; did you mean "${OLD}"?`);
});

test('a rollback holds until the next run is published, also where it was cut off', async () => {
  expect(await releases('rollback')).toMatchObject([{id: OLD, is_live: true}]);
  expect(await live()).toBe(OLD);
  const none = await huisheng('releases', 'rollback', ...company.where);
  expect([none.status, none.stderr]).toEqual([2, 'huisheng: there is no release before the live one\n']);
  await publish();
  expect(await live()).toBe(OLD);

  expect(await releases('rollback', latest)).toMatchObject([{id: latest}]);
  await appendEvent(stateOf('company', company.data), {
    event: 'rolled_back',
    at: '2026-11-05T00:00:00.000Z',
    release: OLD
  });
  await publish();
  expect(await live()).toBe(OLD);

  await company.run('--as-of', '2026-07-16T12:00:00+08:00');
  const next = await standing();
  await publish();
  expect(next).toMatch(/^run-000002-/);
  expect(await live()).toBe(next);
});
