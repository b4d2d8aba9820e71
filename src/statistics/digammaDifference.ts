/**
 * ψ(a + n) − ψ(a) of the digamma function, without the cancellation that the difference of two values has.
 *
 * @param a > 0
 * @param n ≥ 0
 * @see M. Abramowitz, I. A. Stegun, Handbook of Mathematical Functions, 6.3.5 and 6.3.18
 * @example digammaDifference(1, 2) // 1.5, which is 1/1 + 1/2
 */
export function digammaDifference(a: number, n: number): number {
  let sum = 0;
  let x = a;
  for (; x < 8; x++) sum += n / (x * (x + n));
  return sum + Math.log1p(n / x) + tail(x + n) - tail(x);
}

/** ψ(x) − ln x for x ≥ 8. */
function tail(x: number): number {
  const y = 1 / (x * x);
  return (
    -0.5 / x - y * (1 / 12 - y * (1 / 120 - y * (1 / 252 - y * (1 / 240 - y * (1 / 132 - y * (691 / 32760 - y / 12))))))
  );
}
