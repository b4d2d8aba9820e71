import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {changePointOfCounts, changePointOfMeans} from '../../src/statistics/changePoint.ts';
import {expectNear} from './expectNear.ts';
import {COAL_MINING_DISASTERS} from './series/coalMiningDisasters.ts';
import {NILE_FLOW} from './series/nileFlow.ts';

describe('changePointOfCounts', () => {
  // Carlin, Gelfand and Smith (1992) put the change at about 1891; the likelihood ratio by exact search.
  it('of coal mining disasters is after 1891', () => {
    const found = changePointOfCounts(COAL_MINING_DISASTERS, {minimumSegment: 2})!;
    expect(1851 + found.after).toBe(1892);
    expectNear(
      [found.before, found.afterMean, found.statistic],
      [3.097560975609756, 0.9142857142857143, 68.37794609280706],
      1e-9
    );
    expect(found.p).toBe(0.001);
  });

  it('goes by the rate, not by the count', () => {
    const exposures = [1, 1, 1, 1, 10, 10, 10, 10];
    const counts = [10, 11, 9, 10, 100, 101, 99, 100];
    expect(changePointOfCounts(counts, {exposures})!.p).toBeGreaterThan(0.1);
    const turned = changePointOfCounts([10, 11, 9, 10, 50, 51, 49, 50], {exposures})!;
    expect(turned).toMatchObject({after: 4, before: 10, afterMean: 5});
  });

  it('of one level is no change', () => {
    expect(changePointOfCounts([3, 3, 3, 3])).toMatchObject({before: 3, afterMean: 3, statistic: 0, p: 1});
    expect(changePointOfCounts([0, 0, 0, 0])).toMatchObject({before: 0, afterMean: 0, statistic: 0, p: 1});
  });

  it('is not there for fewer points than two segments have', () => {
    expect(changePointOfCounts([])).toBeUndefined();
    expect(changePointOfCounts([1, 9, 9])).toBeUndefined();
    expect(changePointOfCounts([1, 1, 1, 9, 9], {minimumSegment: 3})).toBeUndefined();
  });

  it('is the same each time, and p holds what it promises', () => {
    let alarms = 0;
    const runs = 100;
    fc.assert(
      fc.property(fc.array(fc.nat(6), {minLength: 24, maxLength: 24}), (counts) => {
        const found = changePointOfCounts(counts, {permutations: 99})!;
        expect(changePointOfCounts(counts, {permutations: 99})).toEqual(found);
        expect(found.after).toBeGreaterThanOrEqual(2);
        expect(found.after).toBeLessThanOrEqual(22);
        expect(found.statistic).toBeGreaterThanOrEqual(0);
        if (found.p <= 0.1) alarms++;
      }),
      {seed: 1, numRuns: runs, unbiased: true}
    );
    expect(alarms / runs).toBeLessThan(0.2);
  });
});

describe('changePointOfMeans', () => {
  // R datasets::Nile: the break after 1898 (G. W. Cobb 1978), by exact search.
  it('of the flow of the Nile is after 1898', () => {
    const found = changePointOfMeans(NILE_FLOW)!;
    expect(1871 + found.after).toBe(1899);
    expectNear(
      [found.before, found.afterMean, found.statistic],
      [1097.75, 849.972222222222, 2835156.75 - 1597457.19444444],
      1e-9
    );
    expect(found.p).toBe(0.001);
  });

  it('does not depend on the zero of the scale', () => {
    const values = [1, 2, 1, 2, 5, 6, 5, 6];
    const found = changePointOfMeans(values)!;
    const moved = changePointOfMeans(values.map((value) => value + 1e9))!;
    expect([moved.after, moved.statistic, moved.before - 1e9, moved.p]).toEqual([
      found.after,
      found.statistic,
      found.before,
      found.p
    ]);
  });

  it('is not there for fewer points than two segments have, and no change of one level', () => {
    expect(changePointOfMeans([])).toBeUndefined();
    expect(changePointOfMeans([1, 2, 3])).toBeUndefined();
    expect(changePointOfMeans([0.1, 0.1, 0.1, 0.1])).toMatchObject({statistic: 0, p: 1});
  });
});
