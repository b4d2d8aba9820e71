import type {Database} from '../warehouse/duckdb.ts';
import {identifier, literalList} from '../warehouse/quote.ts';
import {batchesOf} from './batches.ts';
import type {Counted} from './counted.ts';
import {GRAINS, MOST_RECORDS, grainRows, groupingSets, periodStart, sliceColumns, type Grain} from './slices.ts';

/** Seconds of the units in which a duration can be printed. */
const UNIT_SECONDS: Readonly<Record<string, number>> = {days: 86_400, hours: 3600, minutes: 60};

/** Durations that can be rolled up in one statement: they have the same dimensions and the same quantiles. */
export function durationBatches(counted: readonly Counted[]): Counted[][] {
  return batchesOf(counted, (one) => [quantilesOf(one), one.dimensions], MOST_RECORDS / GRAINS.length);
}

/**
 * Rolls up the Kaplan–Meier quantiles of a batch of durations, with open cases censored: the shortest time by which the estimated share
 * still open has fallen to 1 − q. numerator: cases that ended; denominator: all.
 *
 * While nothing is censored before a quantile, the curve is the plain share that is still open, so the quantile is that of
 * the times with open cases set to infinity. Only the slices where a case was censored earlier need the whole curve.
 */
export async function durationValues(
  batch: readonly Counted[],
  insert: (values: string) => Promise<void>,
  database: Database
): Promise<void> {
  const records = batch.reduce((sum, one) => sum + one.records, 0);
  if (records * GRAINS.length <= MOST_RECORDS) {
    await insert(grainValues(batch, placedRecords(batch), GRAINS));
    return;
  }
  await database.execute(`create or replace temp table held as ${placedRecords(batch)}`);
  for (const grain of GRAINS) await insert(grainValues(batch, 'from held', [grain]));
  await database.execute('drop table held');
}

function quantilesOf({kpi}: Counted): readonly number[] {
  return kpi.header.quantiles ?? [0.5];
}

/** The records of a batch, with the place of their KPI in it. */
function placedRecords(batch: readonly Counted[]): string {
  const [{dimensions}] = batch as [Counted];
  const columns = ['local_at', 'seconds', 'is_open', ...dimensions.map(identifier)].join(', ');
  return batch
    .map(({sql}, place) => `select ${place + 1}::usmallint as place, ${columns} from (${sql})`)
    .join(' union all ');
}

/** The quantiles for the periods of some grains, of the records of a batch. */
function grainValues(batch: readonly Counted[], records: string, grains: readonly Grain[]): string {
  const [first] = batch as [Counted];
  const [quantiles, {dimensions}] = [quantilesOf(first), first];
  const names = ['all', ...dimensions];
  const members = [`'all'`, ...dimensions.map((name) => `coalesce(${identifier(name)}, '')`)];
  const found = quantiles.map((quantile, i) => `min(seconds) filter (still_open <= 1 - ${quantile} + 1e-12) as q${i}`);
  const units = batch.map(({kpi}) => UNIT_SECONDS[kpi.header.unit] ?? 1);
  const rows = quantiles.map((quantile, i) => {
    const ids = batch.map(({kpi}) => (i === 0 ? kpi.id : quantileId(kpi.id, quantile)));
    const plain = `slices.plain[${i + 1}]`;
    return `select ${literalList(ids)}[place], grain, period_start, dimension, member, slices.ended, slices.total, null,
      case
        when slices.first_censored < ${plain} then curves.q${i}
        when isfinite(${plain}) then ${plain}
      end / [${units.join(', ')}][place], false
    from slices left join curves using (place, grain, period_start, dimension, member)`;
  });
  return `
    with
    counted as (${records}),
    placed as (
      select place, grain, ${periodStart('local_at')} as period_start, seconds, is_open${dimensions.map((name) => `, ${identifier(name)}`).join('')}
      from counted, ${grainRows(grains)}
    ),
    slices as materialized (
      select place, grain, period_start, ${sliceColumns(dimensions)},
        count(*) filter (not is_open) as ended, count(*) as total,
        min(seconds) filter (is_open) as first_censored,
        quantile_disc(case when is_open then 'infinity'::double else seconds end, [${quantiles.join(', ')}]) as plain
      from placed
      group by ${groupingSets('place, grain, period_start', dimensions)}
    ),
    censored as materialized (
      select row_number() over () as slice, place, grain, period_start, dimension, member
      from slices where first_censored < list_max(plain)
    ),
    sliced as (
      select place, grain, period_start, unnest(${literalList(names)}) as dimension, unnest([${members.join(', ')}]) as member, seconds, is_open
      from placed semi join censored using (place, grain, period_start)
    ),
    times as (
      select slice, seconds,
        count(*) filter (not is_open) as ended,
        sum(count(*)) over (partition by slice order by seconds desc) as at_risk
      from sliced join censored using (place, grain, period_start, dimension, member)
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
