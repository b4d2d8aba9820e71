import {WEEKDAYS, type Calendar} from '../../pipelines/calendars/schema.ts';
import type {Database} from '../warehouse/duckdb.ts';
import {literalList} from '../warehouse/quote.ts';
import {instantSql} from '../warehouse/zoneSql.ts';
import {writeOpenHours} from './openHours.ts';

/** Whole years, the first and the last one included. */
export interface YearRange {
  readonly firstYear: number;
  readonly lastYear: number;
}

/**
 * Writes the calendar of a range of years, in a time zone, as the tables that clocks are computed with. The policy's
 * tables must stand already.
 *
 * - `calendar.days`, one row per day: starts_at and ends_at (the start of the next local day), is_workday, rank (how many
 *   working days there are up to and including this day), next_workday (this day if it is one, else the next one),
 *   is_known (its year stands in the calendar) and unknown_before (how many days before it stand in none).
 * - `calendar.workdays`, one row per working day: rank, day, ends_at.
 * - `calendar.open_hours`: the policy's business hours; see writeOpenHours.
 */
export async function writeCalendar(
  calendar: Calendar,
  range: YearRange,
  timeZone: string,
  database: Database
): Promise<void> {
  await database.execute(`
    create or replace schema calendar;
    create table calendar.days as ${daysSql(calendar, range, timeZone)};
    create table calendar.workdays as select rank, day, ends_at from calendar.days where is_workday order by rank;`);
  await writeOpenHours(timeZone, database);
}

function daysSql(calendar: Calendar, {firstYear, lastYear}: YearRange, timeZone: string): string {
  const years = Object.values(calendar.years);
  const holidays = years.flatMap((year) => year.holidays);
  const dates = (days: readonly string[]) => `${literalList(days)}::date[]`;
  const weekend = calendar.weekend.map((day) => WEEKDAYS.indexOf(day) + 1).join(', ');
  return `
    with holidays as (
      select unnest(generate_series(first_day, last_day, interval 1 day))::date as day
      from (
        select
          unnest(${dates(holidays.map(({from}) => from))}) as first_day,
          unnest(${dates(holidays.map(({from, to}) => to ?? from))}) as last_day
      )
    ),
    make_up as (select unnest(${dates(years.flatMap(({workdays}) => workdays))}) as day),
    -- A year more than asked for: the last days of December look for the next working day.
    every_day as (
      select
        range::date as day,
        list_contains(${literalList(Object.keys(calendar.years))}, strftime(range, '%Y')) as is_known
      from range(timestamp '${String(firstYear)}-01-01', timestamp '${String(lastYear + 2)}-01-01', interval 1 day)
    ),
    judged as (
      select
        day,
        is_known,
        case
          when day in (from make_up) then true
          when day in (from holidays) then false
          when list_contains([${weekend}]::bigint[], isodow(day)) then false
          else is_known or not list_contains(${literalList(calendar.fixed_holidays)}::varchar[], strftime(day, '%m-%d'))
        end as is_workday
      from every_day
    ),
    numbered as (
      select
        day,
        ${instantSql('day::timestamp', timeZone)} as starts_at,
        ${instantSql('(day + 1)::timestamp', timeZone)} as ends_at,
        is_workday,
        (count(*) filter (is_workday) over up_to_here)::integer as rank,
        min(case when is_workday then day end) over from_here as next_workday,
        is_known,
        ((count(*) filter (not is_known) over up_to_here) - (not is_known)::integer)::integer as unknown_before
      from judged
      window
        up_to_here as (order by day rows between unbounded preceding and current row),
        from_here as (order by day rows between current row and unbounded following)
    )
    select * from numbered where year(day) <= ${String(lastYear)} order by day`;
}
