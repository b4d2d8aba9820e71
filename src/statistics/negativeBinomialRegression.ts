import gammaln from '@stdlib/math-base-special-gammaln';
import {sum} from 'simple-statistics';
import {digammaDifference} from './digammaDifference.ts';
import {findRoot} from './findRoot.ts';
import {logLinearFit, type CountData} from './logLinearFit.ts';

/** A log-linear regression whose variance is mean + mean²/theta. */
export interface NegativeBinomialRegression {
  /** On the log scale, in the order of the regressors. */
  readonly coefficients: readonly number[];
  /** For the theta found. */
  readonly standardErrors: readonly number[];
  /** Infinity where the counts vary no more than Poisson counts. */
  readonly theta: number;
  readonly logLikelihood: number;
}

/**
 * Negative binomial regression (NB2) by maximum likelihood: log mean = x·β + offset. Coefficients and theta are found in turn.
 *
 * @param data whole counts, rows of regressors with their intercept, log exposures
 * @returns undefined where it can't be fitted: linearly dependent regressors, fewer points than regressors, all counts 0, or
 * all those of a group
 * @see W. N. Venables, B. D. Ripley (2002), Modern Applied Statistics with S, 7.4
 * @example negativeBinomialRegression({y: [0, 1, 2, 9], x: [[1], [1], [1], [1]]}) // {coefficients: [1.09861], theta: 0.81126, …}
 */
export function negativeBinomialRegression(data: CountData): NegativeBinomialRegression | undefined {
  let fit = logLinearFit(data, (mean) => mean);
  let theta = Infinity;
  for (let round = 0; fit && round < 50; round++) {
    const next = fitTheta(data.y, fit.means);
    const isDone = next === theta || Math.abs(Math.log(next / theta)) < 1e-9;
    theta = next;
    if (isDone) break;
    fit = logLinearFit(data, (mean) => mean / (1 + mean / next), fit.means);
  }
  return (
    fit && {
      coefficients: fit.coefficients,
      standardErrors: fit.covariance.map((row, i) => Math.sqrt(row[i]!)),
      theta,
      logLikelihood: logLikelihood(data.y, fit.means, theta)
    }
  );
}

/** The theta of highest likelihood for these means. */
function fitTheta(y: readonly number[], means: readonly number[]): number {
  const excess = sum(y.map((count, i) => (count - means[i]!) ** 2 - count));
  if (excess <= 0) return Infinity;
  const score = (logTheta: number) => {
    const theta = Math.exp(logTheta);
    let slope = 0;
    for (let i = 0; i < y.length; i++) {
      const mean = means[i]!;
      slope += digammaDifference(theta, y[i]!) - Math.log1p(mean / theta) + (mean - y[i]!) / (theta + mean);
    }
    return theta * slope;
  };
  // At the upper end the variance is that of Poisson counts to six digits.
  const [low, high] = [Math.log(1e-6), Math.log(1e6 * (1 + Math.max(...means)))];
  if (score(high) >= 0) return Infinity;
  return Math.exp(score(low) <= 0 ? low : findRoot(score, low, high));
}

function logLikelihood(y: readonly number[], means: readonly number[], theta: number): number {
  return sum(
    y.map((count, i) => {
      const mean = means[i]!;
      if (theta === Infinity) return count * Math.log(mean) - mean - gammaln(count + 1);
      return (
        gammaln(count + theta) -
        gammaln(theta) -
        gammaln(count + 1) +
        count * Math.log(mean / (theta + mean)) -
        theta * Math.log1p(mean / theta)
      );
    })
  );
}
