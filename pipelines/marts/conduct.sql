/*---
what: what speaks for and against each department and person besides figures - praise, commendations, violations
grain: one row per period, dimension (department or handler) and member, where there is any
notes: none where the policy has no scorecard. Praise counts to whom it names; a person is commended in every period in which the list of staff says so. It names people, so only pages of performance may show it
---*/
with
run as (select time_zone, timezone(time_zone, as_of) as local_as_of from config.run),
events as (
  select timezone(time_zone, received_at) as "at", department, handler, 1 as praises, 0 as violations, 0::decimal(18, 2) as fines, null as commended
  from core.complaints
  cross join run
  where kind = 'praise'
  union all
  select timezone(time_zone, happened_at), department, staff, 0, 1, coalesce(amount, 0)::decimal(18, 2), null
  from core.violations
  cross join run
  union all
  select
    unnest(generate_series(
      date_trunc('month', timezone(time_zone, from_at)), least(timezone(time_zone, until_at) - interval 1 microsecond, local_as_of), interval 1 month
    )),
    department, staff, 0, 0, 0, staff
  from staging.staff
  cross join run
  where is_commended and timezone(time_zone, from_at) <= local_as_of
),
named as (
  select *, 'department' as dimension, department as member from events
  union all
  select *, 'handler', handler from events
)
select
  lengths.grain,
  date_trunc(lengths.grain, named."at")::date as period_start,
  named.dimension,
  named.member,
  sum(named.praises)::integer as praises,
  count(distinct named.commended)::integer as commended,
  sum(named.violations)::integer as violations,
  sum(named.fines)::double as fines
from named
cross join (values ('month'), ('quarter'), ('year')) as lengths(grain)
cross join run
join policy.appraisal as rules
  on run.local_as_of >= timezone(run.time_zone, rules.effective_from) and run.local_as_of < timezone(run.time_zone, rules.effective_until)
where named.member is not null and exists (select 1 from policy.scorecard)
  and (named.dimension = 'department' or len(rules.people) > 0)
  and date_trunc(lengths.grain, named."at") >= date_trunc('month', run.local_as_of) - to_months(rules.look_back_months)
group by all
order by all
