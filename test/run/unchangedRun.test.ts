import {afterEach, beforeEach, expect, test} from 'vitest';
import {readJournal} from '../../src/run/journal.ts';
import {stateOf} from '../../src/run/state.ts';
import {Company, HEADER, csv, registerRows} from './company.ts';

let company: Company;

beforeEach(async () => {
  company = await Company.found();
  await company.write('register.csv', csv(registerRows(50)));
  expect((await company.run()).status).toBe(0);
});

afterEach(async () => {
  await company.dissolve();
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
});

test.each([
  ['at another time', async () => company.run('--as-of', '2026-07-15T13:00:00+08:00')],
  [
    'under another policy',
    async () => {
      await company.write('company.yaml', 'title: 公司\npolicy: service-industry\nsources: [register.yaml]\n');
      return company.run();
    }
  ]
])('figures are computed again %s', async (_, runAgain) => {
  const {stderr} = await runAgain();
  expect(stderr).toContain('company: run 2 done');
});

test('a new row and a new column are taken in and told', async () => {
  const rows = registerRows(51).map((row) => [...row, '微信']);
  await company.write('register.csv', csv(rows, [...HEADER, '渠道']));
  const {status, stderr} = await company.run();
  expect(status).toBe(0);
  expect(stderr).toContain('register complaint: 51 rows read = 1 loaded + 50 unchanged + 0 quarantined');
  expect(stderr).toContain('register: register.csv: the column "渠道" is new; no field reads it');
});

test('a limit that falls due makes the figures of the same day be computed again', async () => {
  const [row] = await company.query(
    `select (select max("at") from core.next_changes) > (select as_of from config.run) as is_later,
       (select count(*)::int from core.next_changes) as moments,
       (select until = min("at") from config.build, core.next_changes group by until) as is_first`
  );
  expect(row).toEqual({is_later: true, moments: expect.any(Number) as number, is_first: true});
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
