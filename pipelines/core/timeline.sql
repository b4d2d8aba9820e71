/*---
what: what happened to each case, from the event log and from the columns of the register
grain: one row per step that was known at the as-of time
materialized: view
notes: steps of a case that the register has deleted are not told. Where both speak of the same kind of step, the event log wins; position orders the steps of a case, ties in the
  order of the source
---*/
with
run as (select as_of from config.run),
logged as (
  select complaint_id, "at", event, department, handler, sequence
  from staging.complaint_event, run
  where "at" <= as_of
    and complaint_id not in (select record_id from staging.deleted where record = 'complaint')
),
registered as (
  select complaint_id, received_at as "at", 'received' as event, null as department, null as handler, 0 as sequence from staging.complaint
  union all select complaint_id, registered_at, 'registered', null, null, 1 from staging.complaint where registered_at is not null
  union all select complaint_id, dispatched_at, 'dispatched', null, null, 2 from staging.complaint where dispatched_at is not null
  union all select complaint_id, responded_at, 'responded', null, null, 3 from staging.complaint where responded_at is not null
  union all select complaint_id, extension_requested_at, 'extension_requested', null, null, 4 from staging.complaint where extension_requested_at is not null
  union all select complaint_id, extension_approved_at, 'extension_approved', null, null, 5 from staging.complaint where extension_approved_at is not null
  union all select complaint_id, escalated_at, 'escalated', null, null, 6 from staging.complaint where escalated_at is not null
  union all select complaint_id, resolved_at, 'resolved', department, handler, 7 from staging.complaint where resolved_at is not null
  union all select complaint_id, informed_at, 'informed', null, null, 8 from staging.complaint where informed_at is not null
  union all select complaint_id, called_back_at, 'called_back', null, null, 9 from staging.complaint where called_back_at is not null
  union all select complaint_id, closed_at, 'closed', null, null, 10 from staging.complaint where closed_at is not null
  union all select complaint_id, archived_at, 'archived', null, null, 11 from staging.complaint where archived_at is not null
),
unlogged as (
  select registered.*
  from registered, run
  where "at" <= as_of
    and not exists (
      select 1 from staging.complaint_event as log
      where log.complaint_id = registered.complaint_id and log.event = registered.event
    )
),
steps as (
  select * from logged
  union all
  select * from unlogged
)
select *, epoch_us("at")::hugeint * 1000000000000000000 + sequence as position
from steps
