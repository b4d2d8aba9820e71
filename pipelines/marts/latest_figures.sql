/*---
what: the period in which each figure is read where no other is named
grain: one row per figure that has any
notes: the shortest period that ended last and has a value; where none of these has one, the latest one that has. Where no period
  that is over has a value, the latest of them, and where none is over, the one that is going on
---*/
with
run as (select timezone(time_zone, as_of) as local_as_of from config.run),
grains as (
  select *
  from (values ('month', 1, interval 1 month), ('quarter', 2, interval 3 months), ('year', 3, interval 1 year)) as lengths(grain, place, length)
),
figures as (
  select
    figures.kpi,
    figures.grain,
    grains.place,
    figures.period_start,
    figures.value is not null as has_value,
    figures.period_start + grains.length <= run.local_as_of as is_over,
    figures.period_start + 2 * grains.length > run.local_as_of as is_last
  from marts.kpi_values as figures
  join grains using (grain)
  cross join run
  where figures.dimension = 'all' and figures.period_start < run.local_as_of
),
chosen as (
  select
    *,
    row_number() over (
      partition by kpi
      order by is_over desc, has_value desc, is_last desc, case when is_last then place else 0 end, period_start desc, place
    ) as choice
  from figures
)
select kpi, grain, period_start, is_over
from chosen
where choice = 1
order by kpi
