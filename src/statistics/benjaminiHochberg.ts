/**
 * The Benjamini–Hochberg step-up adjustment: the rate of false discoveries among all those with a q up to a limit stays below it.
 *
 * @param p of each test, without those that could not be made
 * @returns q in the order of p
 * @see Y. Benjamini, Y. Hochberg (1995), J. R. Stat. Soc. B 57, 289–300
 * @example benjaminiHochberg([0.01, 0.04, 0.03]) // [0.03, 0.04, 0.04]
 */
export function benjaminiHochberg(p: readonly number[]): number[] {
  const q = p.map(() => 1);
  const order = p.map((_, i) => i).sort((a, b) => p[b]! - p[a]!);
  let least = 1;
  order.forEach((i, larger) => {
    least = Math.min(least, (p[i]! * p.length) / (p.length - larger));
    // The largest p stands as it is, but for rounding.
    q[i] = Math.max(p[i]!, least);
  });
  return q;
}
