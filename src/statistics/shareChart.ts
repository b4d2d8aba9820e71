import {sum} from 'simple-statistics';
import {type ControlChart, D2, meanMovingRange} from './controlChart.ts';

/** How a chart of counts over sizes is made. */
export interface ShareChartOptions {
  /** Points that don't make the centre and the widening. */
  readonly excluded?: readonly boolean[] | undefined;
  /** Whether the limits are widened (Laney): by the mean moving range of the residuals over 1.128, when that is above 1. */
  readonly isWidened?: boolean | undefined;
}

/** Limits of counts over sizes, three standard deviations of each point to both sides of the pooled share. */
export function shareChart(
  counts: readonly number[],
  sizes: readonly number[],
  {excluded, isWidened = false}: ShareChartOptions,
  distribution: {
    readonly residuals: (counts: readonly number[], sizes: readonly number[]) => number[];
    /** Of one unit of size. */
    readonly variance: (centre: number) => number;
    readonly highest: number;
  }
): ControlChart {
  const isKept = (_: number, i: number) => !excluded?.[i];
  const [keptCounts, keptSizes] = [counts.filter(isKept), sizes.filter(isKept)];
  const total = sum(keptSizes);
  if (!(total > 0)) throw new RangeError('a chart needs at least one point with a size that makes its limits');
  const centre = sum(keptCounts) / total;
  const sigmaZ = isWidened ? meanMovingRange(distribution.residuals(keptCounts, keptSizes)) / D2 : 1;
  const dispersion = Math.max(1, sigmaZ);
  const half = (size: number) =>
    size > 0 ? 3 * dispersion * Math.sqrt(distribution.variance(centre) / size) : Infinity;
  return {
    centre,
    lower: sizes.map((size) => Math.max(0, centre - half(size))),
    upper: sizes.map((size) => Math.min(distribution.highest, centre + half(size))),
    dispersion
  };
}
