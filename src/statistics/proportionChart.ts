import type {ControlChart} from './controlChart.ts';
import {standardisedProportions} from './overdispersion.ts';
import {shareChart, type ShareChartOptions} from './shareChart.ts';

/**
 * The p chart of proportions, or Laney's p′ chart, whose limits are widened by the variation between the points.
 *
 * @param numerators how many have the property, per point in time order
 * @param denominators how many there are; a point of none has the limits 0 and 1 and no part in the centre
 * @param options see ShareChartOptions
 * @returns limits as fractions, clipped to [0, 1]
 * @throws RangeError when all points that make the limits have no denominator
 * @see D. B. Laney (2002), Quality Engineering 14, 531–537
 * @example proportionChart([5, 8, 11], [20, 20, 20]) // {centre: 0.4, lower: [0.07137, …], upper: [0.72863, …], dispersion: 1}
 */
export function proportionChart(
  numerators: readonly number[],
  denominators: readonly number[],
  options: ShareChartOptions = {}
): ControlChart {
  return shareChart(numerators, denominators, options, {
    residuals: standardisedProportions,
    variance: (centre) => centre * (1 - centre),
    highest: 1
  });
}
