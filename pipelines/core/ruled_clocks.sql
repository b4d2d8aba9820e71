/*---
what: the rule of the policy that sets each limit of a case
grain: one row per case and clock; a clock with an aim has a second row, <id>_aim
notes: the version of the policy on the day of receipt applies, and of several clocks with one id the first that fits the case, by
  the severity that it had when the clock started. A clock that no source can stop is left out.
---*/
with
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
)
select * exclude (choice)
from fitting
where choice = 1
