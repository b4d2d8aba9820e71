/*---
what: valid complaints that were open at the end of a period and past their deadline, or grave
grain: one row per period and case, for periods that have begun
materialized: view
units: days_late in whole days past the deadline at the end of the period, or at the as-of time in a period that is not over; it is empty where the case is not late
notes: these are the cases of the stocks open_complaints and overdue_complaints. A case is grave where the policy grades its risk as high, or its
  severity as urgent or major. Times are local. is_open tells whether it is open now; place is one order for all of a period, the longest late first
---*/
with
run as (select time_zone, as_of, timezone(time_zone, as_of) as local_as_of from config.run),
cases as (
  select
    cases.complaint_id,
    timezone(run.time_zone, cases.received_at) as received_at,
    timezone(run.time_zone, clocks.approved_due_at) as due_at,
    cases.department,
    cases.category,
    cases.severity,
    cases.risk,
    coalesce(risks.grade = 'high', false) or coalesce(severities.grade in ('urgent', 'major'), false) as is_grave,
    timezone(run.time_zone, spells.from_at) as from_at,
    timezone(run.time_zone, spells.until_at) as until_at
  from core.open_spells as spells
  join core.complaints as cases using (complaint_id)
  cross join run
  left join core.clocks as clocks on clocks.complaint_id = cases.complaint_id and clocks.clock = 'resolve'
  left join policy.risks as risks
    on risks.code = cases.risk and cases.received_at >= risks.effective_from and cases.received_at < risks.effective_until
  left join policy.severities as severities
    on severities.code = cases.severity
    and cases.received_at >= severities.effective_from and cases.received_at < severities.effective_until
  where cases.is_valid
),
periods as (
  select distinct kpi_values.grain, kpi_values.period_start,
    least(
      kpi_values.period_start + case grain when 'month' then interval 1 month when 'quarter' then interval 3 months else interval 1 year end,
      run.local_as_of
    ) as end_at
  from marts.kpi_values
  cross join run
  where kpi = 'open_complaints' and grain <> 'week' and dimension = 'all' and kpi_values.period_start < run.local_as_of
),
open_cases as (
  select
    periods.grain,
    periods.period_start,
    cases.*,
    case when cases.due_at < periods.end_at then floor(datediff('second', cases.due_at, periods.end_at) / 86400)::integer end as days_late
  from periods
  join cases on cases.from_at < periods.end_at and coalesce(cases.until_at >= periods.end_at, true)
)
select
  grain,
  period_start,
  complaint_id,
  received_at,
  due_at,
  department,
  category,
  severity,
  risk,
  is_grave,
  days_late,
  until_at is null as is_open,
  row_number() over (partition by grain, period_start order by days_late desc nulls last, received_at, complaint_id) as place
from open_cases
where is_grave or days_late is not null
