import {describe, expect, it} from 'vitest';
import {overdispersion, standardisedProportions, standardisedRates} from '../../src/statistics/overdispersion.ts';
import {expectNear} from './expectNear.ts';

// G. B. Wetherill, D. W. Brown (1991), Statistical Process Control, 212–218; R package qcc, qccOverdispersionTest.
describe('overdispersion', () => {
  it('is not found in binomial counts', () => {
    const counts = [
      12, 11, 18, 11, 10, 16, 9, 11, 14, 15, 11, 9, 10, 13, 12, 8, 12, 13, 10, 12, 13, 16, 12, 18, 16, 10, 16, 10, 12,
      14
    ];
    const {statistic, degrees, ratio, p} = overdispersion(
      standardisedProportions(
        counts,
        counts.map(() => 50)
      )
    );
    expectNear([statistic, degrees, ratio], [22.1692423134279, 29, 0.764456631497513], 1e-9);
    expect(p).toBeCloseTo(0.81311, 5);
  });

  it('is found in counts of more than Poisson variation', () => {
    const counts = [
      11, 8, 13, 11, 13, 17, 25, 23, 11, 16, 9, 15, 10, 16, 12, 8, 9, 15, 4, 12, 12, 12, 15, 17, 14, 17, 12, 12, 7, 16
    ];
    const {statistic, ratio, p} = overdispersion(
      standardisedRates(
        counts,
        counts.map(() => 1)
      )
    );
    expectNear([statistic, ratio, p], [42.6938775510204, 1.47220267417312, 0.048579], 1e-6);
  });

  it('can’t be found in fewer than two points, nor where all are 0', () => {
    expect(overdispersion(standardisedRates([5], [1]))).toEqual({statistic: 0, degrees: 0, ratio: 1, p: 1});
    expect(overdispersion([])).toEqual({statistic: 0, degrees: 0, ratio: 1, p: 1});
    expect(overdispersion(standardisedRates([0, 0, 0], [1, 2, 3])).p).toBe(1);
    expect(overdispersion(standardisedProportions([2, 0, 9], [2, 0, 9]))).toEqual({
      statistic: 0,
      degrees: 1,
      ratio: 0,
      p: 1
    });
  });
});
