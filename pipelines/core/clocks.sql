/*---
what: each limit that a case was under, and whether it was kept
grain: one row per case and clock; a clock with an aim has a second row, <id>_aim
notes: what happens at the deadline itself is on time; a case is solved on time when it is not open at the deadline; where a source
  only gives a verdict, it stands. An extension counts when it was asked for before the deadline and granted by somebody who may.
  counted_at and first_counted_at say in which period a figure counts the verdict; a limit that ends at 24:00 belongs to the
  day that ends.
---*/
with
run as (select as_of from config.run),
stopped as (
  select
    limits.*,
    cases.is_done,
    cases.is_reopened,
    case limits."to"
      when 'registered' then cases.registered_at
      when 'dispatched' then cases.dispatched_at
      when 'responded' then cases.responded_at
      when 'contacted' then cases.contacted_at
      when 'resolved' then case when cases.first_done_at >= limits.started_at then cases.first_done_at else cases.resolved_at end
      when 'informed' then cases.informed_at
      when 'called_back' then cases.called_back_at
      when 'closed' then cases.closed_at
      when 'archived' then cases.archived_at
    end as step_at,
    case
      when limits."to" = 'resolved' and not limits.is_aim
        and cases.extension_until > limits.due_at and cases.extension_requested_at <= limits.due_at
        and (cases.extension_approved_at is not null or cases.extension_approved_by is not null)
        and coalesce(
          list_bool_or(list_transform(extension.approvers, word -> contains(coalesce(cases.extension_approved_by, ''), word))),
          true
        )
      then cases.extension_until
      else limits.due_at
    end as approved_due_at
  from core.limits as limits
  join core.complaints as cases using (complaint_id)
  left join policy.extension as extension
    on cases.received_at >= extension.effective_from and cases.received_at < extension.effective_until
),
open_when_due as (
  select
    stopped.complaint_id,
    stopped.clock,
    bool_or(spells.from_at <= stopped.due_at and coalesce(spells.until_at > stopped.due_at, true)) as is_open_when_due,
    bool_or(spells.from_at <= stopped.approved_due_at and coalesce(spells.until_at > stopped.approved_due_at, true))
      as is_open_when_approved_due
  from stopped
  join core.open_spells as spells using (complaint_id)
  where stopped."to" = 'resolved' and stopped.is_reopened
  group by stopped.complaint_id, stopped.clock
),
verdicts as (
  select
    stopped.* exclude (step_at),
    case
      when stopped."to" <> 'resolved' and stopped.is_reopened and stopped.step_at < stopped.started_at then null
      else stopped.step_at
    end as stopped_at,
    coalesce(open_when_due.is_open_when_due, false) as is_open_when_due,
    coalesce(open_when_due.is_open_when_approved_due, false) as is_open_when_approved_due
  from stopped
  left join open_when_due on open_when_due.complaint_id = stopped.complaint_id and open_when_due.clock = stopped.clock
)
select
  complaint_id,
  clock,
  started_at,
  due_at,
  approved_due_at,
  case
    when due_at is null then started_at
    when due_at < approved_due_at then approved_due_at
    when unit in ('days', 'working_days') then due_at - interval 1 microsecond
    else due_at
  end as counted_at,
  case
    when due_at is null then started_at
    when unit in ('days', 'working_days') then due_at - interval 1 microsecond
    else due_at
  end as first_counted_at,
  stopped_at,
  case
    when reported_on_time is not null and due_at is null then case when reported_on_time then 'met' else 'missed' end
    when started_at is null then 'not_applicable'
    when stopped_at <= due_at and not is_open_when_due then 'met'
    when stopped_at <= approved_due_at and not is_open_when_approved_due then 'met_by_extension'
    when stopped_at is not null and (is_done or "to" <> 'resolved') then 'missed'
    when approved_due_at > as_of then 'running'
    when is_done then 'missed'
    else 'overdue'
  end as state,
  severity,
  "from",
  "to",
  length as "limit",
  unit,
  clause,
  source,
  is_provisional
from verdicts, run
