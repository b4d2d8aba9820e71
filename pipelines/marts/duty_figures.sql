/*---
what: what each clause of the policy is measured by, in the latest period that is over, and whether it was kept
grain: one row per clause and figure
notes: the period is that of marts.latest_figures. verdict is kept or missed by the target of that period, measured where there is no
  target or no better direction, and not_measurable where there is no value
---*/
with
latest as (
  select figures.*
  from marts.latest_figures as latest
  join marts.kpi_values as figures
    on figures.kpi = latest.kpi
    and figures.grain = latest.grain
    and figures.period_start = latest.period_start
    and figures.dimension = 'all'
  where latest.is_over
),
chosen as (
  select * from latest where value is not null
)
select
  duties.position,
  duties.clause,
  figures.position as figure_position,
  figures.kpi,
  chosen.grain,
  chosen.period_start,
  chosen.numerator,
  chosen.denominator,
  chosen.value,
  chosen.low,
  chosen.high,
  chosen.target,
  coalesce(chosen.is_provisional, false) as is_provisional,
  case
    when chosen.value is null then 'not_measurable'
    when chosen.target is null or kpis.better = 'neither' then 'measured'
    when kpis.better = 'lower' then case when chosen.value <= chosen.target then 'kept' else 'missed' end
    else case when chosen.value >= chosen.target then 'kept' else 'missed' end
  end as verdict,
  case
    when chosen.value is not null then null
    when latest.kpi is null then 'no_records'
    else 'too_few_records'
  end as reason
from config.duties as duties
join config.duty_figures as figures using (clause)
join config.kpis as kpis using (kpi)
left join latest on latest.kpi = figures.kpi
left join chosen on chosen.kpi = figures.kpi
order by duties.position, figures.position
