/*---
what: how much there was, day by day, that can give rise to complaints
grain: one row per exposure and day that it covers, up to the as-of time
notes: an exposure covers the longest of year, quarter, month and week at whose beginning all exposures stand, and is spread
  evenly over its days; otherwise it belongs to its own instant. Where records count several things (orders, customers),
  the one that is told most often counts, since they do not add up.
---*/
with
run as (select as_of, time_zone from config.run),
counted as (
  select measure
  from staging.exposure
  group by measure
  order by count(*) desc, measure nulls last
  limit 1
),
told as (
  select exposures.*, timezone(run.time_zone, exposures."at") as local_at, run.as_of, run.time_zone
  from staging.exposure as exposures
  cross join run
  join counted on counted.measure is not distinct from exposures.measure
),
covers as (
  select
    case
      when bool_and(local_at = date_trunc('year', local_at)) then interval 1 year
      when bool_and(local_at = date_trunc('quarter', local_at)) then interval 3 months
      when bool_and(local_at = date_trunc('month', local_at)) then interval 1 month
      when bool_and(local_at = date_trunc('week', local_at)) then interval 7 days
      else interval 0 days
    end as length
  from told
),
spans as (
  select told.*, greatest(datediff('day', local_at, local_at + covers.length), 1) as covered_days
  from told, covers
),
days as (
  select
    exposure_id,
    timezone(time_zone, local_at + to_days(unnest(range(covered_days))::int)) as "at",
    quantity / covered_days as quantity,
    department,
    product,
    region,
    segment,
    as_of
  from spans
)
select exposure_id, "at", quantity, department, product, region, segment
from days
where "at" <= as_of
