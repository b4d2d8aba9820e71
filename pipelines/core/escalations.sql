/*---
what: each rule of the policy that escalated a case, and when, whether or not a person did
grain: one row per case and rule
repeats: [ruled_clocks, limits, clocks]
columns: {complaint_id: varchar, rule: varchar, "at": timestamptz, severity: varchar, grade: integer, level: varchar, clause: varchar}
notes: rules are replayed over history until nothing changes, since an escalation starts clocks that may run out in turn. All
  conditions of a rule must hold; it takes effect when the last of them comes true. A severity that is not graver than the
  recorded one changes nothing. grade is the place of the severity in the policy's list, from light to grave.
---*/
with recursive
run as (select as_of from config.run),
rules as (
  select rules.*, severities.position as grade
  from policy.escalation as rules
  left join policy.severities as severities
    on severities.code = rules.severity and severities.effective_from = rules.effective_from
),
chains as (
  select complaint_id, 1 as repetition
  from core.complaints
  where not is_recurrence and exists (select 1 from rules where when_repeated is not null)
  union all
  select next.complaint_id, chains.repetition + 1
  from chains
  join core.complaints as next on next.earlier_complaint_id = chains.complaint_id
  where next.is_recurrence
),
fitting as (
  select
    cases.complaint_id,
    cases.received_at,
    rules.*,
    case
      when rules.when_severity is null or list_contains(rules.when_severity, cases.severity) then cases.received_at
      else (
        select min(raised."at")
        from core.escalations as raised
        where raised.complaint_id = cases.complaint_id and list_contains(rules.when_severity, raised.severity)
      )
    end as severe_at,
    case
      when rules.when_overdue is null then cases.received_at
      when clocks.state in ('missed', 'overdue') then clocks.approved_due_at
    end as overdue_at,
    cases.received_at + to_days(coalesce(rules.when_open_days, 0)) + to_months(coalesce(rules.when_open_months, 0)) as long_open_at
  from core.complaints as cases
  join rules
    on cases.received_at >= rules.effective_from and cases.received_at < rules.effective_until
    and coalesce(list_contains(rules.when_kind, cases.kind), rules.when_kind is null)
    and coalesce(list_contains(rules.when_category, cases.category), rules.when_category is null)
    and coalesce(list_contains(rules.when_channel, cases.channel), rules.when_channel is null)
    and coalesce(list_contains(rules.when_segment, cases.segment), rules.when_segment is null)
    and coalesce(list_contains(rules.when_responsibility, cases.responsibility), rules.when_responsibility is null)
    and coalesce(list_contains(rules.when_risk, cases.risk), rules.when_risk is null)
    and coalesce(cases.affected_share > rules.when_affected_share_over, rules.when_affected_share_over is null)
    and coalesce(cases.about_leader = rules.when_about_leader, rules.when_about_leader is null)
    and coalesce(cases.compensation_amount > rules.when_amount_over, rules.when_amount_over is null)
  left join chains using (complaint_id)
  left join core.clocks as clocks on clocks.complaint_id = cases.complaint_id and clocks.clock = rules.when_overdue
  left join policy.severities as recorded
    on recorded.code = cases.severity and recorded.effective_from = rules.effective_from
  where cases.is_valid
    and coalesce(chains.repetition >= rules.when_repeated, rules.when_repeated is null)
    and (rules.level is not null or rules.grade > coalesce(recorded.position, 0))
),
timed as (
  select *, greatest(severe_at, overdue_at, long_open_at) as "at"
  from fitting
  where severe_at is not null and overdue_at is not null
)
select
  timed.complaint_id,
  timed.id as rule,
  timed."at",
  timed.severity,
  timed.grade,
  timed.level,
  timed.clause
from timed, run
where timed."at" <= run.as_of
  and (
    long_open_at = received_at
    or exists (
      select 1
      from core.open_spells as spells
      where spells.complaint_id = timed.complaint_id
        and spells.from_at <= timed.long_open_at and coalesce(spells.until_at > timed.long_open_at, true)
    )
  )
