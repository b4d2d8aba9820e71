import {identifier, literal} from '../warehouse/quote.ts';
import type {Counted} from './counted.ts';
import {GRAINS, groupingSets, sliceColumns} from './slices.ts';

/**
 * Kaplan–Meier quantiles of a duration, with open cases censored: the shortest time by which the estimated share still
 * open has fallen to 1 − q. numerator: cases that ended; denominator: all.
 *
 * While nothing is censored before a quantile, the curve is the plain share that is still open, so the quantile is that of
 * the times with open cases set to infinity. Only the slices where a case was censored earlier need the whole curve.
 */
export function durationValues(
  {kpi, sql, dimensions}: Counted,
  quantiles: readonly number[],
  unitSeconds: number
): string {
  const slices = GRAINS.map(
    (grain) => `select ${literal(grain)} as grain, date_trunc(${literal(grain)}, local_at)::date as period_start,
      ${sliceColumns(dimensions)},
      count(*) filter (not is_open) as ended, count(*) as total,
      min(seconds) filter (is_open) as first_censored,
      quantile_disc(case when is_open then 'infinity'::double else seconds end, [${quantiles.join(', ')}]) as plain
    from counted
    group by ${groupingSets(`date_trunc(${literal(grain)}, local_at)::date`, dimensions)}`
  );
  const cases = GRAINS.flatMap((grain) =>
    ['all', ...dimensions].map(
      (dimension) => `select s.grain, s.period_start, s.dimension, s.member, counted.seconds, counted.is_open
        from counted join censored as s
          on s.grain = ${literal(grain)} and s.dimension = ${literal(dimension)}
          and s.period_start = date_trunc(${literal(grain)}, counted.local_at)::date
          and s.member = ${dimension === 'all' ? `'all'` : `coalesce(counted.${identifier(dimension)}, '')`}`
    )
  );
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
    counted as materialized (${sql}),
    slices as materialized (${slices.join(' union all ')}),
    censored as (select * from slices where first_censored < list_max(plain)),
    cases as (${cases.join(' union all ')}),
    times as (
      select grain, period_start, dimension, member, seconds,
        count(*) filter (not is_open) as ended,
        sum(count(*)) over (partition by grain, period_start, dimension, member order by seconds desc) as at_risk
      from cases
      group by grain, period_start, dimension, member, seconds
    ),
    curve as (
      select grain, period_start, dimension, member, seconds,
        exp(sum(case when ended = at_risk then -1e9 else ln(1 - ended / at_risk) end) over (
          partition by grain, period_start, dimension, member order by seconds
        )) as still_open
      from times
    ),
    curves as materialized (
      select grain, period_start, dimension, member, ${found.join(', ')}
      from curve
      group by grain, period_start, dimension, member
    )
    ${rows.join(' union all ')}`;
}

/** The id under which a further quantile of a duration stands: time_to_resolve_p90. */
export function quantileId(id: string, quantile: number): string {
  return `${id}_p${Math.round(quantile * 100)}`;
}
