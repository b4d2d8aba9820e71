import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {poissonRegression} from '../../src/statistics/poissonRegression.ts';
import {expectNear} from './expectNear.ts';
import {SEAT_BELT_MODEL} from './series/seatBeltModel.ts';

describe('poissonRegression', () => {
  // R glm(family = quasipoisson) on datasets::Seatbelts.
  it('of the drivers killed before and after the law on seat belts', () => {
    const fit = poissonRegression(SEAT_BELT_MODEL)!;
    const coefficients = [
      4.90616565014824, -0.133526367254489, -0.000948524103522295, -0.103073154098858, 0.120712237297576,
      -0.0545164812877562, 0.0782271260645831
    ];
    expectNear(fit.coefficients, coefficients, 1e-9);
    expectNear([fit.dispersion, fit.deviance, fit.degrees], [2.27091515828492, 419.696112789577, 185], 1e-7);
    expectNear(
      fit.standardErrors,
      [
        0.0204056563126501, 0.0390693865069479, 0.000212081073704591, 0.0142632601733043, 0.01371752902495,
        0.0139320808816533, 0.0139520086271085
      ],
      1e-9
    );
    const asPoisson = fit.standardErrors.map((error) => error / Math.sqrt(fit.dispersion));
    expectNear(
      asPoisson,
      [
        0.0135409805118881, 0.0259260370358212, 0.000140734786569637, 0.00946495055505617, 0.00910280906196369,
        0.00924518343433843, 0.00925840727819427
      ],
      1e-9
    );
    const [law, half] = [fit.coefficients[1]!, 1.959963984540054 * fit.standardErrors[1]!];
    expectNear(
      [law, law - half, law + half].map(Math.exp),
      [0.875004397209829, 0.810502415374831, 0.944639621810942],
      1e-8
    );
  });

  it('of two groups is the ratio of their rates', () => {
    const fit = poissonRegression({
      y: [2, 3, 6, 7],
      x: [
        [1, 0],
        [1, 0],
        [1, 1],
        [1, 1]
      ],
      offset: [1, 1, 2, 2].map(Math.log)
    })!;
    expectNear(fit.coefficients.map(Math.exp), [2.5, 13 / 4 / 2.5], 1e-12);
  });

  it('is not there where it can’t be fitted', () => {
    const ones = [[1], [1], [1]];
    expect(poissonRegression({y: [], x: []})).toBeUndefined();
    expect(poissonRegression({y: [3], x: [[1]]})).toBeUndefined();
    expect(poissonRegression({y: [0, 0, 0], x: ones})).toBeUndefined();
    expect(poissonRegression({y: [1, 2, 3], x: ones, offset: [0, -Infinity, 0]})).toBeUndefined();
    expect(poissonRegression({y: [1, NaN, 3], x: ones})).toBeUndefined();
    expect(
      poissonRegression({
        y: [1, 2, 3, 4],
        x: [
          [1, 2],
          [1, 2],
          [1, 2],
          [1, 2]
        ]
      })
    ).toBeUndefined();
    expect(
      poissonRegression({
        y: [1, 2, 0, 0],
        x: [
          [1, 0],
          [1, 0],
          [1, 1],
          [1, 1]
        ]
      })
    ).toBeUndefined();
  });

  it('has no error where all counts are as fitted', () => {
    const {coefficients, standardErrors, dispersion} = poissonRegression({y: [4, 4, 4], x: [[1], [1], [1]]})!;
    expect([Math.exp(coefficients[0]!), standardErrors[0]!, dispersion]).toEqual([expect.closeTo(4, 12), 0, 0]);
  });

  it('holds for counts of millions and for tiny rates', () => {
    const x = [
      [1, 0],
      [1, 0],
      [1, 1],
      [1, 1]
    ];
    const many = poissonRegression({y: [1e6, 1.01e6, 2e6, 2.02e6], x})!;
    expect(Math.exp(many.coefficients[1]!)).toBeCloseTo(2, 10);
    const rare = poissonRegression({y: [1, 2, 4, 3], x, offset: x.map(() => Math.log(1e9))})!;
    expect(Math.exp(rare.coefficients[0]!) * 1e9).toBeCloseTo(1.5, 10);
    expect(Math.exp(rare.coefficients[1]!)).toBeCloseTo(7 / 3, 10);
  });

  it('gives back the sum of the counts, in any order of the rows', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({min: 1, max: 200}), {minLength: 6, maxLength: 40}), (y) => {
        const x = y.map((_, i) => [1, i / y.length, Math.sin(i)]);
        const fit = poissonRegression({y, x})!;
        const turned = poissonRegression({y: [...y].reverse(), x: [...x].reverse()})!;
        const total = y.reduce((sum, count) => sum + count, 0);
        const fitted = x.map((row) => Math.exp(row.reduce((sum, value, j) => sum + value * fit.coefficients[j]!, 0)));
        expect(fitted.reduce((sum, mean) => sum + mean, 0) / total).toBeCloseTo(1, 9);
        expectNear(turned.coefficients, fit.coefficients, 1e-9);
        expectNear(turned.standardErrors, fit.standardErrors, 1e-9);
      }),
      {seed: 1, numRuns: 30}
    );
  });
});
