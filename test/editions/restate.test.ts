import fc from 'fast-check';
import {afterEach, beforeEach, expect, test} from 'vitest';
import {FrozenWorld, type Case} from './frozenWorld.ts';

const RECORDS = 'select kpi, record_id, change, moved_in, moved_from, moved_to from marts.restated_records';

let world: FrozenWorld;

beforeEach(async () => {
  world = await FrozenWorld.open();
});

afterEach(async () => {
  await world.close();
});

const solved = (id: string, department: string | null = 'A', day = '2026-05-10'): Case => ({
  id,
  day,
  department,
  is_solved: true
});
const unsolved = (id: string, department: string | null = 'A', day?: string): Case => ({
  ...solved(id, department, day),
  is_solved: false
});

test('what has come, gone and changed since is told with the figures that it changes, and nothing else', async () => {
  await world.freeze({cases: [solved('1'), solved('2', 'B'), unsolved('3', 'B'), solved('4', null), solved('5')]});
  const [records, figures] = await world.restated(
    {
      cases: [solved('1'), solved('3', 'B'), solved('4', 'A'), solved('6'), solved('7', 'A', '2026-06-01'), solved('5')]
    },
    RECORDS,
    `select kpi, dimension, member, published_numerator || '/' || coalesce(published_denominator, 0) as published,
       present_numerator || '/' || coalesce(present_denominator, 0) as present, change, is_redefined
     from marts.restated_figures where dimension <> 'handler'`
  );
  const row = (record_id: string, change: string, [moved_in, moved_from, moved_to]: (string | null)[] = []) => ({
    record_id,
    change,
    moved_in: moved_in ?? null,
    moved_from: moved_from ?? null,
    moved_to: moved_to ?? null
  });
  const moved = row('4', 'changed', ['department', '–', 'A']);
  expect(records).toEqual([
    ...[row('2', 'removed'), moved, row('6', 'added')].map((one) => ({kpi: 'cases', ...one})),
    ...[row('2', 'removed'), row('3', 'changed'), moved, row('6', 'added')].map((one) => ({kpi: 'solved_rate', ...one}))
  ]);
  const figure = (kpi: string, dimension: string, member: string, published: string | null, present: string | null) =>
    expect.objectContaining({kpi, dimension, member, published, present, is_redefined: false}) as unknown;
  expect(figures).toEqual([
    figure('cases', 'department', '', '1.0/0.0', null),
    figure('cases', 'department', 'A', '2.0/0.0', '4.0/0.0'),
    figure('cases', 'department', 'B', '2.0/0.0', '1.0/0.0'),
    figure('solved_rate', 'all', 'all', '4.0/5.0', '5.0/5.0'),
    figure('solved_rate', 'department', '', '1.0/1.0', null),
    figure('solved_rate', 'department', 'A', '2.0/2.0', '4.0/4.0'),
    figure('solved_rate', 'department', 'B', '1.0/2.0', '1.0/1.0')
  ]);
});

test('a figure that is defined in another way says so; one that is new is not restated', async () => {
  const cases = [solved('1'), unsolved('2')];
  await world.freeze({cases});
  const header = '/*---\ntitle: x\nof: complaint\nbetter: neither\ncounts: x\nkind: count\nunit: count\n---*/\n';
  const query = 'select complaint_id as record_id, received_at as "at" from core.complaints';
  const kpis = {cases: `${header}${query} where is_solved`, new_cases: `${header}${query}`};
  const [figures, records] = await world.restated(
    {cases, kpis},
    `select kpi, change, is_redefined from marts.restated_figures where dimension = 'all'`,
    RECORDS
  );
  expect(figures).toEqual([{kpi: 'cases', change: -1, is_redefined: true}]);
  expect(records).toMatchObject([{kpi: 'cases', record_id: '2', change: 'removed'}]);
});

test('the latest edition of a period is the one that counts', async () => {
  await world.freeze({cases: [solved('1')], cards: {A: 90}});
  await world.freeze({cases: [solved('1'), solved('2')], cards: {A: 95}});
  const [figures, editions, cards] = await world.restated(
    {cases: [solved('1'), solved('2')], cards: {A: 95}},
    'from marts.restated_figures',
    'select edition, is_latest from marts.editions',
    'select edition, points from marts.frozen_cards'
  );
  expect(figures).toEqual([]);
  expect(editions).toEqual([
    {edition: '0001-2026-05', is_latest: false},
    {edition: '0002-2026-05', is_latest: true}
  ]);
  expect(cards).toEqual([{edition: '0002-2026-05', points: 95}]);
});

test('cards with other points than were signed are told with their cases, but for a period that has no cards any more', async () => {
  await world.freeze({
    cases: [solved('1'), solved('2', 'B'), solved('3', 'B'), solved('4', 'B')],
    cards: {A: 90, B: 80, C: null, D: 70}
  });
  const cases = [unsolved('1'), unsolved('2', 'B'), solved('4', 'B'), solved('5', 'B')];
  const [cards, evidence] = await world.restated(
    {cases, cards: {A: 90, B: 85, C: 60}},
    'select member, published_points, present_points from marts.restated_cards',
    `select member, kpi, record_id, published_count, published_total, present_count, present_total from marts.restated_evidence`
  );
  expect(cards).toEqual([
    {member: 'B', published_points: 80, present_points: 85},
    {member: 'C', published_points: null, present_points: 60},
    {member: 'D', published_points: 70, present_points: null}
  ]);
  const row = (member: string, record_id: string, published: (number | null)[], present: (number | null)[]) => ({
    ...{member, kpi: 'solved_rate', record_id, published_count: published[0], published_total: published[1]},
    ...{present_count: present[0], present_total: present[1]}
  });
  expect(evidence).toEqual([
    row('A', '1', [1, 1], [0, 1]),
    row('B', '2', [1, 1], [0, 1]),
    row('B', '3', [1, 1], [null, null]),
    row('B', '5', [null, null], [1, 1])
  ]);
  expect(await world.restated({cases}, 'from marts.restated_cards', 'from marts.restated_evidence')).toEqual([[], []]);
});

test('the records that are told make up the change of every figure, whatever has changed', async () => {
  const someCase = fc.record({
    id: fc.constantFrom('1', '2', '3', '4', '5', '6'),
    day: fc.constantFrom('2026-04-30', '2026-05-01', '2026-05-31', '2026-06-01'),
    department: fc.constantFrom('A', 'B', null),
    is_solved: fc.boolean()
  });
  const someCases = fc.uniqueArray(someCase, {selector: ({id}) => id, maxLength: 6});
  const keyOf = ({id, department, is_solved}: Case) => JSON.stringify([id, department, is_solved]);
  const property = fc.asyncProperty(someCases, someCases, async (before, after) => {
    await world.freeze({cases: before});
    const [records, figures] = await world.restated(
      {cases: after},
      `select record_id, sum(present_numerator) filter (kpi = 'solved_rate') as present,
         sum(published_numerator) filter (kpi = 'solved_rate') as published
       from marts.restated_records group by record_id order by record_id`,
      `select coalesce(present_numerator, 0) - coalesce(published_numerator, 0) as change
       from marts.restated_figures where kpi = 'solved_rate' and dimension = 'all'`
    );
    const may = (cases: readonly Case[]) => cases.filter(({day}) => day.startsWith('2026-05'));
    const [then, now] = [new Set(may(before).map(keyOf)), new Set(may(after).map(keyOf))];
    // Where one case has taken the place of another of the same kind, no figure is restated.
    const parts = (keys: ReadonlySet<string>) =>
      [...keys].map((key) => JSON.stringify((JSON.parse(key) as unknown[]).slice(1))).sort();
    const isSame = parts(then).join() === parts(now).join();
    const touched = isSame ? [] : [...then, ...now].filter((key) => !then.has(key) || !now.has(key));
    const ids = new Set(touched.map((key) => (JSON.parse(key) as string[])[0]));
    expect(records!.map(({record_id}) => record_id)).toEqual([...ids].sort());
    const sum = (column: string) => records!.reduce((total, row) => total + Number(row[column] ?? 0), 0);
    const change = figures!.length === 0 ? 0 : figures![0]!['change'];
    expect(sum('present') - sum('published')).toBe(change);
  });
  await fc.assert(property, {numRuns: 3, seed: 11});
});
