/** Limits of ordinary variation over a series, as all control charts have them. */
export interface ControlChart {
  /** In the unit of the values. */
  readonly centre: number;
  /** Per point, in the unit of the values. */
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  /** By how much the limits are widened for over-dispersion (Laney's σ_z); 1 where they are not. */
  readonly dispersion: number;
}

/** Mean moving range of two over the standard deviation of normal values: 2/√π, as tables round it. */
export const D2 = 1.128;

/** The mean absolute difference of neighbours; 0 with fewer than two values. */
export function meanMovingRange(values: readonly number[]): number {
  let sum = 0;
  for (let i = 1; i < values.length; i++) sum += Math.abs(values[i]! - values[i - 1]!);
  return values.length < 2 ? 0 : sum / (values.length - 1);
}
