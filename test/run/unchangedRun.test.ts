import {afterAll, beforeAll, expect, test} from 'vitest';
import {readJournal} from '../../src/run/journal.ts';
import {stateOf} from '../../src/run/state.ts';
import {Company, HEADER, csv, registerRows} from './company.ts';

let company: Company;

/** Until when the figures stand although nothing new comes, in UTC. */
const until = async () =>
  (await company.query(`select strftime(timezone('UTC', until), '%Y-%m-%d %H:%M') as until from config.build`))[0]![
    'until'
  ];

beforeAll(async () => {
  company = await Company.found();
  await company.write('register.csv', csv(registerRows(50)));
  expect((await company.run()).status).toBe(0);
});

afterAll(async () => {
  await company.dissolve();
});

test('the runs stand in the warehouse too', async () => {
  expect(await company.query('select run_id, state, "trigger" from runs.runs')).toEqual([
    {run_id: 1, state: 'done', trigger: 'hand'}
  ]);
  expect(await company.query('select source, state from runs.sources')).toEqual([{source: 'register', state: 'read'}]);
  expect(await company.query('select source, record, rows_read::int as n from runs.intake')).toEqual([
    {source: 'register', record: 'complaint', n: 50}
  ]);
});

test('a run over unchanged sources writes nothing but its own record', async () => {
  const before = await company.stateHashes();
  const {status, stderr} = await company.run();
  expect(status).toBe(0);
  expect(stderr).toContain('nothing has changed: the figures stand, as of 2026-07-15T04:00:00.000Z');
  expect(await company.stateHashes()).toEqual(before);
  const {runs} = await readJournal(stateOf('company', company.data));
  expect(runs.map(({run_id, state}) => [run_id, state])).toEqual([
    [1, 'done'],
    [2, 'unchanged']
  ]);
  expect(await until()).toBe('2026-07-15 16:00');
});

test('a new row and a new column are taken in and told, and its limit is when figures change next', async () => {
  const rows = registerRows(51).map((row) => [...row, '微信']);
  rows[50]!.splice(1, 3, '2026-07-15 10:00:00', '', '2026-07-15 18:00:00');
  await company.write('register.csv', csv(rows, [...HEADER, '渠道']));
  const {status, stderr} = await company.run();
  expect(status).toBe(0);
  expect(stderr).toContain('register complaint: 51 rows read = 1 loaded + 50 unchanged + 0 quarantined');
  expect(stderr).toContain('register: register.csv: the column "渠道" is new; no field reads it');
  expect(await until()).toBe('2026-07-15 10:00');
});

test('figures are computed again at another time, and under another policy', async () => {
  expect((await company.run('--as-of', '2026-07-15T13:00:00+08:00')).stderr).toContain('company: run 4 done');
  await company.write('company.yaml', 'title: 公司\npolicy: service-industry\nsources: [register.yaml]\n');
  expect((await company.run('--as-of', '2026-07-15T13:00:00+08:00')).stderr).toContain('company: run 5 done');
});
