import {forecastSeries} from '../../src/forecast/forecastSeries.ts';
import {pastForecasts} from '../../src/forecast/pastForecasts.ts';
import {seasonalNaiveModel} from '../../src/forecast/seasonalNaiveModel.ts';
import type {ForecastSettings} from '../../src/forecast/settings.ts';
import {CONFIDENCES, intervalsAround} from '../../src/forecast/spread.ts';
import {normalQuantile} from '../../src/statistics/normalQuantile.ts';
import {seasonalNaive, seasonalScale} from '../../src/statistics/seasonalNaive.ts';
import {readModels} from '../../src/transform/model.ts';

/** How far coverage may be from what is promised. */
export const TOLERANCE = 0.08;

/** What forecasts of one series have come to, all of them or those of one step. */
export interface Tally {
  count: number;
  error: number;
  naiveError: number;
  covered: number[];
  /** By the textbook intervals of seasonal naive. */
  naiveCovered: number[];
}

const emptyTally = (): Tally => ({
  count: 0,
  error: 0,
  naiveError: 0,
  covered: CONFIDENCES.map(() => 0),
  naiveCovered: CONFIDENCES.map(() => 0)
});

/** How the forecasts of one series have done. */
export interface ForecastRecord {
  readonly all: Tally;
  readonly steps: readonly Tally[];
  /** How often each model was chosen. */
  readonly models: ReadonlyMap<string, number>;
}

/** Forecasts a series from each month from which all models can be judged, as it would have been forecast then, and tallies what came. */
export function recordForecasts(values: readonly number[], settings: ForecastSettings): ForecastRecord {
  const {season, horizon, minimum_seasons, minimum_folds} = settings;
  const all = emptyTally();
  const steps = Array.from({length: horizon}, emptyTally);
  const models = new Map<string, number>();
  const forecasts = pastForecasts(values, settings);
  for (let origin = minimum_seasons * season + minimum_folds; origin < values.length; origin++) {
    const known = values.slice(0, origin);
    const made = forecastSeries(values, origin, forecasts, settings);
    const scale = seasonalScale(known, season)?.absolute;
    const naive = forecasts(seasonalNaiveModel, origin);
    if (made === undefined || naive === undefined || scale === undefined) continue;
    models.set(made.model, (models.get(made.model) ?? 0) + 1);
    const {standardErrors} = seasonalNaive(known, season, horizon)!;
    values.slice(origin, origin + horizon).forEach((actual, i) => {
      const bounds = intervalsAround(made.points[i]!, i + 1, made.spread);
      for (const tally of [all, steps[i]!]) {
        tally.count += 1;
        tally.error += Math.abs(actual - made.points[i]!) / scale;
        tally.naiveError += Math.abs(actual - naive[i]!) / scale;
        CONFIDENCES.forEach((confidence, j) => {
          if (actual >= bounds[j]!.low && actual <= bounds[j]!.high) tally.covered[j]! += 1;
          if (Math.abs(actual - naive[i]!) <= normalQuantile(confidence) * standardErrors[i]!)
            tally.naiveCovered[j]! += 1;
        });
      }
    });
  }
  return {all, steps, models};
}

/** The settings of pipelines/marts/forecasts.sql. */
export async function readSettings(): Promise<ForecastSettings> {
  const {models} = await readModels();
  return models.find(({name}) => name === 'marts.forecasts')!.method!.options as ForecastSettings;
}

/** Whether the forecasts err less than seasonal naive. */
export function isBetter({all}: ForecastRecord): boolean {
  return all.error < all.naiveError;
}

/** Whether the intervals hold about as many of the counts as they promise. */
export function isCovered({all}: ForecastRecord): boolean {
  return CONFIDENCES.every((confidence, i) => Math.abs(all.covered[i]! / all.count - confidence) <= TOLERANCE);
}
