import {chisquareQuantile} from './chisquareQuantile.ts';
import type {Interval} from './wilsonInterval.ts';

/**
 * The exact limits of a funnel of observed over expected events.
 *
 * @param expected events of a unit, not only whole numbers
 * @param confidence two-sided
 * @param target ratio, 1 by default
 * @returns ratios; 0 and Infinity where nothing is expected
 * @see D. J. Spiegelhalter (2005), Statistics in Medicine 24, 1185–1202
 * @example poissonFunnelLimits(20, 0.95) // {low: 0.61083, high: 1.54442}
 */
export function poissonFunnelLimits(expected: number, confidence: number, target = 1): Interval {
  if (!(expected > 0)) return {low: 0, high: Infinity};
  const tail = (1 - confidence) / 2;
  const ratio = (quantile: number) => (target * quantile) / 2 / expected;
  return {
    low: ratio(chisquareQuantile(tail, 2 * expected)),
    high: ratio(chisquareQuantile(1 - tail, 2 * (expected + 1)))
  };
}
