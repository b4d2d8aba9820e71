import poissonCdf from '@stdlib/stats-base-dists-poisson-cdf';
import {sum} from 'simple-statistics';
import {poissonInterval} from '../statistics/poissonInterval.ts';
import {shrinkRates} from '../statistics/shrinkRates.ts';
import type {Interval} from '../statistics/wilsonInterval.ts';
import type {ComparisonSettings, Unit} from './comparisons.ts';
import {uncompared, verdictOf} from './compareUnits.ts';
import type {MethodRow} from './method.ts';

/**
 * Units with a total beside their peers by rates: events by what they are counted by. The limits of the funnel are exact Poisson ones
 * about the rate of all that are judged; z is Anscombe's, for the false discovery rate.
 */
export function compareRates(units: readonly Unit[], settings: ComparisonSettings): MethodRow[] {
  const judged = units.filter(({total, minimum, expected}) => total >= minimum && expected !== null);
  const centre = sum(judged.map(({count}) => count)) / sum(judged.map(({total}) => total));
  const isFunnel = judged.length >= settings.least_units && centre > 0;
  const shrunk = shrinkRates(
    units.map(({count}) => count),
    units.map(({total}) => total)
  )?.shrunk;
  return units.map((unit, i) => {
    const {count, total} = unit;
    const value = count / total;
    const interval = poissonInterval(count, settings.confidence);
    const told = {
      ...uncompared(unit),
      low: interval.low / total,
      high: interval.high / total,
      shrunk: shrunk?.[i] ?? null,
      units: judged.length
    };
    if (!isFunnel) return told;
    const [near, far] = [settings.look, settings.investigate].map((confidence) =>
      rateLimits(total, centre, confidence)
    ) as [Interval, Interval];
    return {
      ...told,
      adjusted: value,
      centre,
      low95: near.low,
      high95: near.high,
      low998: far.low,
      high998: far.high,
      dispersion: 1,
      ...(judged.includes(unit) && {
        z: distance(count, total * centre),
        ...verdictOf(value, {near, far, centre}, unit.better, settings.widest)
      })
    };
  });
}

/** The lowest and the highest rate that chance brings with this confidence: counts are whole, so a few events lie within however small the rate. */
function rateLimits(total: number, centre: number, confidence: number): Interval {
  const tail = (1 - confidence) / 2;
  const quantile = (probability: number) => {
    let count = 0;
    while (poissonCdf(count, total * centre) < probability) count++;
    return count / total;
  };
  return {low: quantile(tail), high: quantile(1 - tail)};
}

/** How many standard deviations a count lies from what is expected, on the scale of roots. */
function distance(count: number, expected: number): number {
  return 2 * (Math.sqrt(count + 3 / 8) - Math.sqrt(expected + 3 / 8));
}
