/*---
what: each figure month by month, and as a whole week by week, against what its own past lets one expect
grain: one row per figure, member and period that has a value
method: signals
options: {window: {month: 36, week: 52}, provisional_from: 12, firm_from: 20, widen_below: 0.05, rules: anhoej}
notes: limits come from the latest periods that are over, so many at most, and begin anew at a change of the work that the pipeline records,
  rebased_on. A count is compared per day of its period. verdict is ordinary,
  better, worse or changed; too_few, unfinished or before_window where nothing is judged. assurance is that of the target, met or missed where
  chance alone would not change it, unsure otherwise
---*/
with
run as (select timezone(time_zone, as_of)::date as today from config.run),
grains as (
  select *
  from (values ('month', interval 1 month), ('week', interval 7 days)) as lengths(grain, length)
),
figures as (
  select kpi_values.*, kpis.kind, kpis.unit, kpis.better
  from marts.kpi_values
  join config.kpis as kpis using (kpi)
  cross join run
  where (dimension = 'all' or (grain = 'month' and dimension in ('department', 'category'))) and period_start < run.today
),
spans as (
  select kpi, kind, unit, better, grain, length, dimension, member, min(period_start) as first_start
  from figures
  join grains using (grain)
  group by all
),
ends as (select kpi, grain, max(period_start) as last_start from figures group by kpi, grain),
periods as (
  select spans.*, unnest(generate_series(first_start::timestamp, last_start::timestamp, length))::date as period_start
  from spans
  join ends using (kpi, grain)
)
select
  periods.kpi,
  periods.grain,
  periods.dimension,
  periods.member,
  periods.period_start,
  case
    when periods.kind = 'ratio' and periods.unit = 'percent' then 'proportion'
    when periods.kind in ('count', 'rate') then periods.kind
    else 'individuals'
  end as family,
  case when periods.kind = 'count' then coalesce(figures.numerator, 0) else figures.numerator end as numerator,
  case
    when periods.kind = 'count' then datediff('day', periods.period_start, (periods.period_start + periods.length)::date)
    else figures.denominator
  end::double as denominator,
  case when periods.kind = 'count' then coalesce(figures.value, 0) else figures.value end as "value",
  periods.better,
  figures.target,
  changes.rebased_on::varchar as rebased_on,
  periods.period_start + periods.length <= run.today as is_over
from periods
cross join run
left join figures using (kpi, grain, dimension, member, period_start)
left join lateral (
  select max(process_changes.from_day) as rebased_on
  from config.process_changes
  where process_changes.kpi = periods.kpi and process_changes.from_day <= periods.period_start
) as changes on true
order by periods.kpi, periods.grain, periods.dimension, periods.member, periods.period_start
