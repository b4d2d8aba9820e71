/*---
what: how each figure as a whole differs from the period before and from the same period a year earlier
grain: one row per figure, period and compared period that both have a value
notes: compared is before or last_year, as in change_explanations. low and high are the 95 % interval of the change, put together from those of both
  figures by Newcombe's square-and-add; is_real tells that it leaves out zero, and is empty where a figure has no interval
---*/
with
lengths as (
  select *
  from (values ('month', interval 1 month), ('quarter', interval 3 months), ('year', interval 1 year)) as lengths(grain, length)
),
figures as (
  select kpi_values.*, lengths.length
  from marts.kpi_values
  join lengths using (grain)
  where dimension = 'all' and value is not null and not is_withheld
),
pairs as (
  select *, 'before' as compared, (period_start - length)::date as compared_start from figures
  union all
  select *, 'last_year', (period_start - interval 1 year)::date from figures where grain <> 'year'
),
changes as (
  select
    later.kpi,
    later.grain,
    later.period_start,
    later.compared,
    later.compared_start,
    later.value as "value",
    earlier.value as earlier,
    later.value - earlier.value as change,
    change - sqrt((later.value - later.low) ** 2 + (earlier.high - earlier.value) ** 2) as low,
    change + sqrt((later.high - later.value) ** 2 + (earlier.value - earlier.low) ** 2) as high
  from pairs as later
  join figures as earlier
    on earlier.kpi = later.kpi and earlier.grain = later.grain and earlier.period_start = later.compared_start
)
select *, low > 0 or high < 0 as is_real
from changes
order by kpi, grain, period_start, compared
