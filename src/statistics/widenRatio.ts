import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import {normalQuantile} from './normalQuantile.ts';
import type {RateRatio} from './rateRatio.ts';

/**
 * A ratio of rates whose counts vary more than Poisson's: its interval is wider on the log scale, and its test weaker, by the root of
 * the dispersion, as in quasi-likelihood.
 *
 * @param dispersion variance over that of Poisson; below 1 it counts as 1
 * @see P. McCullagh, J. A. Nelder (1989), Generalized Linear Models, 4.5
 * @example widenRatio({ratio: 2, low: 1, high: 4, p: 0.05}, 4) // {ratio: 2, low: 0.5, high: 8, p: 0.32709}
 */
export function widenRatio({ratio, low, high, p}: RateRatio, dispersion: number): RateRatio {
  const factor = Math.sqrt(Math.max(1, dispersion));
  const bound = (limit: number) =>
    limit > 0 && ratio > 0 && Number.isFinite(limit / ratio) ? ratio * (limit / ratio) ** factor : limit;
  return {ratio, low: bound(low), high: bound(high), p: weakened(p, factor)};
}

function weakened(p: number, factor: number): number {
  if (factor === 1 || p >= 1 || p <= 0) return p;
  // Below the precision of 1 − p the quantile is out of reach; it is far out in any case.
  return 2 * normalCdf(-normalQuantile(Math.min(1 - p, 1 - Number.EPSILON)) / factor, 0, 1);
}
