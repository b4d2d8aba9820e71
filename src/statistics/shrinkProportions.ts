import gammaln from '@stdlib/math-base-special-gammaln';
import betaQuantile from '@stdlib/stats-base-dists-beta-quantile';
import {sum} from 'simple-statistics';
import {digammaDifference} from './digammaDifference.ts';
import {findRoot} from './findRoot.ts';
import {MINIMUM_PEERS, type Shrinkage} from './shrinkage.ts';

/**
 * Empirical Bayes estimates of proportions: a beta distribution of the peers, fitted by maximum likelihood of the beta-binomial.
 *
 * @param counts how many have the property, per unit
 * @param totals how many there are; a unit of none takes no part in the fit and gets the mean
 * @returns fractions; undefined for fewer than ten units with a total, and where none or all have the property
 * @see D. A. Williams (1975), Biometrics 31, 949–952; B. Efron, C. Morris (1975), J. Am. Stat. Assoc. 70, 311–319
 * @example shrinkProportions([0, 1, 1, 2, 3, 3, 5, 8, 9, 9], Array(10).fill(20))?.shrunk // [0.05264, 0.08971, …, 0.3862]
 */
export function shrinkProportions(counts: readonly number[], totals: readonly number[]): Shrinkage | undefined {
  const units = counts.map((count, i) => ({count, total: totals[i]!})).filter(({total}) => total > 0);
  if (units.length < MINIMUM_PEERS) return undefined;
  const pooled = sum(units.map(({count}) => count)) / sum(units.map(({total}) => total));
  if (!(pooled > 0 && pooled < 1)) return undefined;
  const {mean, precision} = fit(units, pooled);
  const [alpha, beta] = [precision * mean, precision * (1 - mean)];
  const posterior = counts.map((count, i) => ({a: alpha + count, b: beta + totals[i]! - count}));
  const isPoint = precision === Infinity;
  return {
    alpha,
    beta,
    mean,
    logLikelihood: sum(units.map((unit) => logMass(unit, mean, precision))),
    shrunk: posterior.map(({a, b}) => (isPoint ? mean : a / (a + b))),
    intervals: (confidence) => {
      if (isPoint) return counts.map(() => ({low: mean, high: mean}));
      const tail = (1 - confidence) / 2;
      return posterior.map(({a, b}) => ({low: betaQuantile(tail, a, b), high: betaQuantile(1 - tail, a, b)}));
    }
  };
}

interface Unit {
  readonly count: number;
  readonly total: number;
}

/** Mean and precision (alpha + beta) of highest likelihood. */
function fit(units: readonly Unit[], pooled: number): {mean: number; precision: number} {
  const excess = sum(
    units.map(
      ({count, total}) =>
        (count * (count - 1)) / pooled + ((total - count) * (total - count - 1)) / (1 - pooled) - total * (total - 1)
    )
  );
  const point = {mean: pooled, precision: Infinity};
  if (excess <= 0) return point;
  // For each precision the best mean; then the precision at which the likelihood along these is level.
  const bestMean = (precision: number) =>
    findRoot(
      (mean) =>
        sum(
          units.map(
            ({count, total}) =>
              digammaDifference(precision * mean, count) - digammaDifference(precision * (1 - mean), total - count)
          )
        ),
      1e-9,
      1 - 1e-9,
      1e-11
    );
  const slope = (logPrecision: number) => {
    const precision = Math.exp(logPrecision);
    const mean = bestMean(precision);
    return (
      precision *
      sum(
        units.map(
          ({count, total}) =>
            mean * digammaDifference(precision * mean, count) +
            (1 - mean) * digammaDifference(precision * (1 - mean), total - count) -
            digammaDifference(precision, total)
        )
      )
    );
  };
  const [low, high] = [Math.log(1e-4), Math.log(1e8)];
  if (slope(high) >= 0) return point;
  const precision = Math.exp(slope(low) <= 0 ? low : findRoot(slope, low, high, 1e-9));
  return {mean: bestMean(precision), precision};
}

function logMass({count, total}: Unit, mean: number, precision: number): number {
  const ways = gammaln(total + 1) - gammaln(count + 1) - gammaln(total - count + 1);
  if (precision === Infinity) return ways + count * Math.log(mean) + (total - count) * Math.log1p(-mean);
  const [alpha, beta] = [precision * mean, precision * (1 - mean)];
  return ways + logBeta(alpha + count, beta + total - count) - logBeta(alpha, beta);
}

function logBeta(a: number, b: number): number {
  return gammaln(a) + gammaln(b) - gammaln(a + b);
}
