/*---
what: each figure month by month against what its own past lets one expect
grain: one row per figure, member and month that has a value
method: signals
options: {window: 36, provisional_from: 12, firm_from: 20, widen_below: 0.05, rules: anhoej}
notes: limits come from the latest 36 months that are over. A count is compared per day of its month. verdict is ordinary, better,
  worse or changed; too_few, unfinished or before_window where nothing is judged. assurance is that of the target, met or missed where chance
  alone would not change it, unsure otherwise
---*/
with
run as (select timezone(time_zone, as_of)::date as today from config.run),
figures as (
  select kpi_values.*, kpis.kind, kpis.unit, kpis.better
  from marts.kpi_values
  join config.kpis as kpis using (kpi)
  cross join run
  where grain = 'month' and dimension in ('all', 'department', 'category') and period_start < run.today
),
spans as (
  select kpi, kind, unit, better, dimension, member, min(period_start) as first_month
  from figures
  group by all
),
last_months as (select kpi, max(period_start) as last_month from figures group by kpi),
months as (
  select spans.*, unnest(generate_series(first_month::timestamp, last_month::timestamp, interval 1 month))::date as period_start
  from spans
  join last_months using (kpi)
)
select
  months.kpi,
  'month' as grain,
  months.dimension,
  months.member,
  months.period_start,
  case
    when months.kind = 'ratio' and months.unit = 'percent' then 'proportion'
    when months.kind in ('count', 'rate') then months.kind
    else 'individuals'
  end as family,
  case when months.kind = 'count' then coalesce(figures.numerator, 0) else figures.numerator end as numerator,
  case when months.kind = 'count' then day(last_day(months.period_start)) else figures.denominator end::double as denominator,
  case when months.kind = 'count' then coalesce(figures.value, 0) else figures.value end as "value",
  months.better,
  figures.target,
  months.period_start + interval 1 month <= run.today as is_over
from months
cross join run
left join figures using (kpi, dimension, member, period_start)
order by months.kpi, months.dimension, months.member, months.period_start
