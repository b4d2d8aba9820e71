const SHIFT = 3 / 8;

/**
 * A count on the scale on which it scatters alike at any level: like a root while chance rules, like a logarithm where the count is
 * large. It is Anscombe's transformation of a negative binomial count.
 *
 * @param count ≥ 0
 * @param dispersion how much counts scatter beyond chance, as a share of them, > 0: 0.1 is a tenth
 * @returns ≥ 0, about 1 per standard deviation
 * @see F. J. Anscombe (1948), Biometrika 35, 246–254
 * @example stabilisedCount(100, 0.1) // 17.64…
 */
export function stabilisedCount(count: number, dispersion: number): number {
  return (2 / dispersion) * Math.asinh(dispersion * Math.sqrt(count + SHIFT));
}

/** The count, ≥ 0, of a value of `stabilisedCount` by the same dispersion; 0 for values under its range. */
export function countOfStabilised(value: number, dispersion: number): number {
  const root = Math.sinh((Math.max(0, value) * dispersion) / 2) / dispersion;
  return Math.max(0, root * root - SHIFT);
}
