import fc from 'fast-check';
import {expect, test} from 'vitest';
import {normalQuantile} from '../../src/statistics/normalQuantile.ts';
import {seasonalNaive, seasonalScale} from '../../src/statistics/seasonalNaive.ts';
import {AIR_PASSENGERS} from './series/airPassengers.ts';

// R forecast::snaive(AirPassengers, h = 24), forecast 8.20
test('is the forecast of R with its normal intervals', () => {
  const {points, standardErrors} = seasonalNaive(AIR_PASSENGERS, 12, 24)!;
  const year = [417, 391, 419, 461, 472, 535, 622, 606, 508, 461, 390, 432];
  expect(points).toEqual([...year, ...year]);
  expect(standardErrors[0]).toBeCloseTo(36.3157449783607, 6);
  const bound = (step: number, confidence: number, side: number) =>
    points[step - 1]! + side * normalQuantile(confidence) * standardErrors[step - 1]!;
  expect(bound(1, 0.8, -1)).toBeCloseTo(370.459500169063, 6);
  expect(bound(12, 0.8, 1)).toBeCloseTo(478.540499830937, 6);
  expect(bound(13, 0.8, -1)).toBeCloseTo(351.181793939467, 6);
  expect(bound(12, 0.95, -1)).toBeCloseTo(360.822447770672, 6);
  expect(bound(24, 0.95, 1)).toBeCloseTo(532.660259699235, 6);
});

test('needs a season, and a difference for its scale', () => {
  expect(seasonalNaive([1, 2], 3, 1)).toBeUndefined();
  expect(seasonalNaive([1, 2, 3], 3, 2)).toEqual({points: [1, 2], standardErrors: [0, 0]});
  expect(seasonalScale([1, 2, 3], 3)).toBeUndefined();
});

test('repeats a pattern that repeats, without error', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(1000), {minLength: 2, maxLength: 12}),
      fc.integer({min: 1, max: 30}),
      (pattern, horizon) => {
        const {points, standardErrors} = seasonalNaive([...pattern, ...pattern], pattern.length, horizon)!;
        expect(points).toEqual(Array.from({length: horizon}, (_, i) => pattern[i % pattern.length]));
        expect(Math.max(...standardErrors)).toBe(0);
      }
    ),
    {seed: 1, numRuns: 50}
  );
});
