import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {forecastSeries} from '../../src/forecast/forecastSeries.ts';
import {mstl} from '../../src/forecast/mstl.ts';
import {pastForecasts} from '../../src/forecast/pastForecasts.ts';
import {intervalsAround} from '../../src/forecast/spread.ts';
import {AIR_PASSENGERS} from '../statistics/series/airPassengers.ts';
import {SETTINGS} from './settings.ts';

const forecast = (values: readonly number[], origin = values.length) =>
  forecastSeries(values, origin, pastForecasts(values, SETTINGS), SETTINGS);

/** Counts of some months that vary by season and a little besides. */
const seasonal = (months: number, base: number) =>
  Array.from({length: months}, (_, i) => Math.round(base * (1 + 0.5 * Math.sin((i * Math.PI) / 6)) + ((i * 7) % 5)));

describe('the model', () => {
  test('is none under twelve points', () => {
    expect(forecast(seasonal(11, 50))).toBeUndefined();
  });

  test('is a level under two seasons, which says so and claims nothing against seasonal naive', () => {
    const made = forecast(seasonal(23, 50))!;
    expect(made).toMatchObject({model: 'level', beatsNaive: null, naiveMase: null, notes: ['short_history']});
    expect(new Set(made.points).size).toBe(1);
  });

  test('is seasonal naive where each year is as the one before', () => {
    const year = [3, 9, 1, 7, 2, 8, 4, 6, 5, 9, 1, 3];
    const made = forecast([...year, ...year, ...year, ...year])!;
    expect(made).toMatchObject({model: 'seasonal_naive', beatsNaive: false, notes: ['naive_not_beaten']});
    expect(made.points).toEqual(year.slice(0, 6));
    expect(made.record.mase).toBeNull();
  });

  test('finds the growth and the season of the air passengers', () => {
    const made = forecast(AIR_PASSENGERS, 132)!;
    expect(made.model).toBe('mstl');
    expect(made.beatsNaive).toBe(true);
    expect(made.record.mase!).toBeLessThan(made.naiveMase! / 2);
    const actual = AIR_PASSENGERS.slice(132, 138);
    made.points.forEach((point, i) => {
      expect(Math.abs(point / actual[i]! - 1)).toBeLessThan(0.1);
    });
  });

  test('is a regression or a level for counts too small to be decomposed', () => {
    const made = forecast(
      Array.from({length: 48}, (_, i) => Math.round(4 + 3 * Math.sin((i * Math.PI) / 6)) + (i % 2))
    )!;
    expect(['negative_binomial', 'level', 'seasonal_naive']).toContain(made.model);
  });

  test('is chosen by what was known at the origin alone', () => {
    const values = seasonal(48, 60);
    const changed = values.map((value, i) => (i < 40 ? value : value * 10));
    expect(forecast(changed, 40)).toEqual(forecast(values, 40));
  });
});

describe('series without any variation', () => {
  test.each([0, 7, 500])('of %d', (count) => {
    for (const months of [12, 24, 40]) {
      const made = forecast(Array.from({length: months}, () => count))!;
      for (const point of made.points) expect(point).toBeCloseTo(count, 6);
    }
  });
});

test('points and bounds are finite and never negative, and the intervals are nested around the point', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.nat(3), fc.nat(40), fc.nat(2000)), {minLength: 12, maxLength: 40}), (values) => {
      const {points, spread} = forecast(values)!;
      expect(points).toHaveLength(SETTINGS.horizon);
      points.forEach((point, i) => {
        const [narrow, wide] = intervalsAround(point, i + 1, spread);
        const bounds = [0, wide!.low, narrow!.low, point, narrow!.high, wide!.high, Number.MAX_VALUE];
        bounds.slice(1).forEach((bound, j) => {
          expect(bound).toBeGreaterThanOrEqual(bounds[j]! - 1e-6);
        });
      });
    }),
    {seed: 1, numRuns: 25}
  );
});

// R stats::stl of the logarithms with a periodic season: the trend at the end of 1959 and 1960, and the season from January on. augurs
// gives its forecasts but not the decomposition behind them; they agree with that of R, its last year's trend carried on, within 5 %.
test('MSTL goes on as the decomposition of R lets one expect', () => {
  const [before, end] = [6.10050013132989, 6.20475235642648];
  const season = [
    -0.0916404241465215, -0.114028283920271, 0.0158658510447789, -0.0140275899738232, -0.0150247849961733,
    0.109789757537423, 0.216400410182293, 0.209605865866871, 0.0674715620828031, -0.0702483587834574,
    -0.213527739592963, -0.100636250654005
  ];
  const points = mstl.forecast(AIR_PASSENGERS, {season: 12, horizon: 12})!;
  points.forEach((point, i) => {
    const expected = Math.exp(end + ((end - before) / 12) * (i + 1) + season[i]!);
    expect(Math.abs(point / expected - 1)).toBeLessThan(0.05);
  });
});
