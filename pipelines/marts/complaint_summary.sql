/*---
what: the summary of complaints by category, department and period
grain: one row per period of receipt, category and department
---*/
with
cases as (
  select
    complaints.complaint_id,
    timezone(run.time_zone, complaints.received_at) as local_at,
    coalesce(complaints.category, '') as category,
    coalesce(complaints.department, '') as department,
    complaints.is_valid,
    complaints.is_done,
    complaints.is_reopened,
    complaints.is_recurrence,
    complaints.is_escalated,
    complaints.compensation_amount,
    clocks.state
  from core.complaints as complaints
  cross join config.run as run
  left join core.clocks as clocks on clocks.complaint_id = complaints.complaint_id and clocks.clock = 'resolve'
  where complaints.kind = 'complaint'
),
periods as (
  select 'month' as grain, date_trunc('month', local_at)::date as period_start, * exclude (local_at) from cases
  union all select 'quarter', date_trunc('quarter', local_at)::date, * exclude (local_at) from cases
  union all select 'year', date_trunc('year', local_at)::date, * exclude (local_at) from cases
)
select
  grain,
  period_start,
  category,
  department,
  count(*) as complaints,
  count(*) filter (is_valid) as valid,
  count(*) filter (is_valid and is_done) as done,
  count(*) filter (is_valid and state in ('met', 'met_by_extension')) as on_time,
  count(*) filter (is_valid and state in ('missed', 'overdue')) as late,
  count(*) filter (is_valid and is_recurrence) as recurring,
  count(*) filter (is_valid and is_reopened) as reopened,
  count(*) filter (is_valid and is_escalated) as escalated,
  coalesce(sum(compensation_amount) filter (is_valid), 0) as compensation
from periods
group by grain, period_start, category, department
order by grain, period_start, category, department
