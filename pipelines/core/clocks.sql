/*---
what: each limit that a case was under, and whether it was kept
grain: one row per case and clock
notes: the source's own due time is the limit for solving; where a source only gives a verdict, due_at is empty and the
  verdict stands. A case is on time when it is not open at the deadline; what happens at the deadline itself is on time.
  An extension counts when it was asked for before the deadline and somebody granted it.
---*/
with
run as (select as_of from config.run),
resolve as (
  select
    complaint_id,
    received_at,
    first_done_at,
    is_done,
    is_reopened,
    reported_on_time,
    due_at,
    case
      when extension_until > due_at and extension_requested_at <= due_at
        and (extension_approved_at is not null or extension_approved_by is not null)
      then extension_until
      else due_at
    end as approved_due_at
  from core.complaints
  where due_at is not null or reported_on_time is not null
),
reopened as (
  select
    resolve.complaint_id,
    bool_or(spells.from_at <= resolve.due_at and (spells.until_at is null or spells.until_at > resolve.due_at)) as is_open_when_due,
    bool_or(spells.from_at <= resolve.approved_due_at and (spells.until_at is null or spells.until_at > resolve.approved_due_at)) as is_open_when_approved_due
  from resolve
  join core.open_spells as spells using (complaint_id)
  where resolve.is_reopened
  group by resolve.complaint_id
),
resolve_verdicts as (
  select
    resolve.*,
    coalesce(first_done_at <= due_at, false) and not coalesce(is_open_when_due, false) as is_met,
    coalesce(first_done_at <= approved_due_at, false) and not coalesce(is_open_when_approved_due, false) as is_met_by_extension
  from resolve
  left join reopened using (complaint_id)
),
resolve_states as (
  select
    complaint_id,
    'resolve' as clock,
    received_at as started_at,
    due_at,
    approved_due_at,
    first_done_at as stopped_at,
    case
      when due_at is null then case when reported_on_time then 'met' else 'missed' end
      when is_met then 'met'
      when is_met_by_extension then 'met_by_extension'
      when is_done then 'missed'
      when approved_due_at > as_of then 'running'
      else 'overdue'
    end as state
  from resolve_verdicts, run
),
limits as (
  select
    cases.complaint_id,
    rules.id as clock,
    case rules."from"
      when 'received' then cases.received_at
      when 'registered' then cases.registered_at
      when 'dispatched' then cases.dispatched_at
      when 'responded' then cases.responded_at
    end as started_at,
    case rules."to"
      when 'registered' then cases.registered_at
      when 'dispatched' then cases.dispatched_at
      when 'responded' then cases.responded_at
      when 'resolved' then cases.first_done_at
      when 'informed' then cases.informed_at
      when 'called_back' then cases.called_back_at
    end as stopped_at,
    case rules.unit when 'minutes' then to_minutes(rules."limit"::bigint) when 'hours' then to_hours(rules."limit"::bigint) end as allowed
  from core.complaints as cases
  join policy.clocks as rules
    on cases.received_at >= rules.effective_from and cases.received_at < rules.effective_until
    and (rules.severity is null or rules.severity = cases.severity)
    and not (rules.id = 'resolve' and (cases.due_at is not null or cases.reported_on_time is not null))
),
limit_states as (
  select
    complaint_id,
    clock,
    started_at,
    started_at + allowed as due_at,
    started_at + allowed as approved_due_at,
    stopped_at,
    case
      when stopped_at <= started_at + allowed then 'met'
      when stopped_at is not null then 'missed'
      when started_at + allowed > as_of then 'running'
      else 'overdue'
    end as state
  from limits, run
  where started_at is not null
)
select * from resolve_states
union all
select * from limit_states
