import fc from 'fast-check';
import {expect, test} from 'vitest';
import {countOfStabilised, stabilisedCount} from '../../src/statistics/stabilisedCount.ts';

test('is like a root for small counts and like a logarithm for large ones', () => {
  expect(stabilisedCount(5, 0.001)).toBeCloseTo(2 * Math.sqrt(5.375), 3);
  const step = (count: number) => stabilisedCount(2 * count, 0.5) - stabilisedCount(count, 0.5);
  expect(step(1e8)).toBeCloseTo(step(1e6), 3);
});

test('can be undone', () => {
  fc.assert(
    fc.property(fc.nat(1_000_000), fc.constantFrom(0.05, 0.1, 0.5), (count, dispersion) => {
      expect(countOfStabilised(stabilisedCount(count, dispersion), dispersion)).toBeCloseTo(count, 3);
    }),
    {seed: 1, numRuns: 100}
  );
  expect(countOfStabilised(-5, 0.1)).toBe(0);
});
