import {apportion} from '../statistics/apportion.ts';
import {reconcileForecasts} from '../statistics/reconcileForecasts.ts';

/** The forecasts of one step: of the total, and of the parts of each division of it. */
export interface Division<T> {
  readonly total: T;
  /** By division, e.g. by category and by department, the parts in their order. */
  readonly parts: readonly (readonly T[])[];
}

/** Forecasts that agree. */
export interface Agreed {
  /** The reconciled count, ≥ 0. */
  readonly exact: number;
  /** The same as a whole number; those of the parts of a division add up to that of the total. */
  readonly whole: number;
}

/** A series without any case expected takes hardly any of a disagreement: this share of what the largest takes. */
const LEAST_SHARE = 1e-6;

/**
 * Makes forecasts of one step agree: the parts of each division add up to the total, in whole numbers as well. The weights are
 * those of structural WLS with the single case as the bottom series: each forecast takes of a disagreement in proportion to its size.
 */
export function agreeingForecasts({total, parts}: Division<number>): Division<Agreed> {
  const forecasts = [total, ...parts.flat()];
  const sums = parts.map((division, i) => {
    const first = 1 + parts.slice(0, i).reduce((sum, {length}) => sum + length, 0);
    return {total: 0, parts: division.map((_, j) => first + j)};
  });
  const least = LEAST_SHARE * Math.max(1, ...forecasts);
  const weights = forecasts.map((forecast) => Math.max(forecast, least));
  const exact = reconcileForecasts(
    forecasts,
    weights,
    sums.filter((sum) => sum.parts.length > 0)
  ).map((forecast) => Math.max(0, forecast));
  const whole = Math.round(exact[0]!);
  return {
    total: {exact: exact[0]!, whole},
    parts: sums.map((sum) => {
      const shares = sum.parts.map((i) => exact[i]!);
      // One that would have been negative is 0, and the others bear it.
      const scale = exact[0]! / shares.reduce((all, share) => all + share, 0);
      const wholes = apportion(whole, shares);
      return shares.map((share, i) => ({
        exact: Number.isFinite(scale) ? share * scale : exact[0]! / shares.length,
        whole: wholes[i]!
      }));
    })
  };
}
