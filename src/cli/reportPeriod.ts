import type {Figures} from '../../reports/figures/figures.ts';
import {parsePeriod, type Period} from '../../reports/figures/period.ts';
import {UsageError} from '../config/problems.ts';

/** Reads a period that has a report. Throws a UsageError for anything else. */
export function readReportPeriod(text: string): Period {
  const period = parsePeriod(text);
  if (period === undefined) throw new UsageError(`"${text}" is no period of a report; give 2026-10, 2026-Q3 or 2026`);
  return period;
}

/** Throws a UsageError with the periods that there are when there is no report of one. */
export function refuseAbsent({grain, id}: Period, figures: Figures): void {
  const ids = figures.periods(grain).map((period) => period.id);
  if (ids.includes(id)) return;
  const told = ids.length > 0 ? `there are reports of ${ids[0]!} to ${ids.at(-1)!}` : 'no period has any records yet';
  throw new UsageError(`there is no report of ${id}; ${told}`);
}
