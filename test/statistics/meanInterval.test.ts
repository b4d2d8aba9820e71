import {describe, expect, it} from 'vitest';
import {meanInterval} from '../../src/statistics/meanInterval.ts';
import {normalQuantile} from '../../src/statistics/normalQuantile.ts';
import {intervalsBySql} from './intervalsBySql.ts';

describe('meanInterval', () => {
  // Cross Validated, "margin of error in a net promoter score" (whuber): variance p + d − (p − d)² = 5/9 for shares of
  // 1/2, 1/3 and 1/6; with 162, 108 and 54 answers the 95 % interval runs from 25.217 to 41.449 points.
  it('of a net promoter score', async () => {
    const found = meanInterval(162 - 54, 162 + 54, 324)!;
    expect(found.low * 100).toBeCloseTo(25.2173838835502, 9);
    expect(found.high * 100).toBeCloseTo(41.4492827831165, 9);
    const bySql = await intervalsBySql('mean', [108, 216, 324]);
    expect(bySql.low).toBeCloseTo(found.low, 12);
    expect(bySql.high).toBeCloseTo(found.high, 12);
  });

  it('is as its example says', () => {
    const {low, high} = meanInterval(108, 216, 324)!;
    expect({low: Number(low.toFixed(5)), high: Number(high.toFixed(5))}).toEqual({low: 0.25217, high: 0.41449});
  });

  it('has no width where all values are equal, and is not there for nothing', async () => {
    expect(meanInterval(5, 5, 5)).toEqual({low: 1, high: 1});
    expect(meanInterval(0, 0, 0)).toBeUndefined();
    expect(await intervalsBySql('mean', [5, 5, 5])).toEqual({low: 1, high: 1});
    expect(await intervalsBySql('mean', [5, 5, null])).toEqual({low: null, high: null});
    expect(await intervalsBySql('mean', [0, 0, 0])).toEqual({low: null, high: null});
  });
});

describe('normalQuantile', () => {
  // NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.1, and its example.
  it.each([
    [0.95, 1.959963984540054],
    [0.99, 2.5758293035489],
    [0.8, 1.2815515655446]
  ])('of %f is %f', (confidence, z) => {
    expect(normalQuantile(confidence)).toBeCloseTo(z, 12);
  });

  it.each([0, 1, -1, 2, NaN])('refuses %f', (confidence) => {
    expect(() => normalQuantile(confidence)).toThrow(RangeError);
  });
});
