import type {Calendar} from '../../pipelines/calendars/schema.ts';
import type {Policy} from '../../pipelines/policies/schema.ts';
import {writeCalendar, type YearRange} from '../calendar/writeCalendar.ts';
import {ProblemsError} from '../config/problems.ts';
import type {Database} from '../warehouse/duckdb.ts';
import {literal} from '../warehouse/quote.ts';

/** A limit of so many working days ends within a year, however many holidays there are. */
const WORKING_DAYS_PER_YEAR = 200;

/** Writes the calendar of all years that the clocks of a policy can reach from the records in staging. */
export async function writePolicyCalendar(
  policy: Policy,
  calendar: Calendar,
  {asOf, timeZone}: {readonly asOf: Date; readonly timeZone: string},
  database: Database
): Promise<void> {
  const [row] = await database.query<{first: number | null}>(`
    select year(least((select min(received_at) from staging.complaint), (select min("at") from staging.complaint_event)))::int as first`);
  // Clocks start at what is known by the as-of time.
  const thisYear = asOf.getUTCFullYear();
  const range: YearRange = {
    firstYear: Math.min(row?.first ?? thisYear, thisYear) - 1,
    lastYear: thisYear + longestYears(policy)
  };
  await writeCalendar(calendar, range, timeZone, database);
}

/** How many years on the longest clock can end. */
function longestYears({versions}: Policy): number {
  const limits = versions.flatMap(({clocks}) => clocks.map(({limit}) => limit));
  return 1 + Math.ceil(Math.max(0, ...limits) / WORKING_DAYS_PER_YEAR);
}

/**
 * Writes config.missing_years(calendar, year, clocks): the years that clocks needed and that the calendar lacks, with how
 * many clocks rest on a stand-in for each. Needs core.clocks. Throws a ProblemsError where the policy says to stop then.
 */
export async function writeMissingYears(policy: Policy, database: Database): Promise<void> {
  await database.execute(`
    create or replace table config.missing_years as
    select ${literal(policy.calendar)} as calendar, year(days.day) as year, count(distinct (complaint_id, clock)) as clocks
    from core.clocks
    join calendar.days as days
      on days.day >= started_at::date and days.starts_at < due_at and not days.is_known
    where is_provisional
    group by year order by year`);
  if (policy.calendar_missing === 'provisional') return;
  const missing = await database.query<{year: string; clocks: string}>('select year, clocks from config.missing_years');
  if (missing.length > 0) {
    throw new ProblemsError(
      missing.map(
        ({year, clocks}) =>
          `calendar "${policy.calendar}", years.${year}: missing; ${clocks} clocks of the policy "${policy.id}" need it; add the year, or let the policy say "calendar_missing: provisional"`
      )
    );
  }
}
