import {identifier, literal, literalList} from '../warehouse/quote.ts';
import {batchesOf} from './batches.ts';
import type {Counted} from './counted.ts';
import {GRAINS, GRAIN_LENGTHS, GRAIN_ROWS, MOST_RECORDS, groupingSets, periodStart, sliceColumns} from './slices.ts';

/** Stocks that can be added up in one statement: they have the same dimensions. */
export function stockBatches(counted: readonly Counted[]): Counted[][] {
  return batchesOf(counted, ({dimensions}) => dimensions, MOST_RECORDS);
}

/**
 * What was there at the end of each period: what had come less what had gone, added up day by day. A period without a
 * change keeps the stock of the one before; a member has no row before its first record and none after its last has gone.
 */
export function stockValues(batch: readonly Counted[]): string {
  const [{dimensions}] = batch as [Counted];
  const columns = ['local_at', 'local_until', 'is_provisional', ...dimensions.map(identifier)].join(', ');
  const counted = batch.map(({sql}, place) => `select ${place + 1}::usmallint as place, ${columns} from (${sql})`);
  const ids = literalList(batch.map(({kpi}) => kpi.id));
  const periods = GRAINS.map(
    (grain) => `select place, ${literal(grain)} as grain, unnest(generate_series(
      date_trunc(${literal(grain)}, min(day)),
      (select date_trunc(${literal(grain)}, timezone(time_zone, as_of)) from config.run),
      interval ${GRAIN_LENGTHS[grain]}
    ))::date as period_start
    from days group by place`
  );
  return `
    with
    counted as (${counted.join(' union all ')}),
    moves as (
      select * replace (local_at::date as local_at), 1 as change from counted
      union all
      select * replace (local_until::date as local_at), -1 as change from counted where local_until is not null
    ),
    days as (
      select place, local_at::date as day, ${sliceColumns(dimensions)}, sum(change) as change,
        coalesce(sum(change) filter (is_provisional), 0) as provisional_change
      from moves
      group by ${groupingSets('place, local_at', dimensions)}
    ),
    changes as (
      select place, grain, ${periodStart('day')} as period_start, dimension, member,
        sum(change) as change, sum(provisional_change) as provisional_change
      from days, ${GRAIN_ROWS}
      group by all
    ),
    periods as (${periods.join(' union all ')}),
    members as (select place as stock, dimension, member, min(day) as first_day from days group by all),
    levels as (
      select
        place, periods.grain, periods.period_start, members.dimension, members.member, changes.change,
        sum(coalesce(changes.change, 0)) over so_far as level,
        sum(coalesce(changes.provisional_change, 0)) over so_far > 0 as is_provisional
      from periods
      join members on members.stock = periods.place and periods.period_start >= date_trunc(periods.grain, members.first_day)
      left join changes using (place, grain, period_start, dimension, member)
      window so_far as (partition by place, periods.grain, members.dimension, members.member order by periods.period_start)
    )
    select ${ids}[place], grain, period_start, dimension, member, level, null, null, level, is_provisional
    from levels
    where level > 0 or change is not null or dimension = 'all'`;
}
