import fc from 'fast-check';
import {expect, it} from 'vitest';
import {changes} from '../../src/methods/changes.ts';

const part = (member: string, before: readonly [number, number], after: readonly [number, number]) => ({
  kpi: 'on_time',
  grain: 'month',
  period_start: '2026-10-01',
  compared: 'before',
  compared_start: '2026-09-01',
  dimension: 'department',
  member,
  count_before: before[0],
  total_before: before[1],
  count_after: after[0],
  total_after: after[1]
});
const run = (parts: readonly object[]) => changes.run(parts, {confidence: 0.95});

it('tells what a unit’s own figure and what its share of the cases brought about', () => {
  const rows = run([part('slower', [95, 100], [60, 100]), part('steady', [90, 100], [91, 100])]);
  expect(rows[0]).toMatchObject({is_change_real: true, is_within_real: true, is_mix_real: false});
  expect(rows[1]).toMatchObject({is_change_real: true, is_within_real: false, is_mix_real: false});
  expect(rows[0]!['within']).toBeCloseTo(-0.175, 12);
  const [mixed] = run([part('hard', [50, 100], [150, 300]), part('easy', [180, 200], [90, 100])]);
  expect(mixed).toMatchObject({is_within_real: false, is_mix_real: true});
  expect(mixed!['within']).toBe(0);
});

it('has parts that add up to the change, whatever the counts', () => {
  const counts = fc.tuple(fc.nat(300), fc.nat(300)).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);
  fc.assert(
    fc.property(fc.array(fc.tuple(counts, counts), {minLength: 1, maxLength: 8}), (pairs) => {
      const rows = run(pairs.map(([before, after], i) => part(`unit ${String(i)}`, before, after)));
      const sum = rows.reduce((total, {within, mix}) => total + Number(within) + Number(mix), 0);
      for (const {change} of rows) expect(sum).toBeCloseTo(Number(change), 10);
    }),
    {numRuns: 50, seed: 7}
  );
});

it('explains nothing of a period without cases', () => {
  expect(run([part('a', [0, 0], [5, 10])])).toEqual([]);
});
