import {appendFile, readFile, writeFile} from 'node:fs/promises';
import {afterEach, beforeEach, expect, test} from 'vitest';
import {appendEvent, readJournal} from '../../src/run/journal.ts';
import {withLock} from '../../src/run/lock.ts';
import {stateOf, type State} from '../../src/run/state.ts';
import {Company, csv, registerRows} from './company.ts';

let company: Company;
let state: State;

beforeEach(async () => {
  company = await Company.found();
  state = stateOf('company', company.data);
});

afterEach(async () => {
  await company.dissolve();
});

const started = (run_id: number) => ({
  event: 'started' as const,
  at: '2026-07-15T04:00:00.000Z',
  run_id,
  as_of: '2026-07-15T04:00:00.000Z',
  trigger: 'hand' as const
});

test('a line that was cut off while it was written is passed over, and the next event stands on a line of its own', async () => {
  await appendEvent(state, started(1));
  await appendFile(state.journal, '{"event":"finis');
  expect((await readJournal(state)).runs).toHaveLength(1);
  await appendEvent(state, started(2));
  expect((await readJournal(state)).runs.map(({run_id}) => run_id)).toEqual([1, 2]);
});

test('a line that is damaged is named', async () => {
  await appendEvent(state, started(1));
  await appendFile(state.journal, '{"event":"started"}\n');
  await expect(readJournal(state)).rejects.toThrow(
    'runs.jsonl, line 2: it is damaged; restore the file, or take the line out'
  );
});

test('a run without an end is running while the lock is held, and was interrupted otherwise', async () => {
  await appendEvent(state, started(1));
  const held = await withLock(state.lock, 'company', async () => (await readJournal(state)).runs[0]!.state);
  expect(held).toBe('running');
  expect((await readJournal(state)).runs[0]).toMatchObject({state: 'interrupted', finished_at: null});
});

test('a run that was killed between its warehouse and its last word gets it from the warehouse', async () => {
  await company.write('register.csv', csv(registerRows(20)));
  expect((await company.run()).status).toBe(0);
  const lines = (await readFile(state.journal, 'utf8')).trimEnd().split('\n');
  await writeFile(state.journal, `${lines[0]!}\n`);
  expect((await company.run()).stderr).toContain('run 2 nothing has changed');
  const [first] = (await readJournal(state)).runs;
  expect(first).toMatchObject({run_id: 1, state: 'done'});
  expect(first!.intake).toMatchObject([{source: 'register', record: 'complaint', rows_read: 20, loaded: 20}]);
});
