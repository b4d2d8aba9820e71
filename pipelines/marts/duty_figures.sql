/*---
what: what each clause of the policy is measured by, in the latest period that is over, and whether it was kept
grain: one row per clause and figure
notes: the period is that of marts.latest_figures. verdict is kept or missed by the target of that period, measured where there is no
  target or no better direction, and not_measurable where there is no value
---*/
with
latest as (
  select kpi, grain, period_start
  from marts.latest_figures
  where is_over
)
select
  duties.position,
  duties.clause,
  named.position as figure_position,
  named.kpi,
  periods.grain,
  periods.period_start,
  periods.numerator,
  periods.denominator,
  periods.value,
  periods.low,
  periods.high,
  periods.target,
  coalesce(periods.is_provisional, false) as is_provisional,
  coalesce(periods.verdict, 'not_measurable') as verdict,
  case
    when periods.value is not null then null
    when latest.kpi is null then 'no_records'
    else 'too_few_records'
  end as reason
from config.duties as duties
join config.duty_figures as named using (clause)
left join latest using (kpi)
left join marts.duty_periods as periods
  on periods.clause = duties.clause
  and periods.kpi = named.kpi
  and periods.grain = latest.grain
  and periods.period_start = latest.period_start
order by duties.position, named.position
