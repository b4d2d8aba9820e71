import type {Database} from '../warehouse/duckdb.ts';
import {identifier, literal, literalList} from '../warehouse/quote.ts';
import type {Counted} from './counted.ts';
import {GRAINS, MOST_RECORDS, grainRows, groupingSets, periodStart, sliceColumns, type Grain} from './slices.ts';

/**
 * Rolls up the Kaplan–Meier quantiles of a duration, with open cases censored: the shortest time by which the estimated share still
 * open has fallen to 1 − q. numerator: cases that ended; denominator: all.
 *
 * While nothing is censored before a quantile, the curve is the plain share that is still open, so the quantile is that of
 * the times with open cases set to infinity. Only the slices where a case was censored earlier need the whole curve.
 */
export async function durationValues(
  counted: Counted,
  quantiles: readonly number[],
  unitSeconds: number,
  insert: (values: string) => Promise<void>,
  database: Database
): Promise<void> {
  const units = {quantiles, unitSeconds};
  if (counted.records * GRAINS.length <= MOST_RECORDS) {
    await insert(grainValues(counted, GRAINS, units));
    return;
  }
  await database.execute(`create or replace temp table held as ${counted.sql}`);
  for (const grain of GRAINS) await insert(grainValues({...counted, sql: 'from held'}, [grain], units));
  await database.execute('drop table held');
}

/** The quantiles for the periods of some grains. */
function grainValues(
  {kpi, sql, dimensions}: Counted,
  grains: readonly Grain[],
  {quantiles, unitSeconds}: {quantiles: readonly number[]; unitSeconds: number}
): string {
  const names = ['all', ...dimensions];
  const members = [`'all'`, ...dimensions.map((name) => `coalesce(${identifier(name)}, '')`)];
  const found = quantiles.map((quantile, i) => `min(seconds) filter (still_open <= 1 - ${quantile} + 1e-12) as q${i}`);
  const rows = quantiles.map((quantile, i) => {
    const id = i === 0 ? kpi.id : quantileId(kpi.id, quantile);
    const plain = `slices.plain[${i + 1}]`;
    return `select ${literal(id)}, grain, period_start, dimension, member, slices.ended, slices.total, null,
      case
        when slices.first_censored < ${plain} then curves.q${i}
        when isfinite(${plain}) then ${plain}
      end / ${unitSeconds}, false
    from slices left join curves using (grain, period_start, dimension, member)`;
  });
  return `
    with
    counted as (${sql}),
    placed as (
      select grain, ${periodStart('local_at')} as period_start, seconds, is_open${dimensions.map((name) => `, ${identifier(name)}`).join('')}
      from counted, ${grainRows(grains)}
    ),
    slices as materialized (
      select grain, period_start, ${sliceColumns(dimensions)},
        count(*) filter (not is_open) as ended, count(*) as total,
        min(seconds) filter (is_open) as first_censored,
        quantile_disc(case when is_open then 'infinity'::double else seconds end, [${quantiles.join(', ')}]) as plain
      from placed
      group by ${groupingSets('grain, period_start', dimensions)}
    ),
    censored as materialized (
      select row_number() over () as slice, grain, period_start, dimension, member
      from slices where first_censored < list_max(plain)
    ),
    sliced as (
      select grain, period_start, unnest(${literalList(names)}) as dimension, unnest([${members.join(', ')}]) as member, seconds, is_open
      from placed semi join censored using (grain, period_start)
    ),
    times as (
      select slice, seconds,
        count(*) filter (not is_open) as ended,
        sum(count(*)) over (partition by slice order by seconds desc) as at_risk
      from sliced join censored using (grain, period_start, dimension, member)
      group by slice, seconds
    ),
    curve as (
      select slice, seconds,
        exp(sum(case when ended = at_risk then -1e9 else ln(1 - ended / at_risk) end) over (
          partition by slice order by seconds
        )) as still_open
      from times
    ),
    found as (select slice, ${found.join(', ')} from curve group by slice),
    curves as materialized (select censored.*, found.* exclude (slice) from found join censored using (slice))
    ${rows.join(' union all ')}`;
}

/** The id under which a further quantile of a duration stands: time_to_resolve_p90. */
export function quantileId(id: string, quantile: number): string {
  return `${id}_p${Math.round(quantile * 100)}`;
}
