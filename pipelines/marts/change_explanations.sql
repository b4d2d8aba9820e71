/*---
what: why a figure changed from one period to another, member by member
grain: one row per figure, period, compared period, dimension and member
method: changes
options: {confidence: 0.95}
notes: within is what the members' own figures brought about, mix what their shares did; over the members of a dimension both add up
  to change, which is that of the whole figure. compared is before (the period before) or last_year (the same period a year earlier).
  is_within_real and is_mix_real tell whether the member's own figure, and its share of the cases, changed beyond chance
---*/
with
figures as (
  select kpi_values.*
  from marts.kpi_values
  where kpi in (
      'resolution_on_time', 'response_on_time', 'satisfaction', 'csat', 'success_rate', 'recurrence_rate', 'reopen_rate',
      'escalation_rate', 'transfer_rate', 'closed_loop_rate', 'external_rate', 'major_share', 'urgent_share'
    )
    and grain in ('month', 'quarter', 'year')
    and dimension in ('category', 'department', 'severity', 'channel')
),
periods as (
  select distinct kpi, grain, dimension, period_start, 'before' as compared,
    case grain
      when 'month' then period_start - interval 1 month
      when 'quarter' then period_start - interval 3 months
      else period_start - interval 1 year
    end::date as compared_start
  from figures
  union all
  select distinct kpi, grain, dimension, period_start, 'last_year', (period_start - interval 1 year)::date
  from figures
  where grain <> 'year'
),
known as (
  select periods.*
  from periods
  semi join figures
    on figures.kpi = periods.kpi and figures.grain = periods.grain and figures.dimension = periods.dimension
    and figures.period_start = periods.compared_start
),
later as (
  select known.*, figures.member, figures.numerator, figures.denominator
  from known
  join figures using (kpi, grain, dimension, period_start)
),
earlier as (
  select known.*, figures.member, figures.numerator, figures.denominator
  from known
  join figures
    on figures.kpi = known.kpi and figures.grain = known.grain and figures.dimension = known.dimension
    and figures.period_start = known.compared_start
)
select
  kpi,
  grain,
  period_start,
  compared,
  compared_start,
  dimension,
  member,
  coalesce(earlier.numerator, 0) as count_before,
  coalesce(earlier.denominator, 0) as total_before,
  coalesce(later.numerator, 0) as count_after,
  coalesce(later.denominator, 0) as total_after
from later
full join earlier using (kpi, grain, period_start, compared, compared_start, dimension, member)
order by all
