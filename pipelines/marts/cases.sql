/*---
what: each case as analysts read it, without persons and without texts; times are local
grain: one row per case
materialized: view
units: hours_to_resolve in hours from receipt to solution, or to the as-of time where is_open; it is empty where the figure
  time_to_resolve does not count the case
notes: due_at is the deadline of the solution, a granted extension allowed for; earlier_number is the case before of the same
  customer and matter, however long ago
---*/
select
  cases.complaint_id as number,
  cases.kind,
  timezone(run.time_zone, cases.received_at) as received_at,
  timezone(run.time_zone, cases.responded_at) as responded_at,
  timezone(run.time_zone, cases.resolved_at) as resolved_at,
  timezone(run.time_zone, cases.closed_at) as closed_at,
  timezone(run.time_zone, coalesce(clocks.approved_due_at, clocks.due_at)) as due_at,
  clocks.state as resolution_state,
  coalesce(cases.department, '') as department,
  coalesce(cases.category, '') as category,
  coalesce(cases.subcategory, '') as subcategory,
  coalesce(cases.channel, '') as channel,
  coalesce(cases.severity, '') as severity,
  coalesce(cases.risk, '') as risk,
  coalesce(cases.segment, '') as segment,
  coalesce(cases.product, '') as product,
  coalesce(cases.region, '') as region,
  coalesce(cases.cause_direct, '') as cause_direct,
  coalesce(cases.cause_indirect, '') as cause_indirect,
  coalesce(cases.cause_root, '') as cause_root,
  cases.responsibility,
  cases.outcome,
  cases.is_valid,
  cases.is_done,
  cases.is_recurrence,
  cases.is_reopened,
  cases.is_transferred,
  cases.is_escalated,
  cases.earlier_complaint_id as earlier_number,
  lengths.seconds / 3600 as hours_to_resolve,
  lengths.is_open,
  cases.callback_score::double as callback_score,
  cases.compensation_amount::double as compensation_amount
from core.complaints as cases
cross join config.run as run
left join core.clocks as clocks on clocks.complaint_id = cases.complaint_id and clocks.clock = 'resolve'
left join kpis.time_to_resolve as lengths on lengths.record_id = cases.complaint_id
