/*---
what: the violations by staff and the valid complaints that were handled, in one list
grain: one row per violation, and one per complaint; none where no source tells of violations
materialized: view
---*/
with
records as (
  select violation_id as conduct_record_id, happened_at as "at", 1 as violations, 0 as cases, department, staff as handler
  from core.violations
  union all
  select complaint_id, received_at, 0, 1, department, handler
  from core.complaints
  where is_valid
)
select *
from records
where exists (select 1 from config.told where record = 'violation')
