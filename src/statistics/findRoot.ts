/**
 * Where a continuous function changes its sign, by Chandrupatla's method: inverse quadratic steps where they are safe, else halves.
 *
 * @param f of which f(low) and f(high) have different signs
 * @param tolerance relative; by default about the last digit of a double
 * @returns a root; the end with the value nearer to 0 where the signs are the same
 * @see T. R. Chandrupatla (1997), Advances in Engineering Software 28, 145–149
 * @example findRoot((x) => x * x - 2, 0, 2) // 1.41421
 */
export function findRoot(f: (x: number) => number, low: number, high: number, tolerance = 4 * Number.EPSILON): number {
  let [x1, x2] = [high, low];
  let [f1, f2] = [f(x1), f(x2)];
  if (f1 * f2 > 0) return Math.abs(f1) < Math.abs(f2) ? x1 : x2;
  let t = 0.5;
  for (;;) {
    const best = Math.abs(f1) < Math.abs(f2) ? x1 : x2;
    const least = (tolerance * Math.abs(best) + Number.MIN_VALUE) / Math.abs(x2 - x1);
    if (least > 0.5 || f1 === 0 || f2 === 0) return best;
    const x = x1 + Math.min(1 - least, Math.max(least, t)) * (x2 - x1);
    const fx = f(x);
    const isSameSide = fx * f1 > 0;
    const [x3, f3] = isSameSide ? [x1, f1] : [x2, f2];
    if (!isSameSide) [x2, f2] = [x1, f1];
    [x1, f1] = [x, fx];
    const xi = (x1 - x2) / (x3 - x2);
    const phi = (f1 - f2) / (f3 - f2);
    t =
      phi * phi < xi && (1 - phi) * (1 - phi) < 1 - xi
        ? (f1 / (f2 - f1)) * (f3 / (f2 - f3)) + (((x3 - x1) / (x2 - x1)) * (f1 / (f3 - f1)) * f2) / (f3 - f2)
        : 0.5;
  }
}
