/**
 * The Cholesky factor of a symmetric positive definite matrix.
 *
 * @param matrix rows; only the lower triangle is read
 * @returns the lower triangular factor; undefined where the matrix is singular to about 11 digits
 * @example choleskyFactor([[4], [2, 5]]) // [[2], [1, 2]]
 */
export function choleskyFactor(matrix: readonly (readonly number[])[]): number[][] | undefined {
  const factor: number[][] = [];
  for (let i = 0; i < matrix.length; i++) {
    const row: number[] = [];
    for (let j = 0; j <= i; j++) {
      const other = j === i ? row : factor[j]!;
      let value = matrix[i]![j]!;
      for (let k = 0; k < j; k++) value -= row[k]! * other[k]!;
      if (j < i) row.push(value / other[j]!);
      else if (value > 1e-11 * matrix[i]![i]!) row.push(Math.sqrt(value));
      else return undefined;
    }
    factor.push(row);
  }
  return factor;
}

/**
 * Solves L·Lᵀ·x = b.
 *
 * @example choleskySolve([[2], [1, 2]], [8, 9]) // [1.375, 1.25]
 */
export function choleskySolve(factor: readonly (readonly number[])[], b: readonly number[]): number[] {
  const x = [...b];
  const size = factor.length;
  for (let i = 0; i < size; i++) {
    for (let k = 0; k < i; k++) x[i]! -= factor[i]![k]! * x[k]!;
    x[i]! /= factor[i]![i]!;
  }
  for (let i = size - 1; i >= 0; i--) {
    for (let k = i + 1; k < size; k++) x[i]! -= factor[k]![i]! * x[k]!;
    x[i]! /= factor[i]![i]!;
  }
  return x;
}

/** The inverse of the factored matrix. */
export function choleskyInverse(factor: readonly (readonly number[])[]): number[][] {
  return factor.map((_, i) =>
    choleskySolve(
      factor,
      factor.map((__, j) => (i === j ? 1 : 0))
    )
  );
}
