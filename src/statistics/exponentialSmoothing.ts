/**
 * The level at which a series ends by simple exponential smoothing, α being the one whose one-step forecasts have erred least.
 *
 * @param values in order of time, without gaps
 * @param alphas the smoothing weights to choose from, each in (0, 1]
 * @returns the level, in the unit of the values, and the α chosen; undefined without values or weights
 * @see R. J. Hyndman, G. Athanasopoulos (2021), Forecasting: Principles and Practice, 3rd ed., 8.1
 * @example exponentialSmoothing([4, 6], [0.5]) // {level: 5, alpha: 0.5}
 */
export function exponentialSmoothing(
  values: readonly number[],
  alphas: readonly number[]
): {level: number; alpha: number} | undefined {
  if (values.length === 0) return undefined;
  let best: {level: number; alpha: number; error: number} | undefined;
  for (const alpha of alphas) {
    let level = values[0]!;
    let error = 0;
    for (const value of values.slice(1)) {
      error += (value - level) ** 2;
      level += alpha * (value - level);
    }
    if (best === undefined || error < best.error) best = {level, alpha, error};
  }
  return best && {level: best.level, alpha: best.alpha};
}
