import poissonCdf from '@stdlib/stats-base-dists-poisson-cdf';

/**
 * The exact two-sided test of a count against an expectation: twice the smaller tail.
 *
 * @param observed a whole number ≥ 0
 * @param expected > 0
 * @returns p in (0, 1]
 * @example poissonTest(10, 4) // 0.01626
 */
export function poissonTest(observed: number, expected: number): number {
  const atMost = poissonCdf(observed, expected);
  const atLeast = observed === 0 ? 1 : 1 - poissonCdf(observed - 1, expected);
  return Math.min(1, 2 * Math.max(0, Math.min(atMost, atLeast)));
}
