import {choleskyFactor, choleskyInverse, choleskySolve} from './cholesky.ts';

/** What a log-linear regression of counts is fitted to. */
export interface CountData {
  /** Counts, ≥ 0. */
  readonly y: readonly number[];
  /** A row of regressors for each count, among them the column of ones of the intercept. */
  readonly x: readonly (readonly number[])[];
  /** Per count, the logarithm of its exposure; 0 by default. */
  readonly offset?: readonly number[] | undefined;
}

export interface LogLinearFit {
  readonly coefficients: number[];
  /** Fitted counts. */
  readonly means: number[];
  /** The inverse of the information, not scaled. */
  readonly covariance: number[][];
}

/**
 * Maximum likelihood with a log link, by iteratively reweighted least squares.
 *
 * @param weight of a fitted mean: mean² over the variance of the count
 * @param start means to start from; the counts a little drawn to their mean by default
 * @returns undefined where the regressors are linearly dependent or no maximum is reached (as where all counts of a group are 0)
 */
export function logLinearFit(
  {y, x, offset}: CountData,
  weight: (mean: number) => number,
  start?: readonly number[]
): LogLinearFit | undefined {
  const points = y.length;
  const size = x[0]?.length ?? 0;
  const total = y.reduce((sum, count) => sum + count, 0);
  if (size === 0 || points < size || !(total > 0)) return undefined;
  let means = start ? [...start] : y.map((count) => (count + total / points) / 2);
  let coefficients: number[] | undefined;
  for (let iteration = 0; iteration < 50; iteration++) {
    const {information, score} = normalEquations(means);
    const factor = choleskyFactor(information);
    if (!factor) return undefined;
    const next = choleskySolve(factor, score);
    let largest = 0;
    means = x.map((row, i) => {
      let predictor = offset?.[i] ?? 0;
      let step = 0;
      for (let j = 0; j < size; j++) {
        predictor += row[j]! * next[j]!;
        step += row[j]! * (next[j]! - (coefficients?.[j] ?? 0));
      }
      largest = Math.max(largest, Math.abs(step));
      return Math.exp(predictor);
    });
    if (!means.every((mean) => mean > 1e-9 && mean < 1e15)) return undefined;
    const isDone = coefficients !== undefined && largest < 1e-10;
    coefficients = next;
    if (isDone) {
      const last = choleskyFactor(normalEquations(means).information);
      return last && {coefficients, means, covariance: choleskyInverse(last)};
    }
  }
  return undefined;

  /** Of the weighted least squares about these means: XᵀWX, lower triangle, and XᵀWz. */
  function normalEquations(fitted: readonly number[]): {information: number[][]; score: number[]} {
    const information = Array.from({length: size}, (_, j) => new Array<number>(j + 1).fill(0));
    const score = new Array<number>(size).fill(0);
    for (let i = 0; i < points; i++) {
      const mean = fitted[i]!;
      const row = x[i]!;
      const w = weight(mean);
      const wz = w * (Math.log(mean) - (offset?.[i] ?? 0) + (y[i]! - mean) / mean);
      for (let j = 0; j < size; j++) {
        const wx = w * row[j]!;
        score[j]! += wz * row[j]!;
        for (let k = 0; k <= j; k++) information[j]![k]! += wx * row[k]!;
      }
    }
    return {information, score};
  }
}
