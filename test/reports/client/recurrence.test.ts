import fc from 'fast-check';
import {expect, test} from 'vitest';
import {
  binDays,
  chainsUnder,
  compareShares,
  countByMember,
  firstSolutions
} from '../../../reports/client/recurrence.ts';
import {allRows, exampleTable} from './exampleCases.ts';

const at = (day: string) => Date.parse(`${day}T09:00:00Z`);
const DAYS = ['2026-01-05', '2026-01-20', '2026-02-02', '2026-03-01', '2026-03-02', '2026-05-20'];
const NUMBERS = ['a', 'b', 'c', 'd', 'e', 'f'];
/** a came again as b and c, d while it was open as e; f is alone and new. */
const chains = exampleTable(
  {
    chain: ['a', 'a', 'a', 'd', 'd'],
    position: [1, 2, 3, 1, 2],
    complaint_id: ['a', 'b', 'c', 'd', 'e'],
    received_at: DAYS.slice(0, 5).map(at),
    was_open: [false, false, false, false, true],
    department: ['南', '南', '北', '北', '北']
  },
  {position: 'integer', received_at: 'time', was_open: 'boolean'}
);
const cases = exampleTable(
  {
    number: NUMBERS,
    received_at: DAYS.map(at),
    outcome: ['resolved', 'resolved', 'partly', 'resolved', null, 'partly'],
    compensation_amount: [100, 0, null, 0, 0, 50],
    department: ['南', '南', '北', '北', '北', '南']
  },
  {received_at: 'time', compensation_amount: 'number'}
);

test('a chain is shown where one of its complaints came again under the filters', () => {
  const shown = (filters: Parameters<typeof chainsUnder>[1]) =>
    chainsUnder(chains, filters).map(({number, rows, counted}) => `${number} ${rows.length} ${counted.length}`);
  expect(shown({})).toEqual(['d 2 1', 'a 3 2']);
  expect(shown({to: '2026-01'})).toEqual(['a 3 1']);
  expect(shown({department: '北'})).toEqual(['d 2 1', 'a 3 1']);
  expect(shown({from: '2026-04'})).toEqual([]);
});

test('days fall into bins up to the end of the window, all of them', () => {
  const bins = binDays(
    [
      {days: 0, wasOpen: true},
      {days: 2.9, wasOpen: false},
      {days: 3, wasOpen: false},
      {days: 30, wasOpen: false}
    ],
    30,
    10
  );
  expect(bins).toHaveLength(10);
  expect(bins[0]).toEqual({from: 0, until: 3, solved: 1, open: 1});
  expect(bins[1]).toMatchObject({solved: 1});
  expect(bins.at(-1)).toEqual({from: 27, until: 30, solved: 1, open: 0});
  const repeats = fc.array(fc.record({days: fc.double({min: 0, max: 45, noNaN: true}), wasOpen: fc.boolean()}));
  fc.assert(
    fc.property(repeats, fc.integer({min: 1, max: 45}), (given, window) => {
      const total = binDays(given, window, 10).reduce((sum, {solved, open}) => sum + solved + open, 0);
      expect(total).toBe(given.length);
    }),
    {seed: 5, numRuns: 100}
  );
});

test('the first solution is told of cases that have had the whole window, without what came while they were open', () => {
  const found = firstSolutions(cases, chains, allRows(cases), at('2026-04-01'));
  expect(found.total).toEqual({count: 2, total: 5});
  expect(found.outcomes).toEqual([
    {member: 'resolved', count: 2, total: 3},
    {member: 'partly', count: 0, total: 1},
    {member: '', count: 0, total: 1}
  ]);
  expect(found.paid).toEqual({count: 1, total: 1});
  expect(found.unpaid).toEqual({count: 1, total: 3});
});

test('members are counted by what the figure counts, those that bring most first', () => {
  const numerators = Float64Array.from([0, 1, 1, 0, 1, 0]);
  const counted = {rows: allRows(cases), numerators, months: new Int32Array(6)};
  expect(countByMember(cases, counted, 'department')).toEqual([
    {member: '北', count: 2, total: 3},
    {member: '南', count: 1, total: 3}
  ]);
});

test('a share is held against all others, and many comparisons together find less', () => {
  const usual = {count: 10, total: 200};
  const [high] = compareShares([{count: 40, total: 200}, usual, usual]);
  expect(high).toMatchObject({isHigher: true});
  expect(high!.q).toBeLessThan(0.001);
  const alone = compareShares([{count: 17, total: 200}, usual])[0]!.q!;
  const among = compareShares([{count: 17, total: 200}, ...Array.from({length: 30}, () => usual)])[0]!.q!;
  expect(among).toBeGreaterThan(alone / 31);
  expect(compareShares([usual])[0]!.q).toBeUndefined();
});
