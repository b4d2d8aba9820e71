/*---
what: what each clause of the policy is measured by, in the latest period that is over, and whether it was kept
grain: one row per clause and figure
notes: the shortest period that ended last and has a value counts; where none has one, the latest one that has. verdict is kept or
  missed by the target of that period, measured where there is no target, and not_measurable where there is no value
---*/
with
run as (select timezone(time_zone, as_of) as local_as_of from config.run),
grains as (
  select *
  from (values ('month', 1, interval 1 month), ('quarter', 2, interval 3 months), ('year', 3, interval 1 year)) as lengths(grain, place, length)
),
past as (
  select
    figures.kpi,
    figures.grain,
    grains.place,
    figures.period_start,
    figures.numerator,
    figures.denominator,
    figures.value,
    figures.low,
    figures.high,
    figures.target,
    figures.is_provisional,
    figures.period_start + 2 * grains.length > run.local_as_of as is_last
  from marts.kpi_values as figures
  join grains using (grain)
  cross join run
  where figures.dimension = 'all' and figures.period_start + grains.length <= run.local_as_of
),
counted as (
  select kpi, max(period_start) as last_period from past group by kpi
),
chosen as (
  select
    *,
    row_number() over (
      partition by kpi order by is_last desc, case when is_last then place else 0 end, period_start desc, place
    ) as choice
  from past
  where value is not null
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
    when chosen.target is null then 'measured'
    when kpis.better = 'lower' then case when chosen.value <= chosen.target then 'kept' else 'missed' end
    else case when chosen.value >= chosen.target then 'kept' else 'missed' end
  end as verdict,
  case
    when chosen.value is not null then null
    when counted.kpi is null then 'no_records'
    else 'too_few_records'
  end as reason
from config.duties as duties
join config.duty_figures as figures using (clause)
join config.kpis as kpis using (kpi)
left join counted using (kpi)
left join chosen on chosen.kpi = figures.kpi and chosen.choice = 1
order by duties.position, figures.position
