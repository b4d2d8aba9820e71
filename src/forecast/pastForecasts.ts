import type {Forecaster, Shape} from './forecaster.ts';

/**
 * The forecasts of a series from any of its points, each made of the values before it alone, and only once. `origin` is how many
 * values were known. Undefined where the model needs more of them, or could not be fitted.
 */
export type PastForecasts = (forecaster: Forecaster, origin: number) => readonly number[] | undefined;

/** Makes the forecasts of a series when they are first asked for, from at most `longest_training` values each. */
export function pastForecasts(
  values: readonly number[],
  shape: Shape & {readonly longest_training: number}
): PastForecasts {
  const made = new Map<string, readonly number[] | undefined>();
  return (forecaster, origin) => {
    const key = `${forecaster.name} ${origin}`;
    if (!made.has(key)) {
      const isEnough = origin >= forecaster.seasons * shape.season;
      made.set(
        key,
        isEnough
          ? forecaster.forecast(values.slice(Math.max(0, origin - shape.longest_training), origin), shape)
          : undefined
      );
    }
    return made.get(key);
  };
}
