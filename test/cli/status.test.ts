import {afterAll, beforeAll, expect, test} from 'vitest';
import {appendEvent} from '../../src/run/journal.ts';
import {stateOf} from '../../src/run/state.ts';
import {Company, csv, registerRows} from '../run/company.ts';
import {huisheng, huishengJson} from './huisheng.ts';

let company: Company;

beforeAll(async () => {
  company = await Company.found();
  await company.write('register.csv', csv(registerRows(20)));
  await company.write('company.yaml', 'title: 公司\nsources: [register.yaml]\nschedule: every working day 08:30\n');
});

afterAll(() => company.dissolve());

const status = () => huishengJson('status', company.pipeline, '--data', company.data);

test('before the first run, only when it is due is known', async () => {
  const [row] = await status();
  expect(row).toMatchObject({
    pipeline: 'company',
    run: null,
    state: null,
    missed: [],
    sources: [],
    is_published: false
  });
  expect(row?.['next_run']).toMatch(/T00:30:00\.000Z$/);
});

test('a run is told with its state, its sources with their age, and what was missed', async () => {
  await company.run();
  await appendEvent(stateOf('company', company.data), {
    event: 'missed',
    at: '2026-07-16T01:00:00.000Z',
    times: ['2026-07-16T00:30:00.000Z']
  });
  expect(await status()).toMatchObject([
    {
      run: 1,
      state: 'done',
      as_of: '2026-07-15T04:00:00.000Z',
      rows_read: 20,
      quarantined: 0,
      missed: ['2026-07-16T00:30:00.000Z'],
      message: null,
      sources: [{source: 'register', state: 'read', message: null, age_seconds: expect.any(Number) as unknown}]
    }
  ]);
  const {stdout} = await huisheng('status', company.pipeline, '--data', company.data);
  expect(stdout).toMatch(/^pipeline +run +state +as_of .* missed +failed_sources +is_published/);
});

test('what readers were sent last is told, or why it was not', async () => {
  const folder = 'site: https://reports.example.com\ndeliver: [{reader: 档案, report: month, folder: out}]\n';
  await company.write('company.yaml', `title: 公司\nsources: [register.yaml]\n${folder}`);
  const told = {reader: '档案', report: '2026-06', run_id: 1, channel: 'folder'} as const;
  const at = '2026-07-16T01:00:00.000Z';
  await appendEvent(stateOf('company', company.data), {
    event: 'not_delivered',
    at,
    ...told,
    message: 'the disk is full'
  });
  expect(await status()).toMatchObject([
    {deliveries: [{reader: '档案', state: 'failed', message: 'the disk is full'}]}
  ]);
  await appendEvent(stateOf('company', company.data), {event: 'delivered', at, ...told, sha256: 'ab', refused: 0});
  const {stdout} = await huisheng('status', company.pipeline, '--data', company.data);
  expect(stdout).toContain(`company: 档案: 2026-06 sent (folder) ${at}`);
});

test('a schedule that can not be read is told by check and run, with examples', async () => {
  await company.write('company.yaml', 'sources: [register.yaml]\nschedule: every workin day 08:30\n');
  for (const command of ['check', 'run']) {
    const {status: ended, stderr} = await huisheng(command, company.pipeline);
    expect(ended).toBe(1);
    expect(stderr).toContain(
      'company.yaml, schedule: expected five cron fields such as "0 6 * * *", or words such as "every working day 08:30" or "first working day of the month 09:00", got "every workin day 08:30": "workin" is unknown; did you mean "working"?'
    );
  }
});
