import {expect, it} from 'vitest';
import {effects} from '../../src/methods/effects.ts';
import {months} from './monthly.ts';

const OPTIONS = {
  confidence: 0.95,
  least_months: 3,
  most_months: 12,
  least_expected: 5,
  act: 0.05,
  segments_from: 24,
  reviews: []
};

/** Months of a cause: twelve before the proposal, two between, and those after the roll-out. */
function measure(before: number, after: readonly number[], longBefore = 0) {
  const counts = [...Array.from({length: longBefore + 12}, (_, i) => before + (i % 3) - 1), before, before, ...after];
  return months(counts.length).map((period_start, i) => ({
    measure_id: 'M1',
    title: 'the measure',
    dimension: 'cause_root',
    member: 'the cause',
    department: null,
    rolled_out_on: '2026-01-10',
    period_start,
    count: counts[i]!,
    exposure: 30,
    phase: i < longBefore ? 'long_before' : i < longBefore + 12 ? 'before' : i < longBefore + 14 ? 'between' : 'after'
  }));
}
const judged = (rows: readonly object[]) => effects.run(rows, OPTIONS)[0]!;

it.each([
  ['worked', 10, [4, 3, 5, 4, 3, 4]],
  ['no_sign', 10, [10, 9, 11, 10, 8, 11]],
  ['worse', 10, [16, 18, 15, 17, 19, 16]],
  ['too_early', 10, [2, 3]],
  ['too_few', 1, [0, 0, 1]]
])('%s: %d a month before, then %j', (verdict, before, after) => {
  expect(judged(measure(before, after))['verdict']).toBe(verdict);
});

it('tells how much less there is, with the interval and what was to be expected', () => {
  const row = judged(measure(10, [4, 3, 5, 4, 3, 5]));
  expect(row).toMatchObject({
    months_before: 12,
    months_after: 6,
    count_before: 120,
    count_after: 24,
    expected: 60,
    ratio: 0.4
  });
  expect(Number(row['high'])).toBeLessThan(0.7);
  expect(row['segmented_ratio']).toBeNull();
});

it('allows for trend and season where there are months enough', () => {
  const row = judged(measure(20, [8, 9, 7, 8, 9, 8, 7, 8, 9, 8], 12));
  expect(row['verdict']).toBe('worked');
  expect(Number(row['segmented_low'])).toBeLessThan(0.4);
  expect(Number(row['segmented_high'])).toBeGreaterThan(0.4);
});

it('is careful where the months before held an outbreak', () => {
  const rows = measure(10, [7, 8, 6, 7]);
  rows.slice(3, 5).forEach((month) => (month.count = 40));
  expect(judged(rows)['verdict']).toBe('no_sign');
});
