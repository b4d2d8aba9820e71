/** A forecast quantile: the value under which the actual one falls with a probability of `level`. */
export interface ForecastQuantile {
  /** Between 0 and 1, exclusive. */
  readonly level: number;
  readonly value: number;
}

/** The pinball loss of one quantile, in the unit of the values: what it costs to be `value` at `level` when `actual` comes. */
export function pinballLoss(actual: number, {level, value}: ForecastQuantile): number {
  return actual >= value ? level * (actual - value) : (1 - level) * (value - actual);
}

/**
 * The weighted interval score: twice the mean pinball loss over the quantiles. With the median and the bounds of K central intervals
 * this is Bracher's score (weights α/2 of the intervals, ½ of the median, divided by K + ½); a narrow interval is good, a miss is dear.
 *
 * @param actual the value that came
 * @param quantiles of the forecast, at least one
 * @returns ≥ 0, in the unit of the values; smaller is better. NaN without quantiles.
 * @see J. Bracher, E. L. Ray, T. Gneiting, N. G. Reich (2021), PLOS Comput. Biol. 17, e1008618
 * @example weightedIntervalScore(1, [{level: 0.25, value: 0}, {level: 0.75, value: 2}]) // 0.5
 */
export function weightedIntervalScore(actual: number, quantiles: readonly ForecastQuantile[]): number {
  return (2 * quantiles.reduce((sum, quantile) => sum + pinballLoss(actual, quantile), 0)) / quantiles.length;
}
