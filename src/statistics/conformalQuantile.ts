/**
 * The split-conformal quantile of errors: a new error is at most this with a probability of at least `confidence`, whatever the
 * distribution, as long as it comes from the same one. It is the ⌈n·confidence·(1 + 1/lots)⌉-th smallest of n errors; with each error
 * a lot of its own, the ⌈(n + 1)·confidence⌉-th.
 *
 * @param errors absolute errors on points that the forecast had not seen, ascending
 * @param confidence between 0 and 1, exclusive
 * @param lots how many independent lots the errors come in, e.g. one per forecast whose steps err together
 * @returns in the unit of the errors; the largest error where there are too few for this confidence; undefined without errors
 * @see J. Lei, M. G’Sell, A. Rinaldo, R. J. Tibshirani, L. Wasserman (2018), J. Am. Stat. Assoc. 113, 1094–1111
 * @example conformalQuantile([1, 2, 3, 4, 5, 6, 7, 8, 9], 0.8) // 8
 */
export function conformalQuantile(
  errors: readonly number[],
  confidence: number,
  lots: number = errors.length
): number | undefined {
  // 20 · 0.95 is a hair above 19 in floating point.
  const rank = Math.ceil(errors.length * confidence * (1 + 1 / lots) - 1e-9);
  return errors[Math.min(rank, errors.length) - 1];
}
