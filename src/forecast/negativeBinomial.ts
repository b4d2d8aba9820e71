import {negativeBinomialRegression} from '../statistics/negativeBinomialRegression.ts';
import type {Forecaster} from './forecaster.ts';

/** Regression for counts too small to be decomposed: a trend and a season of some waves, both of the logarithm. */
export function negativeBinomial(harmonics: number): Forecaster {
  return {
    name: 'negative_binomial',
    seasons: 2,
    forecast: (values, {season, horizon}) => {
      const regressors = (time: number) => [
        1,
        // Centred, so that level and trend are told apart well.
        (time - values.length / 2) / season,
        ...Array.from({length: harmonics}, (_, i) => (2 * Math.PI * (i + 1) * time) / season).flatMap((angle) => [
          Math.sin(angle),
          Math.cos(angle)
        ])
      ];
      const fitted = negativeBinomialRegression({y: values, x: values.map((_, time) => regressors(time))});
      if (fitted === undefined) return undefined;
      const points = Array.from({length: horizon}, (_, step) =>
        Math.exp(regressors(values.length + step).reduce((sum, value, i) => sum + value * fitted.coefficients[i]!, 0))
      );
      return points.every(Number.isFinite) ? points : undefined;
    }
  };
}
