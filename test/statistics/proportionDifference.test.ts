import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {proportionDifference} from '../../src/statistics/proportionDifference.ts';

describe('proportionDifference', () => {
  // R. G. Newcombe (1998), Statistics in Medicine 17, table II, method 10; the second less the first.
  it.each([
    {counts: [48, 56], totals: [80, 70], low: 0.0524, high: 0.3339},
    {counts: [3, 9], totals: [10, 10], low: 0.1705, high: 0.809},
    {counts: [2, 6], totals: [7, 7], low: 0.0582, high: 0.8062},
    {counts: [0, 5], totals: [29, 56], low: -0.0381, high: 0.1926},
    {counts: [0, 0], totals: [20, 10], low: -0.1611, high: 0.2775},
    {counts: [0, 10], totals: [10, 10], low: 0.6075, high: 1}
  ] as const)('of $counts in $totals', ({counts, totals, low, high}) => {
    const found = proportionDifference({counts, totals})!;
    expect(found.low).toBeCloseTo(low, 4);
    expect(found.high).toBeCloseTo(high, 4);
  });

  it('has the p of the chi-square test without correction', () => {
    // 2 × 2 table 48, 32 and 56, 14: χ² = 150 · (48 · 14 − 32 · 56)² / (80 · 70 · 104 · 46), of one degree of freedom.
    expect(proportionDifference({counts: [48, 56], totals: [80, 70]})!.p).toBeCloseTo(0.00804508, 8);
  });

  it('is certain of nothing where none or all have the property, and not there for nothing', () => {
    expect(proportionDifference({counts: [0, 0], totals: [5, 5]})).toMatchObject({difference: 0, p: 1});
    expect(proportionDifference({counts: [5, 9], totals: [5, 9]})).toMatchObject({difference: 0, p: 1});
    expect(proportionDifference({counts: [0, 1], totals: [0, 5]})).toBeUndefined();
  });

  it('lies in its interval within −1 and 1, narrower with ten times the cases', () => {
    const side = fc.tuple(fc.nat(40), fc.integer({min: 40, max: 200}));
    fc.assert(
      fc.property(side, side, ([a, n], [b, m]) => {
        const few = proportionDifference({counts: [a, b], totals: [n, m]})!;
        const many = proportionDifference({counts: [10 * a, 10 * b], totals: [10 * n, 10 * m]})!;
        expect(few.low).toBeLessThanOrEqual(few.difference);
        expect(few.high).toBeGreaterThanOrEqual(few.difference);
        expect(few.low).toBeGreaterThanOrEqual(-1);
        expect(few.high).toBeLessThanOrEqual(1);
        expect(many.high - many.low).toBeLessThan(few.high - few.low);
        expect(many.p).toBeLessThanOrEqual(few.p);
      }),
      {seed: 1, numRuns: 50}
    );
  });
});
