import betaQuantile from '@stdlib/stats-base-dists-beta-quantile';
import {binomialTest} from './binomialTest.ts';

/** A ratio of two rates, the second over the first. */
export interface RateRatio {
  /** Infinity where the first rate is 0. */
  readonly ratio: number;
  readonly low: number;
  readonly high: number;
  /** Two-sided, of a ratio of 1. */
  readonly p: number;
}

/**
 * The ratio of two Poisson rates with its exact conditional interval: given the sum of the events, those of the second rate
 * are binomial.
 *
 * @param data.events whole numbers, before and after
 * @param data.exposures what they are counted by, > 0
 * @param confidence two-sided, 0.95 by default
 * @returns after over before; undefined without any event or without exposure on a side
 * @see E. L. Lehmann, J. P. Romano (2005), Testing Statistical Hypotheses, 4.5
 * @example rateRatio({events: [21, 11], exposures: [3011, 800]}) // {ratio: 1.97149, low: 0.85843, high: 4.27727, p: 0.07967}
 */
export function rateRatio(
  {
    events: [before, after],
    exposures: [exposureBefore, exposureAfter]
  }: {readonly events: readonly [number, number]; readonly exposures: readonly [number, number]},
  confidence = 0.95
): RateRatio | undefined {
  const total = before + after;
  if (total === 0 || !(exposureBefore > 0 && exposureAfter > 0)) return undefined;
  const tail = (1 - confidence) / 2;
  const odds = (share: number) => ((share / (1 - share)) * exposureBefore) / exposureAfter;
  return {
    ratio: ((after / before) * exposureBefore) / exposureAfter,
    low: after === 0 ? 0 : odds(betaQuantile(tail, after, before + 1)),
    high: before === 0 ? Infinity : odds(betaQuantile(1 - tail, after + 1, before)),
    p: binomialTest(after, total, exposureAfter / (exposureBefore + exposureAfter))
  };
}
