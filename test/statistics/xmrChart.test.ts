import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {runsTest} from '../../src/statistics/runsTest.ts';
import {findSignals} from '../../src/statistics/signalRules.ts';
import {xmrChart} from '../../src/statistics/xmrChart.ts';

describe('xmrChart', () => {
  // D. C. Montgomery, Introduction to Statistical Quality Control, example 6.5, as in qicharts2, tests/testthat/ex_6.5_3.rds.
  it('of the costs of processing, with limits of the first 20', () => {
    const costs = [
      310, 288, 297, 298, 307, 303, 294, 297, 308, 306, 294, 299, 297, 299, 314, 295, 293, 306, 301, 304, 305, 282, 305,
      296, 314, 295, 287, 301, 298, 311, 310, 292, 305, 299, 304, 310, 304, 305, 333, 328
    ];
    const chart = xmrChart(costs, {baseline: 20});
    expect(chart.centre).toBeCloseTo(300.5, 9);
    expect(chart.upper[0]).toBeCloseTo(321.216685330347, 9);
    expect(chart.lower[39]).toBeCloseTo(279.783314669653, 9);
    expect(
      findSignals(costs, chart).points.flatMap((names, i) => (names.includes('outside_limits') ? [i + 1] : []))
    ).toEqual([39, 40]);
    expect(runsTest(costs, chart.centre)).toMatchObject({useful: 40, longestRun: 6, crossings: 20});
  });

  it('leaves excluded points out of the limits, and their gap out of the ranges', () => {
    const chart = xmrChart([10, 12, 99, 11], {excluded: [false, false, true, false]});
    expect(chart.centre).toBe(11);
    expect(chart.upper[2]).toBeCloseTo(11 + (3 * 1.5) / 1.128, 12);
  });

  it('lies on the centre for one value, and for equal ones', () => {
    expect(xmrChart([7])).toEqual({centre: 7, lower: [7], upper: [7], dispersion: 1});
    const equal = xmrChart([0.1, 0.1, 0.1]);
    expect([equal.centre, equal.lower[0], equal.upper[0]]).toEqual([0.1, 0.1, 0.1]);
  });

  it('can’t be drawn of nothing', () => {
    expect(() => xmrChart([])).toThrow(RangeError);
    expect(() => xmrChart([1, 2], {excluded: [true, true]})).toThrow(RangeError);
  });

  it('has limits about the centre, which lies among the values', () => {
    fc.assert(
      fc.property(fc.array(fc.double({min: -1e6, max: 1e6, noNaN: true}), {minLength: 1, maxLength: 30}), (values) => {
        const {centre, lower, upper} = xmrChart(values);
        expect(lower[0]).toBeLessThanOrEqual(centre);
        expect(upper[0]).toBeGreaterThanOrEqual(centre);
        expect(centre).toBeGreaterThanOrEqual(Math.min(...values));
        expect(centre).toBeLessThanOrEqual(Math.max(...values));
      }),
      {seed: 1, numRuns: 50}
    );
  });
});
