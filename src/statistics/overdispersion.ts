import chisquareCdf from '@stdlib/stats-base-dists-chisquare-cdf';
import {mean, sum} from 'simple-statistics';

/** Whether values vary more than their distribution allows. */
export interface Overdispersion {
  /** Chi-square. */
  readonly statistic: number;
  readonly degrees: number;
  /** Observed over expected variance. */
  readonly ratio: number;
  /** P(as much variation or more), by chance alone. */
  readonly p: number;
}

/**
 * The chi-square test for over-dispersion: the squares of the residuals about their mean, against chance.
 *
 * @param z residuals in standard deviations of the distribution
 * @returns ratio 1 and p 1 for fewer than two residuals
 * @see G. B. Wetherill, D. W. Brown (1991), Statistical Process Control, 212–218
 * @example overdispersion(standardisedRates([2, 9, 1, 8], [10, 10, 10, 10])) // {statistic: 10, degrees: 3, ratio: 3.33333, p: 0.01857}
 */
export function overdispersion(z: readonly number[]): Overdispersion {
  const degrees = z.length - 1;
  if (degrees < 1) return {statistic: 0, degrees: 0, ratio: 1, p: 1};
  const centre = mean([...z]);
  const statistic = sum(z.map((value) => (value - centre) ** 2));
  return {statistic, degrees, ratio: statistic / degrees, p: Math.max(0, 1 - chisquareCdf(statistic, degrees))};
}

/**
 * Residuals of proportions from the pooled proportion, in binomial standard deviations.
 *
 * @returns one for each point with a denominator; 0 for all where the pooled proportion is 0 or 1
 * @example standardisedProportions([5, 10], [20, 20]) // [-1.1547, 1.1547]
 */
export function standardisedProportions(numerators: readonly number[], denominators: readonly number[]): number[] {
  const pooled = sum([...numerators]) / sum([...denominators]);
  return standardise(numerators, denominators, pooled, pooled * (1 - pooled));
}

/**
 * Residuals of rates from the pooled rate, in Poisson standard deviations.
 *
 * @returns one for each point with an exposure; 0 for all where nothing was counted
 * @example standardisedRates([2, 8], [10, 10]) // [-1.34164, 1.34164]
 */
export function standardisedRates(counts: readonly number[], exposures: readonly number[]): number[] {
  const pooled = sum([...counts]) / sum([...exposures]);
  return standardise(counts, exposures, pooled, pooled);
}

function standardise(counts: readonly number[], sizes: readonly number[], pooled: number, variance: number): number[] {
  return counts.flatMap((count, i) => {
    const size = sizes[i]!;
    if (!(size > 0)) return [];
    return variance > 0 ? [(count / size - pooled) / Math.sqrt(variance / size)] : [0];
  });
}
