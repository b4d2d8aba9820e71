import {conformalQuantile} from '../statistics/conformalQuantile.ts';
import {normalQuantile} from '../statistics/normalQuantile.ts';
import {countOfStabilised, stabilisedCount} from '../statistics/stabilisedCount.ts';
import type {Interval} from '../statistics/wilsonInterval.ts';

/** The confidences of the intervals of a forecast. */
export const CONFIDENCES = [0.8, 0.95] as const;

/** A past forecast of one step and what came. */
export interface PastStep {
  /** From how many values it was made; the steps of one forecast err together. */
  readonly fold: number;
  /** From 1. */
  readonly step: number;
  readonly point: number;
  readonly actual: number;
}

/**
 * How far forecasts err: conformal quantiles of the errors of past ones, one per confidence. Errors are measured on a scale on which
 * counts scatter alike at any level (`stabilisedCount`), divided by step^growth, and pooled over the steps: a dozen folds are too few for
 * the 95 % quantile of each step. A fold is one lot, for its steps err together; on the series of bench:forecast that covers better than each
 * error as a lot.
 */
export interface Spread {
  readonly quantiles: readonly number[];
  /** The power of the step with which errors grow. */
  readonly growth: number;
  readonly dispersion: number;
}

/** How far the actual count of a past step was from its forecast, on the stabilised scale. */
export function stabilisedError({actual, point}: PastStep, dispersion: number): number {
  return Math.abs(stabilisedCount(actual, dispersion) - stabilisedCount(point, dispersion));
}

/**
 * The intervals of a forecast, one per confidence, in counts; low ≥ 0. They are never narrower than what chance alone does to a count of
 * this size (Poisson), which the errors of a few folds may fall short of by luck.
 */
export function intervalsAround(point: number, step: number, {quantiles, growth, dispersion}: Spread): Interval[] {
  const centre = stabilisedCount(point, dispersion);
  const chance = 1 / Math.sqrt(1 + dispersion * dispersion * point);
  return quantiles.map((quantile, i) => {
    const half = Math.max(quantile * step ** growth, CHANCE_QUANTILES[i]! * chance);
    return {low: countOfStabilised(centre - half, dispersion), high: countOfStabilised(centre + half, dispersion)};
  });
}

const CHANCE_QUANTILES = CONFIDENCES.map((confidence) => normalQuantile(confidence));

/** The quantiles of errors already divided by step^growth, ascending, from so many forecasts. */
export function quantilesOf(errors: readonly number[], lots: number): number[] {
  return CONFIDENCES.map((confidence) => conformalQuantile(errors, confidence, lots) ?? 0);
}
