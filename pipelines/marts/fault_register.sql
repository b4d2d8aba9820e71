/*---
what: the register of faults, with what was found and done about each complaint that stands
grain: one row per valid complaint and nonconformance sheet that follows it, or per valid complaint without one
materialized: view
notes: it holds no text that people wrote and names nobody
---*/
select
  complaints.complaint_id,
  complaints.sheet_number,
  timezone(run.time_zone, complaints.received_at) as received_at,
  complaints.product,
  complaints.category,
  complaints.subcategory,
  complaints.severity,
  complaints.department,
  complaints.responsibility,
  complaints.cause_root,
  timezone(run.time_zone, complaints.resolved_at) as resolved_at,
  clocks.state,
  complaints.outcome,
  complaints.is_recurrence,
  complaints.is_reopened,
  sheets.nonconformance_id,
  sheets.defect,
  timezone(run.time_zone, sheets.answered_at) as answered_at,
  timezone(run.time_zone, sheets.closed_at) as closed_at
from core.complaints as complaints
cross join config.run as run
left join core.clocks as clocks on clocks.complaint_id = complaints.complaint_id and clocks.clock = 'resolve'
left join core.nonconformances as sheets on sheets.complaint_id = complaints.complaint_id
where complaints.is_valid
order by complaints.received_at, complaints.complaint_id, sheets.nonconformance_id
