import {mean} from 'simple-statistics';
import {type ControlChart, D2, meanMovingRange} from './controlChart.ts';

/**
 * The chart of individual values: mean ± 3/1.128 of the mean moving range. For means, medians, durations and large counts.
 *
 * @param values in time order
 * @param options.baseline so many first points make the limits; all by default
 * @param options.excluded points that don't make the limits; the ranges are taken between the neighbours that stay
 * @returns limits for all values; those of a single value lie on the centre
 * @throws RangeError when no value makes the limits
 * @see D. C. Montgomery, Introduction to Statistical Quality Control, 6.4
 * @example xmrChart([10, 12, 11]) // {centre: 11, lower: [7.01064, …], upper: [14.98936, …], dispersion: 1}
 */
export function xmrChart(
  values: readonly number[],
  {
    baseline = values.length,
    excluded
  }: {readonly baseline?: number | undefined; readonly excluded?: readonly boolean[] | undefined} = {}
): ControlChart {
  const kept = values.filter((_, i) => i < baseline && !excluded?.[i]);
  if (kept.length === 0) throw new RangeError('a chart needs at least one value that makes its limits');
  // A mean of equal values is that value, without the error of rounding.
  const centre = Math.min(Math.max(mean(kept), Math.min(...kept)), Math.max(...kept));
  const half = (3 * meanMovingRange(kept)) / D2;
  return {centre, lower: values.map(() => centre - half), upper: values.map(() => centre + half), dispersion: 1};
}
