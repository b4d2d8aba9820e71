import type {ReportGrain} from '../../src/publish/siteData.ts';

/** The grains that have lasting pages of their own. */
export const REPORT_GRAINS = ['month', 'quarter', 'year'] as const satisfies readonly ReportGrain[];

/** One month, quarter or year. `start` is its first day, YYYY-MM-DD; `id` is its page name. */
export interface Period {
  grain: ReportGrain;
  start: string;
  id: string;
}

const MONTHS: Record<ReportGrain, number> = {month: 1, quarter: 3, year: 12};

/**
 * Names the period of a grain that begins on a day.
 *
 * @example periodOf('quarter', '2026-10-01').id // '2026-Q4'
 */
export function periodOf(grain: ReportGrain, start: string): Period {
  const [year, month] = yearAndMonth(start);
  if (grain === 'year') return {grain, start, id: pad(year, 4)};
  if (grain === 'quarter') return {grain, start, id: `${pad(year, 4)}-Q${Math.ceil(month / 3)}`};
  return {grain, start, id: start.slice(0, 7)};
}

/** Reads a page name such as 2026-10, 2026-Q4 or 2026 back to its period; undefined when it is none. */
export function parsePeriod(id: string): Period | undefined {
  const found = /^(\d{4})(?:-(?:Q([1-4])|(0[1-9]|1[0-2])))?$/i.exec(id);
  if (found === null) return undefined;
  const [, year, quarter, month] = found;
  if (quarter !== undefined) return periodOf('quarter', `${year}-${pad(Number(quarter) * 3 - 2, 2)}-01`);
  if (month !== undefined) return periodOf('month', `${year}-${month}-01`);
  return periodOf('year', `${year}-01-01`);
}

/** The period of the same grain that lies `steps` further on; negative steps go back. */
export function shiftPeriod(period: Period, steps: number): Period {
  const [year, month] = yearAndMonth(period.start);
  const months = year * 12 + (month - 1) + steps * MONTHS[period.grain];
  return periodOf(period.grain, `${pad(Math.floor(months / 12), 4)}-${pad((months % 12) + 1, 2)}-01`);
}

/** The same month or quarter of the year before; a year has none beside the year before it. */
export function sameLastYear(period: Period): Period | undefined {
  return period.grain === 'year' ? undefined : shiftPeriod(period, -12 / MONTHS[period.grain]);
}

/** The quarter or year that a period lies in. */
export function periodAround(period: Period, grain: ReportGrain): Period {
  const [year, month] = yearAndMonth(period.start);
  const first = Math.floor((month - 1) / MONTHS[grain]) * MONTHS[grain] + 1;
  return periodOf(grain, `${pad(year, 4)}-${pad(first, 2)}-01`);
}

/** Whether a period has ended at a local time, YYYY-MM-DD HH:MM. */
export function isOver(period: Period, asOf: string): boolean {
  return shiftPeriod(period, 1).start <= asOf.slice(0, 10);
}

function yearAndMonth(day: string): [number, number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7))];
}

function pad(number: number, length: number): string {
  return String(number).padStart(length, '0');
}
