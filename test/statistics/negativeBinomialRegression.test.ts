import {describe, expect, it} from 'vitest';
import {negativeBinomialRegression} from '../../src/statistics/negativeBinomialRegression.ts';
import {poissonRegression} from '../../src/statistics/poissonRegression.ts';
import {expectNear} from './expectNear.ts';
import {SEAT_BELT_MODEL} from './series/seatBeltModel.ts';

describe('negativeBinomialRegression', () => {
  // R MASS::glm.nb on datasets::Seatbelts.
  it('of the drivers killed before and after the law on seat belts', () => {
    const fit = negativeBinomialRegression(SEAT_BELT_MODEL)!;
    expectNear(
      fit.coefficients,
      [
        4.9054971737908, -0.137632573244195, -0.000936299765236618, -0.102985483794878, 0.12109349120692,
        -0.0551869284863083, 0.0751038938564467
      ],
      1e-9
    );
    expectNear(
      [fit.theta, fit.standardErrors[1]!, fit.logLikelihood],
      [103.412098173244, 0.0371377689797502, -806.837941103488],
      1e-9
    );
    expect(Math.exp(fit.coefficients[1]!)).toBeCloseTo(0.871418815519511, 9);
  });

  it('has the likelihood of the geometric distribution for theta 1', () => {
    // The mean of these counts is 1; the likelihood along theta is flat to first order at what is found.
    const y = [0, 0, 0, 0, 0, 1, 1, 0, 5, 3];
    const {theta, logLikelihood, coefficients} = negativeBinomialRegression({y, x: y.map(() => [1])})!;
    expect(coefficients[0]).toBeCloseTo(0, 9);
    const geometric = y.reduce((sum, count) => sum + (count + 1) * Math.log(0.5), 0);
    expect(logLikelihood).toBeGreaterThan(geometric);
    expect(theta).toBeGreaterThan(0.3);
    expect(theta).toBeLessThan(1);
  });

  it('is that of Poisson where the counts vary no more', () => {
    const data = {y: [4, 5, 6, 5, 9, 10, 11, 10], x: [1, 2, 3, 4, 5, 6, 7, 8].map((i) => [1, i > 4 ? 1 : 0])};
    const fit = negativeBinomialRegression(data)!;
    const poisson = poissonRegression(data)!;
    expect(fit.theta).toBe(Infinity);
    expectNear(fit.coefficients, poisson.coefficients, 1e-12);
    expectNear(
      fit.standardErrors,
      poisson.standardErrors.map((error) => error / Math.sqrt(poisson.dispersion)),
      1e-12
    );
    expect(fit.logLikelihood).toBeLessThan(0);
  });

  it('is not there where it can’t be fitted', () => {
    expect(negativeBinomialRegression({y: [0, 0, 0], x: [[1], [1], [1]]})).toBeUndefined();
    expect(
      negativeBinomialRegression({
        y: [1, 9, 0, 0],
        x: [
          [1, 0],
          [1, 0],
          [1, 1],
          [1, 1]
        ]
      })
    ).toBeUndefined();
  });

  it('holds for counts of millions and for one count alone', () => {
    const many = negativeBinomialRegression({y: [1e6, 1.2e6, 0.9e6, 1.1e6], x: [[1], [1], [1], [1]]})!;
    expect(Math.exp(many.coefficients[0]!)).toBeCloseTo(1.05e6, 3);
    // Of large counts the variance is mean²/theta.
    expect(many.theta).toBeGreaterThan(70);
    expect(many.theta).toBeLessThan(100);
    const alone = negativeBinomialRegression({y: [500, 0, 0, 0, 0, 0], x: [[1], [1], [1], [1], [1], [1]]})!;
    expect(Math.exp(alone.coefficients[0]!)).toBeCloseTo(500 / 6, 6);
    expect(alone.theta).toBeGreaterThan(0);
    expect(Number.isFinite(alone.logLikelihood)).toBe(true);
  });
});
