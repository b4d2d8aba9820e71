import type {KpiValue, SiteKpi} from '../../src/publish/siteData.ts';
import type {Compared} from '../../src/publish/siteReport.ts';
import type {Figures} from './figures.ts';
import type {Period} from './period.ts';

export type Direction = 'up' | 'down' | 'same';
export type Tone = 'better' | 'worse' | 'neutral';
/** `beyond`: the interval of the difference leaves zero out. `within`: it holds zero. `unknown`: no interval. */
export type Certainty = 'beyond' | 'within' | 'unknown';

/** How one figure differs from an earlier one of the same KPI. */
export interface Comparison {
  earlier: number;
  direction: Direction;
  tone: Tone;
  certainty: Certainty;
}

/** How a figure differs from the period before or from the same a year earlier, by marts.kpi_changes; undefined where it tells nothing of it. */
export function compareFigures(
  figures: Figures,
  kpi: SiteKpi,
  period: Period,
  compared: Compared
): Comparison | undefined {
  const change = figures.report.change(kpi.id, period, compared);
  if (change === undefined) return undefined;
  const {value, earlier, is_real} = change;
  const direction = value > earlier ? 'up' : value < earlier ? 'down' : 'same';
  const certainty = is_real === null ? 'unknown' : is_real ? 'beyond' : 'within';
  return {earlier, direction, tone: toneOf(kpi, direction), certainty};
}

/** Whether a figure has a value that may be printed. */
export function isPublished(figure: KpiValue | undefined): figure is KpiValue & {value: number} {
  return figure !== undefined && figure.value !== null && !figure.is_withheld;
}

function toneOf(kpi: SiteKpi, direction: Direction): Tone {
  if (kpi.better === 'neither' || direction === 'same') return 'neutral';
  return (kpi.better === 'higher') === (direction === 'up') ? 'better' : 'worse';
}
