import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import {normalQuantile} from './normalQuantile.ts';

/** What is known of some values: their sum, that of their squares, and how many there are. */
export interface ValueSums {
  readonly sum: number;
  readonly squares: number;
  readonly total: number;
}

/** A difference of two means, the second less the first, in the unit of the values. */
export interface MeanDifference {
  readonly difference: number;
  readonly low: number;
  readonly high: number;
  /** Two-sided, of no difference. */
  readonly p: number;
}

/**
 * The difference of two independent means with its normal interval and test, for large samples of unlike spread, from sums.
 *
 * @param confidence two-sided, 0.95 by default
 * @returns undefined where one of them has no values
 * @see A. Agresti (2013), Categorical Data Analysis, 3rd ed., 1.3.3 (Wald)
 * @example meanDifference({sum: 20, squares: 60, total: 100}, {sum: 50, squares: 70, total: 100}) // {difference: 0.3, low: 0.10303, high: 0.49697, p: 0.00283}
 */
export function meanDifference(first: ValueSums, second: ValueSums, confidence = 0.95): MeanDifference | undefined {
  if (first.total === 0 || second.total === 0) return undefined;
  const difference = second.sum / second.total - first.sum / first.total;
  const deviation = Math.sqrt(squaredError(first) + squaredError(second));
  const half = normalQuantile(confidence) * deviation;
  return {
    difference,
    low: difference - half,
    high: difference + half,
    p: deviation > 0 ? 2 * normalCdf(-Math.abs(difference) / deviation, 0, 1) : 1
  };
}

function squaredError({sum, squares, total}: ValueSums): number {
  return Math.max(0, squares / total - (sum / total) ** 2) / total;
}
