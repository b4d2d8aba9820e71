import {UsageError} from '../config/problems.ts';
import type {Grain} from '../transform/slices.ts';

/** A period as asked for on the command line. */
export interface Period {
  readonly grain: Grain;
  /** Its first day, YYYY-MM-DD. */
  readonly start: string;
}

/** Reads 2026, 2026-Q3, 2026-10, 2026-W40, or the first day of a month (2026-10-01). Throws a UsageError for anything else. */
export function readPeriod(text: string): Period {
  const match = /^(\d{4})(?:-(?:Q([1-4])|W(\d{2})|(0[1-9]|1[0-2])(?:-01)?))?$/.exec(text);
  if (!match) throw new UsageError(`"${text}" is no period; give 2026, 2026-Q3, 2026-10 or 2026-W40`);
  const [, year, quarter, week, month] = match;
  if (quarter !== undefined)
    return {grain: 'quarter', start: `${year}-${String(Number(quarter) * 3 - 2).padStart(2, '0')}-01`};
  if (week !== undefined) return {grain: 'week', start: mondayOf(Number(year), Number(week), text)};
  return month === undefined ? {grain: 'year', start: `${year}-01-01`} : {grain: 'month', start: `${year}-${month}-01`};
}

/** The Monday of an ISO 8601 week: week 1 holds January 4th. */
function mondayOf(year: number, week: number, text: string): string {
  const fourth = new Date(Date.UTC(year, 0, 4));
  const weekday = (fourth.getUTCDay() + 6) % 7;
  const monday = new Date(Date.UTC(year, 0, 4 - weekday + (week - 1) * 7));
  const thursday = new Date(monday.getTime() + 3 * 86_400_000);
  if (week < 1 || thursday.getUTCFullYear() !== year) throw new UsageError(`"${text}": ${year} has no week ${week}`);
  return monday.toISOString().slice(0, 10);
}
