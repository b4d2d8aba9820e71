import type {ControlChart} from './controlChart.ts';
import {standardisedRates} from './overdispersion.ts';
import {shareChart, type ShareChartOptions} from './shareChart.ts';

/**
 * The u chart of rates, or Laney's u′ chart, whose limits are widened by the variation between the points.
 *
 * @param counts events, per point in time order
 * @param exposures what they are counted by; a point of none has the limits 0 and Infinity and no part in the centre
 * @param options see ShareChartOptions
 * @returns limits in events per unit of exposure, the lower ones clipped to 0
 * @throws RangeError when all points that make the limits have no exposure
 * @see D. B. Laney (2002), Quality Engineering 14, 531–537
 * @example rateChart([4, 9, 5], [2, 2, 2]) // {centre: 3, lower: [0, …], upper: [6.67423, …], dispersion: 1}
 */
export function rateChart(
  counts: readonly number[],
  exposures: readonly number[],
  options: ShareChartOptions = {}
): ControlChart {
  return shareChart(counts, exposures, options, {
    residuals: standardisedRates,
    variance: (centre) => centre,
    highest: Infinity
  });
}
