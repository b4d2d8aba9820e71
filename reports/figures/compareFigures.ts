import type {KpiValue, SiteKpi} from '../../src/publish/siteData.ts';

export type Direction = 'up' | 'down' | 'same';
export type Tone = 'better' | 'worse' | 'neutral';
/** `beyond`: the interval of the difference leaves zero out. `within`: it holds zero. `unknown`: no interval. */
export type Certainty = 'beyond' | 'within' | 'unknown';

/** How one figure differs from another of the same KPI. */
export interface Comparison {
  earlier: KpiValue & {value: number};
  direction: Direction;
  tone: Tone;
  certainty: Certainty;
}

/**
 * Compares a figure with an earlier one.
 *
 * The interval of the difference is put together from the two printed intervals by Newcombe's method
 * (square-and-add of the distances to the limits): Newcombe, Statistics in Medicine 17 (1998), method 10.
 *
 * @returns undefined when either figure is missing or withheld.
 */
export function compareFigures(kpi: SiteKpi, later?: KpiValue, earlier?: KpiValue): Comparison | undefined {
  if (!isPublished(later) || !isPublished(earlier)) return undefined;
  const difference = later.value - earlier.value;
  const direction = difference > 0 ? 'up' : difference < 0 ? 'down' : 'same';
  const interval = differenceInterval(later, earlier);
  const certainty = interval === undefined ? 'unknown' : interval[0] > 0 || interval[1] < 0 ? 'beyond' : 'within';
  return {earlier, direction, tone: toneOf(kpi, direction), certainty};
}

/** The interval of `later − earlier`, from the two intervals; undefined when one of them has none. */
export function differenceInterval(later: KpiValue, earlier: KpiValue): [number, number] | undefined {
  const {value: b, low: bLow, high: bHigh} = later;
  const {value: a, low: aLow, high: aHigh} = earlier;
  if (a === null || aLow === null || aHigh === null || b === null || bLow === null || bHigh === null) return undefined;
  return [b - a - Math.hypot(b - bLow, aHigh - a), b - a + Math.hypot(bHigh - b, a - aLow)];
}

/** Whether a figure has a value that may be printed. */
export function isPublished(figure: KpiValue | undefined): figure is KpiValue & {value: number} {
  return figure !== undefined && figure.value !== null && !figure.is_withheld;
}

function toneOf(kpi: SiteKpi, direction: Direction): Tone {
  if (kpi.better === 'neither' || direction === 'same') return 'neutral';
  return (kpi.better === 'higher') === (direction === 'up') ? 'better' : 'worse';
}
