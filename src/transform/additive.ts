import {identifier, literal, literalList} from '../warehouse/quote.ts';
import {batchesOf} from './batches.ts';
import type {Counted} from './counted.ts';
import {GRAIN_ROWS, MOST_RECORDS, groupingSets, periodStart, sliceColumns} from './slices.ts';

/** Additive KPIs that can be summed in one statement: they have the same dimensions and the same kind of numbers. */
export function additiveBatches(counted: readonly Counted[]): Counted[][] {
  return batchesOf(counted, ({isWhole, dimensions}) => [isWhole, dimensions], MOST_RECORDS);
}

/**
 * Kinds whose value is Σ numerator / Σ denominator: summed by day once, then by grain. Sums are exact, for those of floating-point
 * numbers depend on the order in which threads add them up.
 */
export function additiveValues(batch: readonly Counted[]): string {
  const [{dimensions, isWhole}] = batch as [Counted];
  const [number, square] = isWhole ? ['bigint', 'bigint'] : ['decimal(38, 15)', 'decimal(38, 6)'];
  const columns = ['numerator', 'denominator', 'is_provisional', ...dimensions.map(identifier)].join(', ');
  const counted = batch.map(
    ({sql}, place) => `select ${place + 1}::usmallint as place, local_at::date as day, ${columns} from (${sql})`
  );
  const ids = literalList(batch.map(({kpi}) => kpi.id));
  const withoutDenominator = batch.filter(({kpi: {header}}) => header.kind === 'count' || header.kind === 'sum');
  const known = withoutDenominator.map(({kpi}) => literal(kpi.id));
  return `
    with
    counted as (${counted.join(' union all ')}),
    days as (
      select place, day, ${sliceColumns(dimensions)},
        sum(numerator::${number}) as n, sum(denominator::${number}) as d, sum((numerator * numerator)::${square}) as squares,
        bool_or(is_provisional) as is_provisional
      from counted
      group by ${groupingSets('place, day', dimensions)}
    ),
    periods as (
      select ${ids}[place] as kpi, grain, ${periodStart('day')} as period_start, dimension, member,
        sum(n) as n, nullif(sum(d), 0) as d, sum(squares) as squares, bool_or(is_provisional) as is_provisional
      from days, ${GRAIN_ROWS}
      group by all
    )
    select kpi, grain, period_start, dimension, member, n,
      ${known.length === 0 ? 'coalesce(d, 0)' : `case when kpi in (${known.join(', ')}) then d else coalesce(d, 0) end`},
      squares, null, is_provisional
    from periods`;
}
