/**
 * Divides a whole number among parts in proportion to their shares, in whole numbers that add up to it (largest remainders).
 *
 * @param total a whole number ≥ 0
 * @param shares ≥ 0, in any unit; equal ones where all are 0
 * @returns whole numbers ≥ 0 in the order of the shares, with the sum `total`; of equal remainders the first is rounded up.
 * Empty without shares.
 * @see M. L. Balinski, H. P. Young (1982), Fair Representation (Hamilton's method)
 * @example apportion(10, [1, 1, 1]) // [4, 3, 3]
 */
export function apportion(total: number, shares: readonly number[]): number[] {
  const sum = shares.reduce((a, b) => a + b, 0);
  const exact = shares.map((share) => (sum > 0 ? (total * share) / sum : total / shares.length));
  const whole = exact.map(Math.floor);
  const left = total - whole.reduce((a, b) => a + b, 0);
  const byRemainder = exact.map((value, i) => ({i, remainder: value - whole[i]!}));
  byRemainder.sort((a, b) => b.remainder - a.remainder || a.i - b.i);
  for (const {i} of byRemainder.slice(0, left)) whole[i]! += 1;
  return whole;
}
