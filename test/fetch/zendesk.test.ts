import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {afterEach, beforeEach, expect, test} from 'vitest';
import {projectRoot} from '../../src/project.ts';
import {Company} from '../run/company.ts';
import {collect} from './collect.ts';
import {FakeZendesk} from './fakeZendesk.ts';

/** The ready sources, with waits that are short enough for a test. */
const [source, replies] = (await Promise.all(
  ['zendesk', 'zendesk/replies'].map(async (name) => {
    const text = await readFile(join(projectRoot, 'sources', name, 'source.yaml'), 'utf8');
    return `${text.replace(/^rate: .*$/m, '')}\ntimeout: 1 second\nretry: {wait: 1 millisecond}\n`;
  })
)) as [string, string];

let zendesk: FakeZendesk;
let environment: Record<string, string>;

beforeEach(async () => {
  zendesk = new FakeZendesk();
  await zendesk.start();
  zendesk.open(1000);
  for (let id = 10; id <= 1000; id += 10) zendesk.change(id, 'solved');
  environment = {ZENDESK_URL: zendesk.origin, ZENDESK_EMAIL: 'admin@example.com', ZENDESK_TOKEN: 'hush-hush'};
});

afterEach(() => zendesk.stop());

test('the tickets arrive with their latest state, also those that change while they are read, and the next run gets what is new', async () => {
  const streams = source.replace(/^records:[^]*?(?=^timeout)/m, '');
  zendesk.sulk();
  zendesk.afterPage = (pages) => {
    if (pages === 3) for (const id of [1, 2, 500, 1000]) zendesk.change(id, 'open');
  };
  const first = await collect(streams, {environment}, 'tickets');
  zendesk.afterPage = undefined;
  const states = new Map(first.rows.map(({id, status}) => [id, status]));
  expect(states.size).toBe(1000);
  const chosen = ['1', '500', '1000', '20'].map((id) => states.get(id));
  expect(chosen).toEqual(['open', 'open', 'open', 'solved']);
  expect(first.retries).toHaveLength(6);
  expect(first.rows.find(({id}) => id === '2')).toMatchObject({
    requester_id: '9007199254740997',
    'custom_fields.360001': 'delivery',
    'via.channel': 'voice',
    tags: 'late, parcel'
  });

  zendesk.change(3, 'deleted');
  zendesk.open(2);
  const second = await collect(streams, {environment, cursor: first.cursor}, 'tickets');
  expect(second.rows.map(({id, status}) => [id, status])).toEqual([
    ['3', 'deleted'],
    ['1001', 'new'],
    ['1002', 'new']
  ]);
  expect(zendesk.requests.at(-1)!.url.searchParams.has('start_time')).toBe(false);
});

test('a run lands tickets, the changes of their status and their ratings, and the next one what is new, each once', async () => {
  const company = await Company.found({zendesk: source, replies});
  const counts = () =>
    company.query(`
      select count(*)::int as complaints, count(distinct customer_key)::int as customers, count(resolved_at)::int as resolved, count(responded_at)::int as responded,
        (select count(*)::int from core.survey_responses) as answers
      from core.complaints`);
  Object.assign(process.env, environment);
  try {
    zendesk.sulk();
    zendesk.change(3, 'deleted');
    const first = await company.run();
    expect(first.status, first.stderr).toBe(0);
    expect(await counts()).toEqual([{complaints: 999, customers: 400, resolved: 100, responded: 10, answers: 100}]);

    zendesk.sulk();
    zendesk.change(4, 'deleted');
    zendesk.change(5, 'solved');
    zendesk.open(1);
    const second = await company.run('--as-of', '2026-07-16T12:00:00+08:00');
    expect(second.status, second.stderr).toBe(0);
    expect(await counts()).toEqual([{complaints: 999, customers: 400, resolved: 101, responded: 10, answers: 101}]);
    expect(first.stderr + second.stderr).not.toMatch(/hush|zhang|13800138000/i);
  } finally {
    for (const name of Object.keys(environment)) Reflect.deleteProperty(process.env, name);
    await company.dissolve();
  }
});
