/*---
what: how many valid complaints each cause, category and product brought, month by month, those without any as well
grain: one row per dimension, member and month that is over
materialized: view
notes: exposure is the amount of business where it is known for every month, and the days of the month otherwise
---*/
with
run as (select timezone(time_zone, as_of)::date as today from config.run),
figures as (
  select dimension, member, period_start, numerator
  from marts.kpi_values
  cross join run
  where kpi = 'valid_complaints' and grain = 'month' and period_start + interval 1 month <= run.today
),
span as (select min(period_start) as first_month, max(period_start) as last_month from figures where dimension = 'all'),
months as (
  select unnest(generate_series(first_month::timestamp, last_month::timestamp, interval 1 month))::date as period_start
  from span
),
business as (
  select period_start, denominator as quantity
  from marts.kpi_values
  where kpi = 'complaint_rate' and grain = 'month' and dimension = 'all' and denominator > 0
),
known as (select count(business.quantity) = count(*) as is_known from months left join business using (period_start)),
exposures as (
  select
    months.period_start,
    case when known.is_known then business.quantity else day(last_day(months.period_start)) end::double as exposure
  from months
  cross join known
  left join business using (period_start)
),
members as (
  select distinct dimension, member
  from figures
  where dimension in ('cause_root', 'cause_direct', 'category', 'subcategory', 'product', 'region', 'channel')
)
select
  members.dimension,
  members.member,
  exposures.period_start,
  coalesce(figures.numerator, 0) as "count",
  exposures.exposure
from members
cross join exposures
left join figures using (dimension, member, period_start)
