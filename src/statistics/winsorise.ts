/**
 * Draws the values beyond two quantiles (type 7: linear between the order statistics) to them.
 *
 * @param trim share on each side, 0 ≤ trim < 0.5
 * @returns in the order of the values
 * @example winsorise([0, 1, 2, 3, 100], 0.25) // [1, 1, 2, 3, 3]
 */
export function winsorise(values: readonly number[], trim: number): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const quantile = (share: number) => {
    const place = share * (sorted.length - 1);
    const below = sorted[Math.floor(place)]!;
    return below + (place % 1) * (sorted[Math.ceil(place)]! - below);
  };
  const [low, high] = [quantile(trim), quantile(1 - trim)];
  return values.map((value) => Math.min(high, Math.max(low, value)));
}
