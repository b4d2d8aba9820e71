/*---
what: each measure against a cause, as it was known at the as-of time
grain: one row per measure
materialized: view
notes: a step that came later has not happened yet; a judgement of the effect is known from its day on
---*/
select
  measure_id,
  title,
  proposed_at,
  case when approved_at <= as_of then approved_at end as approved_at,
  due_at,
  case when completed_at <= as_of then completed_at end as completed_at,
  case when customer_informed_at <= as_of then customer_informed_at end as customer_informed_at,
  evaluation_due_at,
  case when evaluated_at <= as_of then evaluated_at end as evaluated_at,
  case when evaluated_at <= as_of then is_effective end as is_effective,
  complaint_id,
  origin,
  survey_id as survey,
  survey_item as item,
  cause_root,
  category,
  product,
  department,
  owner as staff
from staging.improvement_measure
cross join config.run
where proposed_at <= as_of
