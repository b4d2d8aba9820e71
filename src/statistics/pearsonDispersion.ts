/**
 * By how much counts vary more than Poisson's about their means: Pearson's chi-square over its degrees of freedom.
 *
 * @param points counts with the means that they vary about; those of a mean of 0 are left out
 * @param fitted how many parameters the means were fitted with
 * @returns 0 where they agree with their means; 1 where there are no more points than parameters
 * @example pearsonDispersion([{count: 3, mean: 5}, {count: 7, mean: 5}], 1) // 1.6
 */
export function pearsonDispersion(
  points: readonly {readonly count: number; readonly mean: number}[],
  fitted: number
): number {
  const used = points.filter(({mean}) => mean > 0);
  if (used.length <= fitted) return 1;
  const chiSquare = used.reduce((sum, {count, mean}) => sum + (count - mean) ** 2 / mean, 0);
  return chiSquare / (used.length - fitted);
}
