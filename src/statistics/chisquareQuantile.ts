import chisquareCdf from '@stdlib/stats-base-dists-chisquare-cdf';
import {findRoot} from './findRoot.ts';

/**
 * The quantile of the chi-square distribution.
 *
 * @param probability between 0 and 1, exclusive
 * @param degrees > 0, not only whole numbers
 * @example chisquareQuantile(0.95, 1) // 3.84146
 */
export function chisquareQuantile(probability: number, degrees: number): number {
  let high = degrees + 10;
  while (chisquareCdf(high, degrees) < probability) high *= 2;
  return findRoot((x) => chisquareCdf(x, degrees) - probability, 0, high);
}
