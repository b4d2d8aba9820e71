import {proportionFunnel, type FunnelUnit, type ProportionFunnel} from '../statistics/proportionFunnel.ts';
import {shrinkProportions} from '../statistics/shrinkProportions.ts';
import {wilsonInterval, type Interval} from '../statistics/wilsonInterval.ts';
import {compareRates} from './compareRates.ts';
import {groupsOf} from './groups.ts';
import type {MethodRow} from './method.ts';
import type {ComparisonSettings, Unit} from './comparisons.ts';

/** Compares the units of each figure and period. It runs in Node and in the browser. */
export function compareUnits(units: readonly Unit[], settings: ComparisonSettings): MethodRow[] {
  const filled = units.filter(({total}) => total > 0);
  return groupsOf(filled, ['kpi', 'grain', 'period_start', 'dimension', 'role']).flatMap((peers) => {
    if (peers[0]!.kind === 'rate') return compareRates(peers, settings);
    return peers[0]!.kind === 'ratio' ? compareProportions(peers, settings) : peers.map(uncompared);
  });
}

function compareProportions(units: readonly Unit[], settings: ComparisonSettings): MethodRow[] {
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
      ...uncompared(unit),
      low: interval.low,
      high: interval.high,
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
      ...(isJudged && near && far && verdictOf(value, {near, far, centre: funnel.target}, unit.better, settings.widest))
    };
  });
}

/** A unit as it is counted, beside nobody. */
export function uncompared({count, total, expected, ...unit}: Unit): MethodRow {
  return {
    kpi: unit.kpi,
    grain: unit.grain,
    period_start: unit.period_start,
    period_end: unit.period_end,
    dimension: unit.dimension,
    role: unit.role,
    member: unit.member,
    count,
    total,
    value: count / total,
    low: null,
    high: null,
    reference: unit.reference,
    expected,
    ratio: null,
    adjusted: null,
    shrunk: null,
    centre: null,
    low95: null,
    high95: null,
    low998: null,
    high998: null,
    dispersion: null,
    units: 0,
    z: null,
    verdict: 'cannot_tell',
    direction: null
  };
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

/** What the place of a unit in a funnel tells of it; `widest` is how far the inner limits may lie from the centre, so that something is told. */
export function verdictOf(
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
