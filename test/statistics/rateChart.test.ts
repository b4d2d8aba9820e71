import {mean} from 'simple-statistics';
import {describe, expect, it} from 'vitest';
import {rateChart} from '../../src/statistics/rateChart.ts';
import {runsTest} from '../../src/statistics/runsTest.ts';
import {findSignals} from '../../src/statistics/signalRules.ts';
import {expectNear} from './expectNear.ts';

describe('rateChart', () => {
  // D. C. Montgomery, Introduction to Statistical Quality Control, example 7.4, as in qicharts2, tests/testthat/ex_7.4_1.rds.
  it('of nonconformities of computers', () => {
    const counts = [2, 3, 8, 1, 1, 4, 1, 4, 5, 1, 8, 2, 4, 3, 4, 1, 8, 3, 7, 4];
    const chart = rateChart(
      counts,
      counts.map(() => 50)
    );
    expectNear([chart.centre, chart.upper[0]!, chart.lower[0]!], [0.074, 0.189412304370028, 0], 1e-9);
  });

  // qicharts2, data hospital_infections, tests/testthat/hai_1.rds: infections and days at risk by month.
  it('of hospital infections, with its runs', () => {
    const counts = [
      575, 521, 585, 528, 507, 519, 457, 505, 494, 512, 543, 506, 509, 521, 549, 531, 509, 528, 419, 512, 495, 513, 454,
      490
    ];
    const days = [
      310466.833333293, 282346.791666717, 309089.708333303, 287977.333333168, 297743.375000029, 286988.25000001,
      261120.33333337, 268720.750000045, 284437.875000129, 290449.49999994, 288104.458333309, 279961.374999952,
      289803.958333351, 275950.583333319, 290824.458333332, 285495.750000041, 282515.208333298, 273927.875000019,
      253085.624999983, 262410.708333383, 275529.250000012, 282405.083333365, 259530.791666656, 256235.458333308
    ];
    const rates = counts.map((count, i) => count / days[i]!);
    const chart = rateChart(counts, days);
    expectNear(
      [mean([...chart.lower]), chart.centre, mean([...chart.upper])],
      [0.00158148977227665, 0.00182357516548576, 0.00206566055869487],
      1e-9
    );
    expect(runsTest(rates, chart.centre)).toMatchObject({
      useful: 24,
      longestRun: 4,
      longestRunLimit: 8,
      crossings: 12,
      crossingsLimit: 8,
      isSignal: false
    });
    expect(findSignals(rates, chart)).toEqual({points: counts.map(() => []), series: []});
  });

  it('has Laney’s limits: the mean moving range of the residuals over 1.128', () => {
    // Residuals from the rate 4 with exposure 1: −1, 1.5, −1.5, 1.
    const chart = rateChart([2, 7, 1, 6], [1, 1, 1, 1], {isWidened: true});
    expect(chart.dispersion).toBeCloseTo((2.5 + 3 + 2.5) / 3 / 1.128, 12);
    expect(chart.upper[0]).toBeCloseTo(4 + 3 * 2 * chart.dispersion, 12);
  });

  it('has no width where nothing was counted, no limit where nothing was exposed', () => {
    expect(rateChart([0, 0], [5, 9])).toEqual({centre: 0, lower: [0, 0], upper: [0, 0], dispersion: 1});
    expect(rateChart([2, 0], [1, 0])).toMatchObject({centre: 2, lower: [0, 0], upper: [2 + 3 * Math.SQRT2, Infinity]});
    expect(() => rateChart([0, 0], [0, 0])).toThrow(RangeError);
  });

  it('holds for millions of events', () => {
    const chart = rateChart([1e6, 1.01e6], [1e3, 1e3], {isWidened: true});
    expect(chart.lower[0]).toBeLessThan(1000);
    expect(chart.upper[1]).toBeGreaterThan(1010);
  });
});
