/** What the seasonal naive method says of the next points. */
export interface SeasonalNaive {
  /** One per step: the value of the same season, one season before. */
  readonly points: readonly number[];
  /** One per step: σ·√(⌊(h−1)/season⌋+1), σ² being the mean squared seasonal difference; 0 without any difference. */
  readonly standardErrors: readonly number[];
}

/**
 * The seasonal naive forecast: each step repeats the last value of its season. It is what any other forecast has to beat.
 *
 * @param values in order of time, without gaps; at least `season` of them
 * @param season how many points make a season, e.g. 12 months
 * @param horizon how many steps to forecast
 * @returns undefined when there are fewer values than a season
 * @see R. J. Hyndman, G. Athanasopoulos (2021), Forecasting: Principles and Practice, 3rd ed., 5.2 and 5.5
 * @example seasonalNaive([1, 2, 3, 4], 2, 3) // {points: [3, 4, 3], standardErrors: [2, 2, 2.828…]}
 */
export function seasonalNaive(values: readonly number[], season: number, horizon: number): SeasonalNaive | undefined {
  if (values.length < season) return undefined;
  const last = values.slice(-season);
  const sigma = Math.sqrt(seasonalScale(values, season)?.squared ?? 0);
  const steps = Array.from({length: horizon}, (_, step) => step);
  return {
    points: steps.map((step) => last[step % season]!),
    standardErrors: steps.map((step) => sigma * Math.sqrt(Math.floor(step / season) + 1))
  };
}

/** How far a series is from its own value one season before. */
export interface SeasonalScale {
  /** The mean absolute seasonal difference, in the unit of the values. */
  readonly absolute: number;
  /** The mean squared seasonal difference. */
  readonly squared: number;
}

/** The scale of MASE and RMSSE: the in-sample errors of the seasonal naive method. Undefined without a seasonal difference. */
export function seasonalScale(values: readonly number[], season: number): SeasonalScale | undefined {
  const count = values.length - season;
  if (count < 1) return undefined;
  let [absolute, squared] = [0, 0];
  for (let i = season; i < values.length; i++) {
    const difference = values[i]! - values[i - season]!;
    absolute += Math.abs(difference);
    squared += difference * difference;
  }
  return {absolute: absolute / count, squared: squared / count};
}
