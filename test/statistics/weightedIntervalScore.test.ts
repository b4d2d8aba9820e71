import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {pinballLoss, weightedIntervalScore} from '../../src/statistics/weightedIntervalScore.ts';

// epiforecasts/scoringutils, tests/testthat/test-metrics-quantile.R
describe('the published examples', () => {
  const observed = [1, -15, 22];
  const levels = [0.1, 0.25, 0.5, 0.75, 0.9];
  const predicted = [
    [-1, 0, 1, 2, 3],
    [-2, 1, 2, 2, 4],
    [-2, 0, 3, 3, 4]
  ];
  const quantiles = predicted.map((row) => row.map((value, i) => ({level: levels[i]!, value})));

  test('pinball losses', () => {
    const losses = [
      [0.2, 0.25, 0, 0.25, 0.2],
      [11.7, 12, 8.5, 4.25, 1.9],
      [2.4, 5.5, 9.5, 14.25, 16.2]
    ];
    observed.forEach((actual, i) => {
      quantiles[i]!.forEach((quantile, j) => {
        expect(pinballLoss(actual, quantile)).toBeCloseTo(losses[i]![j]!, 9);
      });
    });
  });

  test('two intervals and the median', () => {
    const scores = observed.map((actual, i) => weightedIntervalScore(actual, quantiles[i]!));
    [0.36, 15.34, 19.14].forEach((score, i) => {
      expect(scores[i]).toBeCloseTo(score, 9);
    });
  });

  test('the median counted twice', () => {
    const scores = observed.map((actual, i) => weightedIntervalScore(actual, [...quantiles[i]!, quantiles[i]![2]!]));
    [0.3, 15.6166666666667, 19.1166666666667].forEach((score, i) => {
      expect(scores[i]).toBeCloseTo(score, 9);
    });
  });

  test('one interval', () => {
    const [lower, upper] = [
      [0, 1, 0],
      [2, 2, 3]
    ];
    [0.5, 16.25, 19.75].forEach((score, i) => {
      const interval = [
        {level: 0.25, value: lower[i]!},
        {level: 0.75, value: upper[i]!}
      ];
      expect(weightedIntervalScore(observed[i]!, interval)).toBeCloseTo(score, 9);
    });
  });
});

test('is never negative, and 0 only for certainty that comes true', () => {
  fc.assert(
    fc.property(fc.integer({min: -50, max: 50}), fc.nat(20), fc.nat(20), (actual, below, above) => {
      const score = weightedIntervalScore(actual, [
        {level: 0.1, value: actual - below},
        {level: 0.9, value: actual + above}
      ]);
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score === 0).toBe(below === 0 && above === 0);
    }),
    {seed: 1, numRuns: 100}
  );
});
