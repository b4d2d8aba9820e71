import {chisquareQuantile} from './chisquareQuantile.ts';
import {negativeBinomialRegression} from './negativeBinomialRegression.ts';
import {MINIMUM_PEERS, type Shrinkage} from './shrinkage.ts';

/**
 * Empirical Bayes estimates of rates: a gamma distribution of the peers (shape alpha, rate beta), fitted by maximum likelihood
 * of the negative binomial.
 *
 * @param counts events, per unit
 * @param exposures what they are counted by; a unit of none takes no part in the fit and gets the mean
 * @returns events per unit of exposure; undefined for fewer than ten units with an exposure, and where nothing was counted
 * @see D. G. Clayton, J. Kaldor (1987), Biometrics 43, 671–681
 * @example shrinkRates([0, 1, 1, 2, 3, 3, 5, 8, 9, 9], Array(10).fill(20))?.shrunk // [0.06654, 0.10031, …, 0.37047]
 */
export function shrinkRates(counts: readonly number[], exposures: readonly number[]): Shrinkage | undefined {
  const units = counts.map((count, i) => ({count, exposure: exposures[i]!})).filter(({exposure}) => exposure > 0);
  if (units.length < MINIMUM_PEERS) return undefined;
  const fit = negativeBinomialRegression({
    y: units.map(({count}) => count),
    x: units.map(() => [1]),
    offset: units.map(({exposure}) => Math.log(exposure))
  });
  if (!fit) return undefined;
  const mean = Math.exp(fit.coefficients[0]!);
  const [alpha, beta] = [fit.theta, fit.theta / mean];
  const posterior = counts.map((count, i) => ({shape: alpha + count, rate: beta + exposures[i]!}));
  const isPoint = alpha === Infinity;
  return {
    alpha,
    beta,
    mean,
    logLikelihood: fit.logLikelihood,
    shrunk: posterior.map(({shape, rate}) => (isPoint ? mean : shape / rate)),
    intervals: (confidence) => {
      if (isPoint) return counts.map(() => ({low: mean, high: mean}));
      const tail = (1 - confidence) / 2;
      return posterior.map(({shape, rate}) => ({
        low: chisquareQuantile(tail, 2 * shape) / 2 / rate,
        high: chisquareQuantile(1 - tail, 2 * shape) / 2 / rate
      }));
    }
  };
}
