import type {Database} from '../warehouse/duckdb.ts';
import {literal} from '../warehouse/quote.ts';
import {additiveBatches, additiveValues} from './additive.ts';
import type {Counted} from './counted.ts';
import {durationBatches, durationValues, quantileId} from './durations.ts';
import {GRAINS, GRAIN_LENGTHS} from './slices.ts';
import {stockBatches, stockValues} from './stocks.ts';

/**
 * Rolls the counted records of all KPIs up into marts.kpi_values: every grain, every dimension, with intervals, targets,
 * and the marks of denominators that are too small and of figures that may still change: their period is not over, or the
 * calendar of a year that they need is not published yet.
 *
 * Needs config.run, policy.targets and the macros of src/statistics/intervalsSql.ts.
 */
export async function rollUp(counted: readonly Counted[], database: Database): Promise<void> {
  await database.execute(`
    create or replace temp table rolled (
      kpi varchar, grain varchar, period_start date, dimension varchar, member varchar,
      numerator double, denominator double, squares double, value double, is_provisional boolean
    );
    create or replace temp table figures (kpi varchar, kind varchar, minimum double);`);
  const there = counted.filter(({isEmpty}) => !isEmpty);
  const of = (isOf: (kind: string) => boolean) => there.filter(({kpi}) => isOf(kpi.header.kind));
  const insert = async (values: string) => database.execute(`insert into rolled ${values}`);
  for (const batch of additiveBatches(of((kind) => Object.hasOwn(ESTIMATES, kind))))
    await insert(additiveValues(batch));
  for (const batch of stockBatches(of((kind) => kind === 'stock'))) await insert(stockValues(batch));
  for (const batch of durationBatches(of((kind) => kind === 'duration'))) await durationValues(batch, insert, database);
  const figures = counted.flatMap(({kpi: {id, header}}) =>
    [id, ...(header.quantiles ?? []).slice(1).map((quantile) => quantileId(id, quantile))].map(
      (name) => `(${literal(name)}, ${literal(header.kind)}, ${header.minimum})`
    )
  );
  if (figures.length > 0) await database.execute(`insert into figures values ${figures.join(', ')}`);
  await database.execute(`
    create or replace table marts.kpi_values as
    with
    run as (select timezone(time_zone, as_of) as local_as_of from config.run),
    targets as (
      select kpi, target, timezone(time_zone, effective_from) as from_day, timezone(time_zone, effective_until) as until_day
      from policy.targets, config.run
    ),
    judged as (
      select
        rolled.* exclude (is_provisional),
        rolled.numerator as n,
        nullif(rolled.denominator, 0) as d,
        figures.kind,
        coalesce(rolled.denominator < figures.minimum, false) as is_withheld,
        rolled.is_provisional or rolled.period_start + ${grainInterval('rolled.grain')} > run.local_as_of as is_provisional,
        targets.target
      from rolled
      join figures using (kpi)
      cross join run
      left join targets
        on targets.kpi = rolled.kpi and rolled.period_start >= targets.from_day and rolled.period_start < targets.until_day
    )
    select
      kpi, grain, period_start, dimension, member, numerator, denominator,
      case when not is_withheld then ${estimateSql('value', 'value')} end as value,
      case when not is_withheld then ${estimateSql('low', 'null')} end as low,
      case when not is_withheld then ${estimateSql('high', 'null')} end as high,
      target, is_provisional, is_withheld
    from judged
    order by kpi, grain, period_start, dimension, member;
    drop table rolled; drop table figures;`);
}

function grainInterval(grain: string): string {
  return `case ${grain} ${GRAINS.map((name) => `when ${literal(name)} then interval ${GRAIN_LENGTHS[name]}`).join(' ')} end`;
}

/** The value of each additive kind with its interval, by numerator n, denominator d and the sum of the squared numerators. */
const ESTIMATES: Readonly<Record<string, {value: string; low: string; high: string}>> = {
  count: {value: 'n', low: 'poisson_low(n)', high: 'poisson_high(n)'},
  sum: {value: 'n', low: 'null', high: 'null'},
  ratio: {value: 'n / d', low: 'wilson_low(n, d)', high: 'wilson_high(n, d)'},
  mean: {value: 'n / d', low: 'mean_low(n, squares, d)', high: 'mean_high(n, squares, d)'},
  rate: {value: 'n / d', low: 'poisson_low(n) / d', high: 'poisson_high(n) / d'}
};

/** An estimate of a figure by its kind; kinds that are not additive have none but what they bring. */
function estimateSql(name: 'value' | 'low' | 'high', otherwise: string): string {
  const cases = Object.entries(ESTIMATES).map(([kind, estimates]) => `when ${literal(kind)} then ${estimates[name]}`);
  return `case kind ${cases.join(' ')} else ${otherwise} end`;
}
