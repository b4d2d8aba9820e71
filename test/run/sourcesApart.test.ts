import {afterEach, beforeEach, expect, test} from 'vitest';
import {readJournal} from '../../src/run/journal.ts';
import {stateOf} from '../../src/run/state.ts';
import {Company, REGISTER_SOURCE, csv, registerRows} from './company.ts';

let company: Company;

beforeEach(async () => {
  company = await Company.found({
    north: REGISTER_SOURCE.replace('register*', 'north*'),
    south: REGISTER_SOURCE.replace('register*', 'south*')
  });
  await company.write('north.csv', csv(registerRows(20)));
  await company.write('south.csv', csv(registerRows(20, 101)));
});

afterEach(async () => {
  await company.dissolve();
});

const journal = () => readJournal(stateOf('company', company.data));

test('a source that can not be read does not stop the others, and the run says so', async () => {
  expect((await company.run()).status).toBe(0);
  await company.write('north.csv', csv(registerRows(30)));
  await company.write('south.csv', '编号,别的\n1,2\n');
  const {status, stderr} = await company.run('--as-of', '2026-07-16T12:00:00+08:00');
  expect(status, stderr).toBe(4);
  expect(stderr).toContain('expected a column of south.csv, got "受理时间"');
  expect(stderr).toMatch(/south: not read; its data are as of 20\d\d-/);
  expect(stderr).toContain('north complaint: 30 rows read = 10 loaded + 20 unchanged + 0 quarantined');
  expect(
    await company.query('select record_source, count(*)::int as n from staging.complaint group by all order by all')
  ).toEqual([
    {record_source: 'north', n: 30},
    {record_source: 'south', n: 20}
  ]);
  const [first, second] = (await journal()).runs;
  expect(second!.sources.map(({source, state}) => [source, state])).toEqual([
    ['north', 'read'],
    ['south', 'failed']
  ]);
  const readAt = (run: typeof first) => run!.sources.find(({source}) => source === 'south')!.read_at;
  expect(readAt(second)).toBe(readAt(first));
});

test('where none can be read, the run fails and the journal tells why', async () => {
  await company.write('north.csv', '编号,别的\n1,2\n');
  await company.write('south.csv', '编号,别的\n1,2\n');
  const {status} = await company.run();
  expect(status).toBe(1);
  const [run] = (await journal()).runs;
  expect(run).toMatchObject({run_id: 1, state: 'failed', intake: [], sources: []});
  expect(run!.message).toContain('north.csv');
  expect(run!.message).toContain('south.csv');
});

test('records that two sources bring under one number are told', async () => {
  await company.write('south.csv', csv(registerRows(20, 19)));
  const {stderr} = await company.run();
  expect(stderr).toContain('north, south: 2 complaint records come from each of them; of each the latest row counts');
  const [row] = await company.query('select count(*)::int as n from staging.complaint');
  expect(row).toEqual({n: 38});
});

test('a source that has come back is read on from where it stood', async () => {
  await company.write('south.csv', '编号,别的\n1,2\n');
  expect((await company.run()).status).toBe(4);
  await company.write('south.csv', csv(registerRows(20, 101)));
  const {status, stderr} = await company.run();
  expect(status, stderr).toBe(0);
  expect(stderr).toContain('south complaint: 20 rows read = 20 loaded + 0 unchanged + 0 quarantined');
});
