import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {reconcileForecasts} from '../../src/statistics/reconcileForecasts.ts';

// S. L. Wickramasuriya et al. (2019): ỹ = S (SᵀW⁻¹S)⁻¹ SᵀW⁻¹ ŷ, recomputed from the formula on a total, two departments and four teams
describe('a total of two departments of two teams each', () => {
  const forecasts = [100, 45, 60, 20, 22, 31, 26];
  const sums = [
    {total: 0, parts: [1, 2]},
    {total: 1, parts: [3, 4]},
    {total: 2, parts: [5, 6]}
  ];
  test.each([
    ['bottom-up', [1, 1, 1, 0, 0, 0, 0], [99, 42, 57, 20, 22, 31, 26]],
    [
      'ordinary least squares',
      [1, 1, 1, 1, 1, 1, 1],
      [
        101.28571428571429, 43.142857142857146, 58.14285714285714, 20.57142857142858, 22.571428571428566,
        31.571428571428573, 26.57142857142857
      ]
    ],
    [
      'structural weights',
      [4, 2, 2, 1, 1, 1, 1],
      [
        101.33333333333334, 43.166666666666664, 58.16666666666668, 20.583333333333332, 22.583333333333332,
        31.58333333333334, 26.58333333333334
      ]
    ]
  ])('%s', (_, weights, expected) => {
    reconcileForecasts(forecasts, weights, sums).forEach((value, i) => {
      expect(value).toBeCloseTo(expected[i]!, 9);
    });
  });
});

const amounts = (length: number) =>
  fc.array(fc.double({min: 0.1, max: 1000, noNaN: true}), {minLength: length, maxLength: length});

test('two divisions of one total both add up to it, and what agrees already stays', () => {
  fc.assert(
    fc.property(amounts(6), amounts(6), (forecasts, weights) => {
      const sums = [
        {total: 0, parts: [1, 2, 3]},
        {total: 0, parts: [4, 5]}
      ];
      const once = reconcileForecasts(forecasts, weights, sums);
      for (const {parts} of sums) {
        expect(parts.reduce((sum, i) => sum + once[i]!, 0)).toBeCloseTo(once[0]!, 6);
      }
      reconcileForecasts(once, weights, sums).forEach((value, i) => {
        expect(value).toBeCloseTo(once[i]!, 6);
      });
    }),
    {seed: 1, numRuns: 100}
  );
});

test('says so when the sums cannot be met', () => {
  expect(() => reconcileForecasts([1, 2], [0, 0], [{total: 0, parts: [1]}])).toThrow('cannot be reconciled');
});
