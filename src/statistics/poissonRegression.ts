import {logLinearFit, type CountData} from './logLinearFit.ts';

/** A log-linear regression whose variance is proportional to the mean. */
export interface PoissonRegression {
  /** On the log scale, in the order of the regressors. */
  readonly coefficients: readonly number[];
  /** Quasi-likelihood: those of Poisson by the root of the dispersion. */
  readonly standardErrors: readonly number[];
  /** Pearson's chi-square over its degrees of freedom. */
  readonly dispersion: number;
  /** Of the coefficients, with the dispersion. */
  readonly covariance: readonly (readonly number[])[];
  readonly deviance: number;
  /** Points less coefficients. */
  readonly degrees: number;
}

/**
 * Quasi-Poisson regression: log mean = x·β + offset, variance = dispersion · mean.
 *
 * @param data counts, rows of regressors with their intercept, log exposures
 * @returns undefined where it can't be fitted: linearly dependent regressors, no more points than regressors, all counts 0,
 * or all those of a group
 * @see P. McCullagh, J. A. Nelder (1989), Generalized Linear Models, 6.2 and 9.2
 * @example poissonRegression({y: [2, 3, 6, 7], x: [[1, 0], [1, 0], [1, 1], [1, 1]]}) // {coefficients: [0.91629, 0.95551], dispersion: 0.13846, …}
 */
export function poissonRegression(data: CountData): PoissonRegression | undefined {
  const degrees = data.y.length - (data.x[0]?.length ?? 0);
  if (degrees < 1) return undefined;
  const fit = logLinearFit(data, (mean) => mean);
  if (!fit) return undefined;
  let pearson = 0;
  let deviance = 0;
  data.y.forEach((count, i) => {
    const mean = fit.means[i]!;
    pearson += (count - mean) ** 2 / mean;
    deviance += 2 * ((count > 0 ? count * Math.log(count / mean) : 0) - (count - mean));
  });
  const dispersion = pearson / degrees;
  const covariance = fit.covariance.map((row) => row.map((value) => value * dispersion));
  return {
    coefficients: fit.coefficients,
    standardErrors: covariance.map((row, i) => Math.sqrt(row[i]!)),
    dispersion,
    covariance,
    deviance,
    degrees
  };
}
