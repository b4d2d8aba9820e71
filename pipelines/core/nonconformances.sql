/*---
what: each nonconformance sheet, as it was known at the as-of time
grain: one row per sheet
materialized: view
notes: a step that came later has not happened yet
---*/
select
  nonconformance_id,
  issued_at,
  due_at,
  case when answered_at <= as_of then answered_at end as answered_at,
  case when verified_at <= as_of then verified_at end as verified_at,
  case when closed_at <= as_of then closed_at end as closed_at,
  complaint_id,
  quantity,
  product,
  defect,
  department,
  handler
from staging.nonconformance
cross join config.run
where issued_at <= as_of
