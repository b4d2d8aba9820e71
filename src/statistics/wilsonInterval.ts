import {normalQuantile} from './normalQuantile.ts';

/** Bounds of an interval, in the unit of the estimate. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * The Wilson score interval of a proportion, clipped to [0, 1]. Unlike Wald's it holds for small counts and near 0 and 1.
 *
 * @param count how many have the property, 0 ≤ count ≤ total
 * @param total how many there are, > 0
 * @param confidence two-sided, 0.95 by default
 * @returns low and high as fractions; undefined when total is 0
 * @see E. B. Wilson (1927), J. Am. Stat. Assoc. 22, 209–212
 * @example wilsonInterval(3, 10) // {low: 0.10779, high: 0.60322}
 */
export function wilsonInterval(count: number, total: number, confidence = 0.95): Interval | undefined {
  if (total === 0) return undefined;
  const z = normalQuantile(confidence);
  const share = count / total;
  const middle = share + (z * z) / (2 * total);
  const half = z * Math.sqrt((share * (1 - share)) / total + (z * z) / (4 * total * total));
  const scale = 1 + (z * z) / total;
  return {low: Math.max(0, (middle - half) / scale), high: Math.min(1, (middle + half) / scale)};
}
