import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {shrinkProportions} from '../../src/statistics/shrinkProportions.ts';
import {expectNear} from './expectNear.ts';
import {RAT_TUMOUR_POSTERIORS, RAT_TUMOURS} from './series/ratTumours.ts';

const few = (value: number, units = 12) => new Array<number>(units).fill(value);

describe('shrinkProportions', () => {
  it('of rats with tumours', () => {
    const found = shrinkProportions(RAT_TUMOURS.counts, RAT_TUMOURS.totals)!;
    // By R optim, to about six digits.
    expectNear([found.alpha, found.beta, found.mean], [2.34160849735577, 14.1147690575856, 0.142291855515472], 5e-6);
    expect(found.logLikelihood).toBeCloseTo(-156.568929883257, 9);
    const intervals = found.intervals(0.95);
    expectNear(found.shrunk, RAT_TUMOUR_POSTERIORS.mean, 1e-6);
    expectNear(
      intervals.map(({low}) => low),
      RAT_TUMOUR_POSTERIORS.low,
      1e-6
    );
    expectNear(
      intervals.map(({high}) => high),
      RAT_TUMOUR_POSTERIORS.high,
      1e-6
    );
  });

  it('gives all units the mean where they differ no more than chance makes them', () => {
    const found = shrinkProportions(few(3), few(10))!;
    expect(found).toMatchObject({alpha: Infinity, beta: Infinity, mean: 0.3, shrunk: few(0.3)});
    expect(found.intervals(0.95)).toEqual(few(0).map(() => ({low: 0.3, high: 0.3})));
  });

  it('leaves units as they are where they have nothing in common', () => {
    const counts = few(0).map((_, i) => (i % 2) * 50);
    const {shrunk, logLikelihood} = shrinkProportions(counts, few(50))!;
    shrunk.forEach((share, i) => {
      expect(share).toBeCloseTo(counts[i]! / 50, 2);
    });
    expect(Number.isFinite(logLikelihood)).toBe(true);
  });

  it('gives the mean to a unit without cases', () => {
    const {mean, shrunk} = shrinkProportions([...RAT_TUMOURS.counts, 0], [...RAT_TUMOURS.totals, 0])!;
    expect(shrunk.at(-1)).toBeCloseTo(mean, 12);
  });

  it('is not there for fewer than ten peers, and where none or all have the property', () => {
    expect(shrinkProportions(few(3, 9), few(10, 9))).toBeUndefined();
    expect(shrinkProportions([...few(3, 9), 0], [...few(10, 9), 0])).toBeUndefined();
    expect(shrinkProportions(few(0), few(10))).toBeUndefined();
    expect(shrinkProportions(few(10), few(10))).toBeUndefined();
  });

  it('holds for millions of cases and tiny shares', () => {
    const counts = few(0, 20).map((_, i) => 100_000 + 5000 * (i % 5));
    const large = shrinkProportions(counts, few(1e6, 20))!;
    expect(large.shrunk[4]).toBeCloseTo(0.12, 4);
    const rare = shrinkProportions(
      few(0, 20).map((_, i) => (i % 4 === 0 ? 6 : 0)),
      few(1e5, 20)
    )!;
    expect(rare.mean).toBeCloseTo(1.5e-5, 6);
    expect(rare.shrunk[0]).toBeLessThan(6e-5);
    expect(rare.shrunk[1]).toBeGreaterThan(0);
  });

  it('lies between the raw share and the mean, whatever the order of the units', () => {
    const unit = fc.tuple(fc.nat(10), fc.integer({min: 10, max: 60}));
    fc.assert(
      fc.property(fc.array(unit, {minLength: 10, maxLength: 15}), (units) => {
        const [counts, totals] = [units.map(([count]) => count), units.map(([, total]) => total)];
        const found = shrinkProportions(counts, totals);
        const turned = shrinkProportions([...counts].reverse(), [...totals].reverse());
        if (!found || !turned) {
          expect(counts.every((count) => count === 0)).toBe(true);
          return;
        }
        expectNear([...turned.shrunk].reverse(), found.shrunk, 1e-6);
        found.shrunk.forEach((share, i) => {
          const raw = counts[i]! / totals[i]!;
          expect(share).toBeGreaterThanOrEqual(Math.min(raw, found.mean) - 1e-12);
          expect(share).toBeLessThanOrEqual(Math.max(raw, found.mean) + 1e-12);
        });
      }),
      {seed: 1, numRuns: 30}
    );
  });
});
