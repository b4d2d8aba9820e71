/*---
what: each violation by a member of staff, as it was known at the as-of time
grain: one row per violation
materialized: view
notes: what was decided later is not known yet; a decision without a date is known from the violation on
---*/
select
  violation_id,
  happened_at,
  case when decided_at <= as_of then decided_at end as decided_at,
  case when coalesce(decided_at, happened_at) <= as_of then penalty end as penalty,
  case when coalesce(decided_at, happened_at) <= as_of then amount end as amount,
  complaint_id,
  kind as violation_kind,
  staff,
  department
from staging.violation
cross join config.run
where happened_at <= as_of
