import {proportionFunnel, type FunnelUnit, type ProportionFunnel} from '../statistics/proportionFunnel.ts';
import {shrinkProportions} from '../statistics/shrinkProportions.ts';
import {wilsonInterval, type Interval} from '../statistics/wilsonInterval.ts';
import {groupsOf} from './groups.ts';
import type {MethodRow} from './method.ts';
import type {ComparisonSettings, Unit} from './comparisons.ts';

/** Compares the units of each figure and period. It runs in Node and in the browser. */
export function compareUnits(units: readonly Unit[], settings: ComparisonSettings): MethodRow[] {
  return groupsOf(units, ['kpi', 'grain', 'period_start', 'dimension']).flatMap((peers) => compare(peers, settings));
}

function compare(all: readonly Unit[], settings: ComparisonSettings): MethodRow[] {
  const units = all.filter(({total}) => total > 0);
  const judged = units.filter(({total, minimum, expected}) => total >= minimum && expected !== null);
  const shrunk = shrinkProportions(
    units.map(({count}) => count),
    units.map(({total}) => total)
  )?.shrunk;
  // Where all is alike in everything, no funnel can be drawn.
  const isFlat = units.every(({count}) => count === 0) || units.every(({count, total}) => count === total);
  const adjusted = new Map(units.map((unit) => [unit, adjust(unit)]));
  const funnel =
    judged.length < settings.least_units || isFlat
      ? undefined
      : funnelOfOrdinary(
          judged.map((unit) => ({count: adjusted.get(unit)! * unit.total, total: unit.total})),
          settings
        );
  return units.map((unit, i) => {
    const {count, total, expected} = unit;
    const interval = wilsonInterval(count, total, settings.confidence)!;
    const [near, far] = [settings.look, settings.investigate].map((confidence) => funnel?.limits(total, confidence));
    const value = adjusted.get(unit)!;
    const isJudged = funnel !== undefined && judged.includes(unit);
    return {
      kpi: unit.kpi,
      grain: unit.grain,
      period_start: unit.period_start,
      period_end: unit.period_end,
      dimension: unit.dimension,
      member: unit.member,
      count,
      total,
      value: count / total,
      low: interval.low,
      high: interval.high,
      expected,
      ratio: expected === null || expected === 0 ? null : count / expected,
      adjusted: expected === null ? null : value,
      shrunk: shrunk?.[i] ?? null,
      centre: funnel?.target ?? null,
      low95: near?.low ?? null,
      high95: near?.high ?? null,
      low998: far?.low ?? null,
      high998: far?.high ?? null,
      dispersion: funnel?.phi ?? null,
      units: judged.length,
      z: isJudged ? funnel.distance({count: value * total, total}) : null,
      ...(isJudged && near && far
        ? verdictOf(value, {near, far, centre: funnel.target}, unit.better, settings.widest)
        : {verdict: 'cannot_tell', direction: null})
    };
  });
}

/**
 * A funnel that is made by the ordinary units. Of few units one that is far out widens the very limits that are to show it: as long as the
 * farthest lies outside the outer limits that all others make, it does not make the funnel.
 */
export function funnelOfOrdinary(
  units: readonly FunnelUnit[],
  settings: ComparisonSettings
): ProportionFunnel | undefined {
  const {trim, investigate, least_units} = settings;
  const funnel = proportionFunnel(units, {trim});
  if (!funnel || units.length <= least_units) return funnel;
  const farthest = units.reduce((far, unit) =>
    Math.abs(funnel.distance(unit)) > Math.abs(funnel.distance(far)) ? unit : far
  );
  const others = units.filter((unit) => unit !== farthest);
  const limits = proportionFunnel(others, {trim})!.limits(farthest.total, investigate);
  return isOutside(farthest.count / farthest.total, limits) ? funnelOfOrdinary(others, settings) : funnel;
}

/**
 * The proportion that the unit would have with its peers' cases. The rarer of the two outcomes is standardised, so that it stays within
 * 0 and 1: a unit with 4 % of failures where 2 % are expected has twice as many as its peers.
 */
function adjust({count, total, reference, expected}: Unit): number {
  if (reference === null || expected === null || expected <= 0 || expected >= total) return count / total;
  const standardised =
    reference <= 0.5 ? (reference * count) / expected : 1 - ((1 - reference) * (total - count)) / (total - expected);
  return Math.min(1, Math.max(0, standardised));
}

function isOutside(value: number, {low, high}: Interval): boolean {
  return value < low || value > high;
}

function verdictOf(
  value: number,
  {near, far, centre}: {readonly near: Interval; readonly far: Interval; readonly centre: number},
  better: Unit['better'],
  widest: number
): MethodRow {
  if (!isOutside(value, near)) {
    const isTold = Math.max(centre - near.low, near.high - centre) <= widest;
    return {verdict: isTold ? 'as_expected' : 'cannot_tell', direction: null};
  }
  const isHigh = value > near.high;
  const direction =
    better === 'neither' ? (isHigh ? 'higher' : 'lower') : (better === 'higher') === isHigh ? 'better' : 'worse';
  return {verdict: isOutside(value, far) ? 'investigate' : 'look', direction};
}
