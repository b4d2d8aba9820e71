import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {shrinkRates} from '../../src/statistics/shrinkRates.ts';
import {expectNear} from './expectNear.ts';

const few = (value: number, units = 12) => new Array<number>(units).fill(value);

describe('shrinkRates', () => {
  // With equal exposures the mean of the gamma distribution is that of the rates; its posterior is (count + alpha) / (exposure + beta).
  it('draws rates to those of the peers', () => {
    const counts = [0, 1, 1, 2, 3, 3, 5, 8, 9, 18];
    const {alpha, beta, mean, shrunk, intervals} = shrinkRates(counts, few(2, 10))!;
    expect(mean).toBeCloseTo(2.5, 9);
    expect(alpha / beta).toBeCloseTo(2.5, 9);
    expectNear(
      shrunk,
      counts.map((count) => (count + alpha) / (2 + beta)),
      1e-12
    );
    intervals(0.95).forEach(({low, high}, i) => {
      expect(low).toBeLessThan(shrunk[i]!);
      expect(high).toBeGreaterThan(shrunk[i]!);
    });
  });

  it('finds the distribution that counts were drawn from', () => {
    // The expected numbers of 0, 1, 2, … among 2000 units of exposure 1, gamma with shape 2 and rate 1: (k + 1) / 2^(k + 2).
    const counts = Array.from({length: 14}, (_, k) => few(k, Math.round((2000 * (k + 1)) / 2 ** (k + 2)))).flat();
    const {alpha, beta} = shrinkRates(
      counts,
      counts.map(() => 1)
    )!;
    expect(alpha).toBeCloseTo(2, 1);
    expect(beta).toBeCloseTo(1, 1);
  });

  it('gives all units the mean where they differ no more than chance makes them', () => {
    expect(shrinkRates(few(3), few(10))).toMatchObject({alpha: Infinity, beta: Infinity});
    expectNear(shrinkRates(few(3), few(10))!.shrunk, few(0.3), 1e-12);
  });

  it('gives the mean to a unit without exposure, and is not there for too few or without events', () => {
    const {mean, shrunk} = shrinkRates([0, 1, 1, 2, 3, 3, 5, 8, 9, 18, 0], [...few(2, 10), 0])!;
    expect(shrunk.at(-1)).toBeCloseTo(mean, 12);
    expect(shrinkRates(few(3, 9), few(10, 9))).toBeUndefined();
    expect(shrinkRates(few(0), few(10))).toBeUndefined();
  });

  it('lies between the raw rate and the mean', () => {
    const unit = fc.tuple(fc.nat(30), fc.integer({min: 1, max: 60}));
    fc.assert(
      fc.property(fc.array(unit, {minLength: 10, maxLength: 15}), (units) => {
        const found = shrinkRates(
          units.map(([count]) => count),
          units.map(([, exposure]) => exposure)
        )!;
        found.shrunk.forEach((rate, i) => {
          const raw = units[i]![0] / units[i]![1];
          expect(rate).toBeGreaterThanOrEqual(Math.min(raw, found.mean) - 1e-12);
          expect(rate).toBeLessThanOrEqual(Math.max(raw, found.mean) + 1e-12);
        });
      }),
      {seed: 1, numRuns: 30}
    );
  });
});
