/*---
what: how many cases are to be expected in the coming months, and what was expected of the last ones
grain: one row per figure, member, last month used and month forecast
method: forecasts
options:
  horizon: 6
  season: 12
  minimum_points: 12
  minimum_seasons: 2
  shortest_training: 6
  longest_training: 60
  folds: 12
  minimum_folds: 8
  harmonics: 2
  large_count: 50
  dispersion: 0.1
  coverage_tolerance: 0.08
  record: 12
  minimum_cases: 24
  most_members: 12
notes: only months that are over, up to the last one with a case, are used. model is that with the best score of its past forecasts.
  mase is its error as a multiple of that of the seasonal naive method within the months it learned from; mase_naive is what that method
  has on the same months. coverage is the share of the counts that came within the intervals forecast for them, over all steps of the
  forecasts of the last months. The member (rest) stands for all that are too small or too new. actual is null for months to come;
  is_outside95 says of the others that the month came otherwise than forecast. note lists short_history, naive_not_beaten and coverage_low
---*/
with
run as (select timezone(time_zone, as_of) as local_as_of from config.run),
figures as (
  select kpi_values.kpi, kpi_values.dimension, kpi_values.member, kpi_values.period_start, kpi_values.value
  from marts.kpi_values
  cross join run
  where kpi_values.kpi in ('valid_complaints')
    and kpi_values.grain = 'month'
    and kpi_values.dimension in ('all', 'category', 'department')
    and kpi_values.period_start + interval 1 month <= run.local_as_of
),
spans as (
  select kpi, min(period_start)::timestamp as first_month, max(period_start)::timestamp as last_month
  from figures
  where dimension = 'all'
  group by kpi
),
months as (
  select kpi, unnest(generate_series(first_month, last_month, interval 1 month))::date as period_start
  from spans
),
totals as (
  select months.kpi, 'all' as dimension, 'all' as member, months.period_start, coalesce(figures.value, 0) as "value"
  from months
  left join figures on figures.kpi = months.kpi and figures.period_start = months.period_start and figures.dimension = 'all'
),
series as (
  select * from totals
  union all
  select * from figures where dimension <> 'all'
)
select kpi, 'month' as grain, dimension, member, period_start, "value"::double as "value"
from series
order by kpi, dimension, member, period_start
