import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {chisquareQuantile} from '../../src/statistics/chisquareQuantile.ts';
import {poissonFunnelLimits} from '../../src/statistics/poissonFunnelLimits.ts';
import {expectNear} from './expectNear.ts';

describe('poissonFunnelLimits', () => {
  // R package FunnelPlotR, tests/testthat/test-poisson_limits.R.
  it('are exact', () => {
    const [near, far] = [0.95, 0.998].map((confidence) =>
      [15, 20, 30].map((events) => poissonFunnelLimits(events, confidence))
    );
    expectNear(
      near!.map(({low}) => low),
      [0.5596924, 0.610826, 0.6746958],
      1e-6
    );
    expectNear(
      near!.map(({high}) => high),
      [1.649348, 1.544419, 1.427562],
      1e-6
    );
    expectNear(
      far!.map(({low}) => low),
      [0.386265, 0.4479107, 0.5289724],
      1e-6
    );
    expectNear(
      far!.map(({high}) => high),
      [2.082907, 1.902094, 1.702771],
      1e-6
    );
  });

  it('are about a target', () => {
    const about = poissonFunnelLimits(20, 0.95);
    expect(poissonFunnelLimits(20, 0.95, 2)).toEqual({low: 2 * about.low, high: 2 * about.high});
  });

  it('hold for a little and a lot, and say nothing of nothing', () => {
    expect(poissonFunnelLimits(0, 0.95)).toEqual({low: 0, high: Infinity});
    expect(poissonFunnelLimits(0.01, 0.95).low).toBeLessThan(1e-9);
    const {low, high} = poissonFunnelLimits(1e6, 0.95);
    expectNear([low, high], [1 - 1.959964e-3, 1 + 1.959964e-3], 3e-6);
  });

  it('contain the target and widen with less to expect', () => {
    fc.assert(
      fc.property(fc.double({min: 0.1, max: 500, noNaN: true}), (events) => {
        const less = poissonFunnelLimits(events, 0.95);
        const more = poissonFunnelLimits(2 * events, 0.95);
        expect(less.low).toBeLessThan(1);
        expect(less.high).toBeGreaterThan(1);
        expect(more.high - more.low).toBeLessThan(less.high - less.low);
      }),
      {seed: 1, numRuns: 30}
    );
  });
});

describe('chisquareQuantile', () => {
  // NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.4.
  it.each([
    [0.95, 1, 3.841],
    [0.99, 10, 23.209],
    [0.05, 30, 18.493],
    [0.999, 100, 149.449]
  ])('of %f with %i degrees is %f', (probability, degrees, quantile) => {
    expect(chisquareQuantile(probability, degrees)).toBeCloseTo(quantile, 3);
  });
});
