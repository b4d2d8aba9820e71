import {seasonalScale} from './seasonalNaive.ts';

/** Errors of a forecast as multiples of those that the seasonal naive method makes on the training values; under 1 is better. */
export interface ScaledErrors {
  /** Mean absolute scaled error. */
  readonly mase: number;
  /** Root mean squared scaled error. */
  readonly rmsse: number;
}

/**
 * The accuracy of a forecast, comparable between series of any size and sound where values are 0, as percentages are not.
 *
 * @param training the values before the forecast, in order of time
 * @param season how many points make a season
 * @param actual the values that came
 * @param points the forecast of each of them
 * @returns undefined when nothing was forecast, or the training values have no seasonal difference other than 0
 * @see R. J. Hyndman, A. B. Koehler (2006), Int. J. Forecasting 22, 679–688
 * @example scaledErrors([1, 2, 3, 4], 2, [5], [4]) // {mase: 0.5, rmsse: 0.5}
 */
export function scaledErrors(
  training: readonly number[],
  season: number,
  actual: readonly number[],
  points: readonly number[]
): ScaledErrors | undefined {
  const scale = seasonalScale(training, season);
  if (scale === undefined || scale.absolute === 0 || actual.length === 0) return undefined;
  const errors = actual.map((value, i) => value - points[i]!);
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  return {
    mase: mean(errors.map(Math.abs)) / scale.absolute,
    rmsse: Math.sqrt(mean(errors.map((error) => error * error)) / scale.squared)
  };
}
