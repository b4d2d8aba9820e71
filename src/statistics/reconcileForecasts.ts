import {choleskyFactor, choleskySolve} from './cholesky.ts';

/** A sum that must hold between forecasts, by their places in the list. */
export interface SumConstraint {
  readonly total: number;
  readonly parts: readonly number[];
}

/**
 * Changes forecasts as little as possible so that parts add up to their totals: ỹ = ŷ − W Cᵀ (C W Cᵀ)⁻¹ C ŷ, the weighted
 * least-squares reconciliation, in the form of constraints, so that one total may have several divisions.
 *
 * @param forecasts of all series, totals and parts, in one unit
 * @param weights how much of a disagreement each series takes: all 1 is ordinary least squares; the number of bottom series in
 * each is structural WLS; 0 for the bottom series, which then stay as they are, is bottom-up
 * @param sums the constraints, none of which follows from the others
 * @returns the reconciled forecasts in the same order. They may be negative where weights are not in proportion to the forecasts.
 * @throws RangeError when the weights leave a constraint that cannot be met, or one follows from the others
 * @see S. L. Wickramasuriya, G. Athanasopoulos, R. J. Hyndman (2019), J. Am. Stat. Assoc. 114, 804–819
 * @example reconcileForecasts([12, 4, 6], [2, 1, 1], [{total: 0, parts: [1, 2]}]) // [11, 4.5, 6.5]
 */
export function reconcileForecasts(
  forecasts: readonly number[],
  weights: readonly number[],
  sums: readonly SumConstraint[]
): number[] {
  const rows = sums.map(({total, parts}) => {
    const row = forecasts.map(() => 0);
    row[total] = 1;
    for (const part of parts) row[part] = -1;
    return row;
  });
  const product = (a: readonly number[], b: readonly number[]) => a.reduce((sum, value, i) => sum + value * b[i]!, 0);
  const weighted = rows.map((row) => row.map((value, i) => value * weights[i]!));
  const factor = choleskyFactor(weighted.map((row) => rows.map((other) => product(row, other))));
  if (factor === undefined) {
    throw new RangeError('the sums cannot be reconciled: their weights are 0, or one follows from the others');
  }
  const multipliers = choleskySolve(
    factor,
    rows.map((row) => product(row, forecasts))
  );
  return forecasts.map(
    (value, i) =>
      value -
      product(
        multipliers,
        weighted.map((row) => row[i]!)
      )
  );
}
