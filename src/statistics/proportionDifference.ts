import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import {wilsonInterval} from './wilsonInterval.ts';

/** A difference of two proportions, the second less the first, as fractions. */
export interface ProportionDifference {
  readonly difference: number;
  readonly low: number;
  readonly high: number;
  /** Two-sided, of no difference. */
  readonly p: number;
}

/**
 * The difference of two independent proportions with Newcombe's interval from the two Wilson intervals (his method 10), and
 * the score test with the pooled proportion.
 *
 * @param data.counts how many have the property, first and second
 * @param data.totals how many there are, > 0
 * @param confidence two-sided, 0.95 by default
 * @returns undefined where a total is 0
 * @see R. G. Newcombe (1998), Statistics in Medicine 17, 873–890
 * @example proportionDifference({counts: [48, 56], totals: [80, 70]}) // {difference: 0.2, low: 0.05243, high: 0.33387, p: 0.00805}
 */
export function proportionDifference(
  {
    counts: [firstCount, secondCount],
    totals: [firstTotal, secondTotal]
  }: {readonly counts: readonly [number, number]; readonly totals: readonly [number, number]},
  confidence = 0.95
): ProportionDifference | undefined {
  const first = wilsonInterval(firstCount, firstTotal, confidence);
  const second = wilsonInterval(secondCount, secondTotal, confidence);
  if (!first || !second) return undefined;
  const [p1, p2] = [firstCount / firstTotal, secondCount / secondTotal];
  const difference = p2 - p1;
  const pooled = (firstCount + secondCount) / (firstTotal + secondTotal);
  const deviation = Math.sqrt(pooled * (1 - pooled) * (1 / firstTotal + 1 / secondTotal));
  return {
    difference,
    low: difference - Math.hypot(p2 - second.low, first.high - p1),
    high: difference + Math.hypot(second.high - p2, p1 - first.low),
    p: deviation > 0 ? 2 * normalCdf(-Math.abs(difference) / deviation, 0, 1) : 1
  };
}
