import {scaledErrors} from '../statistics/scaledErrors.ts';
import {weightedIntervalScore} from '../statistics/weightedIntervalScore.ts';
import {errorGrowth} from './errorGrowth.ts';
import {CONFIDENCES, intervalsAround, quantilesOf, stabilisedError, type PastStep, type Spread} from './spread.ts';

/** How a model has done. */
export interface TrackRecord {
  /** How many past forecasts it is made of. */
  readonly folds: number;
  /** The mean weighted interval score of their steps, in counts; smaller is better. */
  readonly score: number;
  /** Means over the folds; null where the seasonal naive method has made no error to compare with. */
  readonly mase: number | null;
  readonly rmsse: number | null;
  /** For the forecast to come. */
  readonly spread: Spread;
}

/** Past forecasts of one model, with what came. */
export interface PastFold {
  /** How many values were known. */
  readonly fold: number;
  readonly points: readonly number[];
}

/**
 * Judges a model by its past forecasts, none of which knew what came. The intervals of each fold are those of the errors of the other
 * folds, so that the score has not seen what it judges.
 *
 * @param values all that are known by now; a fold's steps beyond them are left out
 * @param folds at least one, with at least one step that came
 */
export function trackRecord(
  values: readonly number[],
  folds: readonly PastFold[],
  {season, dispersion}: {readonly season: number; readonly dispersion: number}
): TrackRecord {
  const steps = folds.flatMap(({fold, points}) =>
    values
      .slice(fold, fold + points.length)
      .map((actual, i): PastStep => ({fold, step: i + 1, point: points[i]!, actual}))
  );
  const errors = steps.map((step) => ({...step, error: stabilisedError(step, dispersion)}));
  const growth = errorGrowth(errors);
  const sorted = errors
    .map(({fold, step, error}) => ({fold, error: error / step ** growth}))
    .sort((one, other) => one.error - other.error);
  const spreadWithout = (fold: number | undefined, lots: number): Spread => ({
    quantiles: quantilesOf(
      sorted.filter((one) => one.fold !== fold).map(({error}) => error),
      lots
    ),
    growth,
    dispersion
  });
  let score = 0;
  for (const {fold} of folds) {
    const spread = spreadWithout(fold, Math.max(1, folds.length - 1));
    for (const step of steps.filter((one) => one.fold === fold)) {
      score += scoreOf(step, intervalsAround(step.point, step.step, spread));
    }
  }
  const scaled = folds
    .map(({fold, points}) =>
      scaledErrors(values.slice(0, fold), season, values.slice(fold, fold + points.length), points)
    )
    .filter((one) => one !== undefined);
  return {
    folds: folds.length,
    score: score / steps.length,
    mase: mean(scaled.map(({mase}) => mase)),
    rmsse: mean(scaled.map(({rmsse}) => rmsse)),
    spread: spreadWithout(undefined, folds.length)
  };
}

function scoreOf({actual, point}: PastStep, intervals: readonly {low: number; high: number}[]): number {
  const bounds = intervals.flatMap(({low, high}, i) => {
    const tail = (1 - CONFIDENCES[i]!) / 2;
    return [
      {level: tail, value: low},
      {level: 1 - tail, value: high}
    ];
  });
  return weightedIntervalScore(actual, [...bounds, {level: 0.5, value: point}]);
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}
