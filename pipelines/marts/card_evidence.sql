/*---
what: each case behind each head of a card, counted or not, and why
grain: one row per period, dimension, member, figure and record; two where a ruling moved a part
materialized: view
notes: counted is in_figure (it counts with its share), other_member (a ruling gave it to another), or the reason for which it does not count - excluded (by a ruling), other_period (the figure counts it then),
  not_valid, not_a_complaint, still_open, or not_in_figure (see what the figure counts). count and total are what it adds to the head; peer_rate is what the peers had with such cases, so that the sum of
  total × peer_rate is what is expected of the head. period is the name of the period's page. Times are local; due_at and resolved_at are those of the limit of the solution. Cases that count in no figure stand with the department and the handler that they name at last, in the
  period of receipt. Who handled a case is told where the policy has cards of people. It names people, so only pages of performance may show it
---*/
with
run as (select time_zone, date_trunc('month', timezone(time_zone, as_of))::date as this_month, timezone(time_zone, as_of) as local_as_of from config.run),
naming as (select coalesce(bool_or(len(people) > 0), false) as are_named from policy.appraisal),
periods as (
  select
    grains.grain,
    members.dimension,
    heads.kpi,
    timezone(run.time_zone, rules.effective_from) as from_day,
    timezone(run.time_zone, rules.effective_until) as until_day,
    run.this_month - to_months(rules.look_back_months) as first_day
  from policy.appraisal as rules
  cross join run
  join policy.scorecard as heads using (effective_from)
  cross join (values ('department'), ('handler')) as members(dimension)
  cross join (values ('month'), ('quarter'), ('year')) as grains(grain)
  where list_contains(case members.dimension when 'department' then rules.departments else rules.people end, grains.grain)
),
counted as (
  select
    periods.grain,
    date_trunc(periods.grain, records."at")::date as period_start,
    records.*
  from marts.attributed_records as records
  join periods on periods.kpi = records.kpi and periods.dimension = records.dimension
  where records.member <> '' and date_trunc(periods.grain, records."at") >= greatest(periods.first_day, periods.from_day)
    and date_trunc(periods.grain, records."at") < periods.until_day
),
cases as (
  select
    complaint_id,
    unnest(['department', 'handler']) as dimension,
    unnest([department, handler]) as member,
    timezone(time_zone, received_at) as "at",
    kind, is_valid, is_done
  from core.complaints
  cross join run
),
uncounted as (
  select
    periods.grain,
    date_trunc(periods.grain, cases."at")::date as period_start,
    cases.dimension,
    cases.member,
    periods.kpi,
    cases.complaint_id as record_id,
    case
      when cases.kind <> 'complaint' then 'not_a_complaint'
      when not cases.is_valid then 'not_valid'
      when elsewhere.record_id is not null then 'other_period'
      when not cases.is_done then 'still_open'
      else 'not_in_figure'
    end as counted,
    elsewhere."at"
  from cases
  join periods on periods.dimension = cases.dimension
  join config.kpis as kpis on kpis.kpi = periods.kpi and kpis.record = 'complaint'
  left join marts.scored_records as elsewhere on elsewhere.kpi = periods.kpi and elsewhere.record_id = cases.complaint_id
  where cases.member is not null
    and date_trunc(periods.grain, cases."at") >= greatest(periods.first_day, periods.from_day)
    and date_trunc(periods.grain, cases."at") < periods.until_day
    and (elsewhere.record_id is null or date_trunc(periods.grain, elsewhere."at") <> date_trunc(periods.grain, cases."at"))
),
listed as (
  select
    grain, period_start, dimension, member, kpi, record_id, "at", rule, share, earlier_share, numerator, earlier_numerator, denominator, entry,
    case
      when share > 0 then 'in_figure'
      when entry is not null and exists (select 1 from core.rulings as rulings where rulings.entry = counted.entry and rulings.ask = 'reassign') then 'other_member'
      else 'excluded'
    end as counted
  from counted
  union all by name
  select
    grain, period_start, dimension, member, kpi, record_id, "at", null as rule, 0 as share, 0 as earlier_share, 0 as numerator, 0 as earlier_numerator,
    0 as denominator, null as entry, counted
  from uncounted
)
select
  case listed.grain when 'year' then strftime(listed.period_start, '%Y')
    when 'quarter' then strftime(listed.period_start, '%Y-Q') || quarter(listed.period_start) else strftime(listed.period_start, '%Y-%m') end as period,
  listed.grain,
  listed.period_start,
  listed.dimension,
  listed.member,
  listed.kpi,
  listed.record_id,
  listed.counted,
  listed.rule,
  listed.share::double as share,
  (listed.share * listed.numerator)::double as "count",
  (listed.share * listed.denominator)::double as total,
  strata.peer_rate,
  listed.earlier_share::double as earlier_share,
  (listed.earlier_share * listed.earlier_numerator)::double as earlier_count,
  (listed.earlier_share * listed.denominator)::double as earlier_total,
  listed.entry,
  strftime(listed."at", '%Y-%m-%d %H:%M') as counted_at,
  strftime(timezone(run.time_zone, cases.received_at), '%Y-%m-%d %H:%M') as received_at,
  strftime(timezone(run.time_zone, coalesce(clocks.stopped_at, cases.first_done_at)), '%Y-%m-%d %H:%M') as resolved_at,
  case
    when clocks.unit in ('days', 'working_days') and clocks.approved_due_at = clocks.due_at
      then strftime(timezone(run.time_zone, clocks.approved_due_at) - interval 1 microsecond, '%Y-%m-%d 24:00')
    else strftime(timezone(run.time_zone, clocks.approved_due_at), '%Y-%m-%d %H:%M')
  end as due_at,
  cases.is_transferred,
  case when naming.are_named then cases.first_receiver end as first_receiver,
  cases.department,
  case when naming.are_named then cases.handler end as handler
from listed
cross join run
cross join naming
join config.kpis as kpis on kpis.kpi = listed.kpi
left join core.complaints as cases on cases.complaint_id = listed.record_id
left join core.clocks as clocks on clocks.complaint_id = listed.record_id and clocks.clock = 'resolve'
left join core.complaints as alike on alike.complaint_id = case when kpis.kind <> 'rate' then listed.record_id end
left join marts.card_strata as strata
  on strata.kpi = case when listed.counted = 'in_figure' then listed.kpi end
  and strata.grain = listed.grain and strata.period_start = listed.period_start and strata.dimension = listed.dimension and strata.member = listed.member
  and coalesce(strata.category, '') = coalesce(alike.category, '')
  and coalesce(strata.severity, '') = coalesce(alike.severity, '')
  and coalesce(strata.channel, '') = coalesce(alike.channel, '')
