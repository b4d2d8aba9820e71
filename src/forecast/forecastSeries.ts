import {level} from './level.ts';
import {mstl} from './mstl.ts';
import {negativeBinomial} from './negativeBinomial.ts';
import {seasonalNaiveModel} from './seasonalNaiveModel.ts';
import type {Forecaster, ModelName} from './forecaster.ts';
import type {PastForecasts} from './pastForecasts.ts';
import type {Spread} from './spread.ts';
import {trackRecord, type TrackRecord} from './trackRecord.ts';
import type {ForecastSettings} from './settings.ts';

/** What a reader of a forecast has to know of the choice of its model. */
export type ChoiceNote = 'short_history' | 'naive_not_beaten';

/** A forecast with the record of its model. */
export interface SeriesForecast {
  readonly model: ModelName;
  /** The expected count of each step. */
  readonly points: readonly number[];
  readonly spread: Spread;
  readonly record: TrackRecord;
  /** The mean absolute scaled error of the seasonal naive method on the same folds; null where it can't be told. */
  readonly naiveMase: number | null;
  /** Null where the history is too short to compare. */
  readonly beatsNaive: boolean | null;
  readonly notes: readonly ChoiceNote[];
}

interface Candidate {
  readonly forecaster: Forecaster;
  readonly points: readonly number[];
  readonly record: TrackRecord;
}

/**
 * Forecasts a series of counts from one of its points by the model whose past forecasts have scored best. Of equal scores the
 * simplest model is taken. Under `minimum_seasons` there is only a level; a model that does not beat seasonal naive is not taken.
 *
 * @param values counts ≥ 0 in order of time, without gaps
 * @param origin how many of them are known
 * @param forecasts those of `values`, by `pastForecasts`
 * @returns undefined with fewer than `minimum_points` values
 */
export function forecastSeries(
  values: readonly number[],
  origin: number,
  forecasts: PastForecasts,
  settings: ForecastSettings
): SeriesForecast | undefined {
  if (origin < settings.minimum_points) return undefined;
  const known = values.slice(0, origin);
  if (origin < settings.minimum_seasons * settings.season) {
    const [only] = judge([level], known, forecasts, settings);
    return only && describe(only, undefined);
  }
  const candidates = judge(forecastersOf(known, settings), known, forecasts, settings);
  const naive = candidates.find(({forecaster}) => forecaster === seasonalNaiveModel);
  const best = candidates.reduce<Candidate | undefined>(
    (a, b) => (a === undefined || b.record.score < a.record.score ? b : a),
    undefined
  );
  return best && describe(best, naive);
}

/** The models that the series is long enough for, and those of seasons long enough to be judged by enough folds; the simplest first. */
function forecastersOf(known: readonly number[], settings: ForecastSettings): Forecaster[] {
  const lately = known.slice(-settings.season);
  const isLarge = lately.reduce((sum, value) => sum + value, 0) / lately.length >= settings.large_count;
  const all = [seasonalNaiveModel, level, negativeBinomial(settings.harmonics), ...(isLarge ? [mstl] : [])];
  return all.filter(
    (one) =>
      one.seasons < settings.minimum_seasons || known.length - earliestFold(one, settings) >= settings.minimum_folds
  );
}

function earliestFold({seasons}: Forecaster, {season, shortest_training}: ForecastSettings): number {
  return Math.max(seasons * season, shortest_training);
}

/** Judges models by the same folds; one that can't be fitted in each of them is left out. */
function judge(
  forecasters: readonly Forecaster[],
  known: readonly number[],
  forecasts: PastForecasts,
  settings: ForecastSettings
): Candidate[] {
  const origin = known.length;
  const first = Math.max(origin - settings.folds, ...forecasters.map((one) => earliestFold(one, settings)));
  const places = Array.from({length: origin - first}, (_, i) => first + i);
  return forecasters.flatMap((forecaster) => {
    const points = forecasts(forecaster, origin);
    const folds = places.flatMap((fold) => {
      const past = forecasts(forecaster, fold);
      return past ? [{fold, points: past}] : [];
    });
    if (points === undefined || folds.length === 0 || folds.length < places.length) return [];
    return [{forecaster, points, record: trackRecord(known, folds, settings)}];
  });
}

function describe({forecaster, points, record}: Candidate, naive: Candidate | undefined): SeriesForecast {
  const beatsNaive = naive === undefined ? null : forecaster !== naive.forecaster;
  const notes: ChoiceNote[] = [];
  if (naive === undefined) notes.push('short_history');
  if (beatsNaive === false) notes.push('naive_not_beaten');
  return {
    model: forecaster.name,
    points,
    spread: record.spread,
    record,
    naiveMase: naive?.record.mase ?? null,
    beatsNaive,
    notes
  };
}
