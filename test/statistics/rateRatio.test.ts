import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {binomialTest} from '../../src/statistics/binomialTest.ts';
import {garwoodInterval} from '../../src/statistics/poissonInterval.ts';
import {rateRatio} from '../../src/statistics/rateRatio.ts';
import {expectNear} from './expectNear.ts';

describe('rateRatio', () => {
  // R stats::poisson.test, its example: 11 of 800 against 21 of 3011.
  it('is exact', () => {
    const {ratio, low, high, p} = rateRatio({events: [21, 11], exposures: [3011, 800]})!;
    expectNear([ratio, low, high, p], [1.9714880952381, 0.858426403391639, 4.27726594365407, 0.0796686330333295], 1e-9);
  });

  it('of one side without events has one bound', () => {
    // Of three events all after: the lower limit of the share is the cube root of 0.025.
    const share = Math.cbrt(0.025);
    const onlyAfter = rateRatio({events: [0, 3], exposures: [1, 1]})!;
    expect([onlyAfter.ratio, onlyAfter.high, onlyAfter.p]).toEqual([Infinity, Infinity, 0.25]);
    expect(onlyAfter.low).toBeCloseTo(share / (1 - share), 9);
    const onlyBefore = rateRatio({events: [3, 0], exposures: [1, 1]})!;
    expect([onlyBefore.ratio, onlyBefore.low, onlyBefore.p]).toEqual([0, 0, 0.25]);
    expect(onlyBefore.high).toBeCloseTo((1 - share) / share, 9);
  });

  it('is not there without events or exposure', () => {
    expect(rateRatio({events: [0, 0], exposures: [1, 1]})).toBeUndefined();
    expect(rateRatio({events: [1, 1], exposures: [0, 1]})).toBeUndefined();
    expect(rateRatio({events: [1, 1], exposures: [1, 0]})).toBeUndefined();
  });

  it('holds for millions of events', () => {
    const {low, high, p} = rateRatio({events: [1e6, 1.01e6], exposures: [1, 1]})!;
    // The normal approximation on the log scale is as good as exact here.
    const half = 1.959963984540054 * Math.sqrt(1 / 1e6 + 1 / 1.01e6);
    expect(Math.log(low)).toBeCloseTo(Math.log(1.01) - half, 5);
    expect(Math.log(high)).toBeCloseTo(Math.log(1.01) + half, 5);
    expect(p).toBeGreaterThan(0);
    expect(p).toBeLessThan(1e-11);
  });

  it('lies in its interval, which is the inverse of that of the other way round, and widens with the confidence', () => {
    fc.assert(
      fc.property(
        fc.integer({min: 1, max: 400}),
        fc.integer({min: 1, max: 400}),
        fc.integer({min: 1, max: 50}),
        (a, b, exposure) => {
          const found = rateRatio({events: [a, b], exposures: [exposure, 10]})!;
          const turned = rateRatio({events: [b, a], exposures: [10, exposure]})!;
          const wider = rateRatio({events: [a, b], exposures: [exposure, 10]}, 0.99)!;
          expect(found.low).toBeLessThan(found.ratio);
          expect(found.high).toBeGreaterThan(found.ratio);
          expectNear([1 / turned.high, 1 / turned.low, turned.p], [found.low, found.high, found.p], 1e-7);
          expect(wider.low).toBeLessThan(found.low);
          expect(wider.high).toBeGreaterThan(found.high);
          expect(found.p).toBeGreaterThan(0);
          expect(found.p).toBeLessThanOrEqual(1);
        }
      ),
      {seed: 1, numRuns: 50}
    );
  });
});

describe('binomialTest', () => {
  it('is as in R: 682 of 925 at 3/4', () => {
    expect(binomialTest(682, 925, 0.75)).toBeCloseTo(0.3824916, 7);
  });

  it('is certain of what is expected, and adds up all that is as unlikely', () => {
    expect(binomialTest(5, 10, 0.5)).toBe(1);
    expect(binomialTest(0, 4, 0.5)).toBeCloseTo(2 / 16, 12);
    expect(binomialTest(0, 3, 0.2)).toBeCloseTo(1, 12);
    expect(binomialTest(3, 3, 0.2)).toBeCloseTo(0.008, 12);
  });
});

describe('garwoodInterval', () => {
  // R stats::poisson.test, its example: 137 events in 24.19893; and the exact limits of some counts.
  it('of a rate and of counts', () => {
    const {low, high} = garwoodInterval(137);
    expectNear(
      [137 / 24.19893, low / 24.19893, high / 24.19893],
      [5.66140734321724, 4.75312480484875, 6.69270933417607],
      1e-6
    );
    const counts = [0, 1, 3, 10, 50, 100].map((count) => garwoodInterval(count));
    expectNear(
      counts.map((interval) => interval.low),
      [0, 0.0253178079842899, 0.618672122895602, 4.79538869613243, 37.1109637374619, 81.3639912509232],
      1e-6
    );
    expectNear(
      counts.map((interval) => interval.high),
      [3.68887945411394, 5.5716433909389, 8.76727306974232, 18.3903560420178, 65.9187666643368, 121.626793792426],
      1e-6
    );
  });
});
