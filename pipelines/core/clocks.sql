/*---
what: each limit that a case was under, and whether it was kept
grain: one row per case and clock; a clock with an aim has a second row, <id>_aim
notes: the version of the policy on the day of receipt applies, and of several clocks with one id the first that fits the case. The
  source's own due time is the limit for solving; where a source only gives a verdict, due_at is empty and the verdict
  stands. A limit of working days ends with the n-th working day after the day on which the clock starts; a limit of
  calendar days that ends on a day off moves to the next working day; working hours run in business hours only. What
  happens at the deadline itself is on time; a case is solved on time when it is not open at the deadline. An extension counts
  when it was asked for before the deadline and granted by somebody who may. counted_at and first_counted_at say in which
  period a figure counts the verdict; a limit that ends at 24:00 belongs to the day that ends. A clock that no source can stop is left out.
---*/
with
run as (select as_of from config.run),
told as (select field as step from config.told where record = 'step'),
rules as (
  select *
  from (
    select id as clock, false as is_aim, "limit" as length, * exclude (id, "limit", aim) from policy.clocks
    union all
    select id || '_aim', true, aim, * exclude (id, "limit", aim) from policy.clocks where aim is not null
  ) as both_ends
  where "to" in (select step from told) or ("to" = 'resolved' and 'closed' in (select step from told))
),
starts as (
  select complaint_id, 'received' as step, received_at as started_at from core.complaints
  union all select complaint_id, 'registered', registered_at from core.complaints
  union all select complaint_id, 'dispatched', dispatched_at from core.complaints
  union all select complaint_id, 'responded', responded_at from core.complaints
  union all select complaint_id, 'resolved', resolved_at from core.complaints
  union all select complaint_id, 'informed', informed_at from core.complaints
  union all select complaint_id, 'escalated', escalated_at from core.complaints
  union all select complaint_id, 'escalated_by_rule', min("at") from core.escalations group by complaint_id
),
used_starts as (
  select * from starts where step in (select "from" from rules)
),
raised as (
  select used_starts.complaint_id, used_starts.step, max_by(escalations.severity, escalations.grade) as severity
  from used_starts
  join core.escalations as escalations
    on escalations.complaint_id = used_starts.complaint_id and escalations."at" <= used_starts.started_at
  where escalations.severity is not null
  group by used_starts.complaint_id, used_starts.step
),
fitting as (
  select
    cases.complaint_id,
    rules.clock,
    rules.is_aim,
    used_starts.started_at,
    rules."to",
    rules.length,
    rules.unit,
    rules.clause,
    rules.source,
    rules."from",
    rules.effective_from,
    coalesce(raised.severity, cases.severity) as severity,
    row_number() over (partition by cases.complaint_id, rules.clock order by rules.position) as choice
  from core.complaints as cases
  join used_starts using (complaint_id)
  left join raised on raised.complaint_id = cases.complaint_id and raised.step = used_starts.step
  join rules
    on rules."from" = used_starts.step
    and cases.received_at >= rules.effective_from and cases.received_at < rules.effective_until
    and coalesce(list_contains(rules.when_severity, coalesce(raised.severity, cases.severity)), rules.when_severity is null)
    and coalesce(list_contains(rules.when_kind, cases.kind), rules.when_kind is null)
    and coalesce(list_contains(rules.when_category, cases.category), rules.when_category is null)
    and coalesce(list_contains(rules.when_channel, cases.channel), rules.when_channel is null)
    and coalesce(list_contains(rules.when_segment, cases.segment), rules.when_segment is null)
    and coalesce(list_contains(rules.when_responsibility, cases.responsibility), rules.when_responsibility is null)
),
ruled as (
  select * from fitting where choice = 1
),
in_days as (
  select
    ruled.complaint_id,
    ruled.clock,
    last_day.ends_at as due_at,
    last_day.unknown_before + (not last_day.is_known)::int > first_day.unknown_before as is_provisional
  from ruled
  join calendar.days as first_day on first_day.day = ruled.started_at::date
  left join calendar.workdays as nth on ruled.unit = 'working_days' and nth.rank = first_day.rank + ruled.length::int
  left join calendar.days as plain on ruled.unit = 'days' and plain.day = first_day.day + ruled.length::int
  join calendar.days as last_day on last_day.day = coalesce(nth.day, plain.next_workday)
  where ruled.unit in ('days', 'working_days')
),
hours_begun as (
  select
    ruled.complaint_id,
    ruled.clock,
    ruled.started_at,
    ruled.effective_from,
    coalesce(hours.before_us + epoch_us(least(ruled.started_at, hours.closes_at)) - epoch_us(hours.opens_at), 0)
      + (ruled.length * 3600000000)::bigint as until_us
  from ruled
  asof left join calendar.open_hours as hours
    on hours.effective_from = ruled.effective_from and hours.opens_at <= ruled.started_at
  where ruled.unit = 'working_hours'
),
hours_ended as (
  select
    begun.complaint_id,
    begun.clock,
    begun.started_at,
    make_timestamptz(epoch_us(hours.opens_at) + begun.until_us - hours.before_us) as due_at
  from hours_begun as begun
  asof join calendar.open_hours as hours
    on hours.effective_from = begun.effective_from and hours.before_us < begun.until_us
),
in_hours as (
  select
    hours_ended.complaint_id,
    hours_ended.clock,
    hours_ended.due_at,
    last_day.unknown_before + (not last_day.is_known)::int > first_day.unknown_before as is_provisional
  from hours_ended
  join calendar.days as first_day on first_day.day = hours_ended.started_at::date
  join calendar.days as last_day on last_day.day = hours_ended.due_at::date
),
by_rule as (
  select
    ruled.* exclude (choice),
    case ruled.unit
      when 'minutes' then ruled.started_at + to_microseconds((ruled.length * 60000000)::bigint)
      when 'hours' then ruled.started_at + to_microseconds((ruled.length * 3600000000)::bigint)
      else coalesce(in_days.due_at, in_hours.due_at)
    end as due_at,
    null::boolean as reported_on_time,
    coalesce(in_days.is_provisional, in_hours.is_provisional, false) as is_provisional
  from ruled
  left join in_days on in_days.complaint_id = ruled.complaint_id and in_days.clock = ruled.clock
  left join in_hours on in_hours.complaint_id = ruled.complaint_id and in_hours.clock = ruled.clock
),
limits as (
  select *
  from by_rule
  where clock <> 'resolve'
    or complaint_id not in (select complaint_id from core.complaints where due_at is not null or reported_on_time is not null)
  union all by name
  select
    complaint_id,
    'resolve' as clock,
    false as is_aim,
    received_at as started_at,
    'received' as "from",
    'resolved' as "to",
    'register' as source,
    severity,
    due_at,
    reported_on_time,
    false as is_provisional
  from core.complaints
  where due_at is not null or reported_on_time is not null
),
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
  from limits
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
