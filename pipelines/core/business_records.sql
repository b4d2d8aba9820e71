/*---
what: the amount of business, and the valid complaints of the days for which it is known, in one list
grain: one row per exposure and day, and one per complaint
materialized: view
notes: both are told apart only by what the amounts are told apart by; a complaint counts no amount, and an amount no complaint
---*/
with
known as (
  select
    min("at") as from_at,
    max("at") + interval 1 day as until_at,
    count(department) > 0 as by_department,
    count(product) > 0 as by_product,
    count(region) > 0 as by_region,
    count(segment) > 0 as by_segment
  from core.exposure_days
)
select exposure_id as business_record_id, "at", 0 as complaints, quantity, department, product, region, segment
from core.exposure_days
union all
select
  complaint_id,
  received_at,
  1,
  0,
  case when by_department then department end,
  case when by_product then product end,
  case when by_region then region end,
  case when by_segment then segment end
from core.complaints
cross join known
where is_valid and received_at >= from_at and received_at < until_at
