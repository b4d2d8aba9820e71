import type {Database} from '../warehouse/duckdb.ts';
import {localSql} from '../warehouse/zoneSql.ts';

// Instants are subtracted as numbers: DuckDB's own difference knows the calendar, and a day of 23 hours is a day to it.
const DAY_US = 86_400_000_000;

/**
 * Writes `calendar.open_hours`: for each version of the policy its business hours on each day of the calendar, in order,
 * as instants, with `before_us`, the microseconds of all earlier hours of that version. Open is each instant at which the
 * wall clock stands within the hours: on a day on which clocks change, hours that are leaped over are left out, and hours
 * that occur twice count twice. Reads calendar.days and policy.business_hours; empty where the policy has no such hours.
 */
export async function writeOpenHours(timeZone: string, database: Database): Promise<void> {
  await database.execute(`
    create table calendar.open_hours as
    with hours as (
      select "on", effective_from, effective_until, ${dayTimeSql('"from"')} as from_us, ${dayTimeSql('"to"')} as to_us
      from policy.business_hours
    ),
    -- The parts of a day in which clocks keep one distance to UTC: one part, and two when they change.
    parts as (
      select day, is_workday, starts_at, ends_at, epoch_us(day::timestamp) - epoch_us(starts_at) as offset_us
      from calendar.days
      where epoch_us(ends_at) - epoch_us(starts_at) = ${DAY_US}
      union all
      select day, is_workday, min(minute), max(minute) + interval 1 minute, offset_us
      from (
        select day, is_workday, minute, epoch_us(${localSql('minute', timeZone)}) - epoch_us(minute) as offset_us
        from (
          select day, is_workday, unnest(range(starts_at, ends_at, interval 1 minute)) as minute
          from calendar.days
          where epoch_us(ends_at) - epoch_us(starts_at) <> ${DAY_US}
        )
      )
      group by day, is_workday, offset_us
    ),
    opened as (
      select
        effective_from,
        effective_until,
        greatest(starts_at, make_timestamptz(epoch_us(day::timestamp) + from_us - offset_us)) as opens_at,
        least(ends_at, make_timestamptz(epoch_us(day::timestamp) + to_us - offset_us)) as closes_at
      from parts join hours on is_workday or "on" = 'every_day'
    )
    select
      *,
      coalesce(
        sum(epoch_us(closes_at) - epoch_us(opens_at)) over (
          partition by effective_from order by opens_at rows between unbounded preceding and 1 preceding
        ),
        0
      )::bigint as before_us
    from opened
    where opens_at < closes_at
    order by effective_from, opens_at;`);
}

/** SQL of the microseconds from midnight to a time of day such as 08:30 or 24:00. */
function dayTimeSql(column: string): string {
  return `(left(${column}, 2)::bigint * 60 + right(${column}, 2)::bigint) * 60000000`;
}
