import quantile from '@stdlib/stats-base-dists-normal-quantile';

/**
 * The quantile of the standard normal distribution for a two-sided confidence: z with P(|Z| ≤ z) = confidence.
 *
 * @param confidence between 0 and 1, exclusive
 * @returns z ≥ 0; 1.959964 for 0.95
 * @throws RangeError outside of (0, 1)
 * @example normalQuantile(0.95) // 1.959963984540054
 */
export function normalQuantile(confidence: number): number {
  if (!(confidence > 0 && confidence < 1))
    throw new RangeError(`confidence must lie between 0 and 1, got ${confidence}`);
  return quantile((1 + confidence) / 2, 0, 1);
}
