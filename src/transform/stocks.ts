import {literal} from '../warehouse/quote.ts';
import type {Counted} from './counted.ts';
import {GRAINS, GRAIN_LENGTHS, GRAIN_ROWS, groupingSets, periodStart, sliceColumns} from './slices.ts';

/**
 * What was there at the end of each period: what had come less what had gone, added up day by day. A period without a
 * change keeps the stock of the one before; a member has no row before its first record and none after its last has gone.
 */
export function stockValues({kpi, sql, dimensions}: Counted): string {
  const periods = GRAINS.map(
    (grain) => `select ${literal(grain)} as grain, unnest(generate_series(
      (select date_trunc(${literal(grain)}, min(day)) from days),
      (select date_trunc(${literal(grain)}, timezone(time_zone, as_of)) from config.run),
      interval ${GRAIN_LENGTHS[grain]}
    ))::date as period_start`
  );
  return `
    with
    counted as (${sql}),
    moves as (
      select * replace (local_at::date as local_at), 1 as change from counted
      union all
      select * replace (local_until::date as local_at), -1 as change from counted where local_until is not null
    ),
    days as (
      select local_at::date as day, ${sliceColumns(dimensions)}, sum(change) as change,
        coalesce(sum(change) filter (is_provisional), 0) as provisional_change
      from moves
      group by ${groupingSets('local_at', dimensions)}
    ),
    changes as (
      select grain, ${periodStart('day')} as period_start, dimension, member,
        sum(change) as change, sum(provisional_change) as provisional_change
      from days, ${GRAIN_ROWS}
      group by all
    ),
    periods as (${periods.join(' union all ')}),
    members as (select dimension, member, min(day) as first_day from days group by all),
    levels as (
      select
        periods.grain, periods.period_start, members.dimension, members.member, changes.change,
        sum(coalesce(changes.change, 0)) over so_far as level,
        sum(coalesce(changes.provisional_change, 0)) over so_far > 0 as is_provisional
      from periods
      join members on periods.period_start >= date_trunc(periods.grain, members.first_day)
      left join changes using (grain, period_start, dimension, member)
      window so_far as (partition by periods.grain, members.dimension, members.member order by periods.period_start)
    )
    select ${literal(kpi.id)}, grain, period_start, dimension, member, level, null, null, level, is_provisional
    from levels
    where level > 0 or change is not null or dimension = 'all'`;
}
