/** The models that a forecast can come from. */
export type ModelName = 'level' | 'mstl' | 'negative_binomial' | 'seasonal_naive';

/** What a model has to know besides the values. */
export interface Shape {
  /** How many points make a season. */
  readonly season: number;
  /** How many steps to forecast. */
  readonly horizon: number;
}

/** A way to continue a series of counts. */
export interface Forecaster {
  readonly name: ModelName;
  /** How many seasons of values it needs. */
  readonly seasons: number;
  /** The expected value of each step, ≥ 0; undefined where the values do not let it be fitted. `values` are in order of time, without gaps. */
  readonly forecast: (values: readonly number[], shape: Shape) => readonly number[] | undefined;
}
