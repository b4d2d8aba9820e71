import {describe, expect, it} from 'vitest';
import {choleskyFactor, choleskyInverse, choleskySolve} from '../../src/statistics/cholesky.ts';
import {expectNear} from './expectNear.ts';

describe('choleskyFactor', () => {
  const matrix = [
    [4, 2, -2],
    [2, 10, 2],
    [-2, 2, 5]
  ];

  it('solves and inverts', () => {
    const factor = choleskyFactor(matrix)!;
    expectNear(factor.flat(), [2, 1, 3, -1, 1, Math.sqrt(3)], 1e-12);
    expectNear(choleskySolve(factor, [4, 14, 5]), [1, 1, 1], 1e-12);
    const inverse = choleskyInverse(factor);
    const product = matrix.map((row) =>
      row.map((_, j) => row.reduce((sum, value, k) => sum + value * inverse[k]![j]!, 0))
    );
    expectNear(product.flat(), [1, 0, 0, 0, 1, 0, 0, 0, 1], 1e-12);
  });

  it('is not there for a singular matrix, nor for one with NaN', () => {
    expect(
      choleskyFactor([
        [1, 1],
        [1, 1]
      ])
    ).toBeUndefined();
    expect(choleskyFactor([[0]])).toBeUndefined();
    expect(choleskyFactor([[NaN]])).toBeUndefined();
    expect(choleskyFactor([])).toEqual([]);
  });
});
