import {normalQuantile} from './normalQuantile.ts';
import type {Interval} from './wilsonInterval.ts';

/**
 * The normal interval of a mean, from sums. For answers counted +1, 0 and −1 this is the interval of a net promoter
 * score: the variance is p + d − (p − d)².
 *
 * @param sum of the values
 * @param squares sum of the squared values
 * @param total how many values, > 0
 * @param confidence two-sided, 0.95 by default
 * @returns low and high in the unit of the values; undefined when total is 0
 * @example meanInterval(108, 216, 324) // {low: 0.25217, high: 0.41449}
 */
export function meanInterval(sum: number, squares: number, total: number, confidence = 0.95): Interval | undefined {
  if (total === 0) return undefined;
  const mean = sum / total;
  const half = normalQuantile(confidence) * Math.sqrt(Math.max(0, squares / total - mean * mean) / total);
  return {low: mean - half, high: mean + half};
}
