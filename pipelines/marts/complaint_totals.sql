/*---
what: the summary of complaints, added up for each category, for each department, and for everything
grain: one row per period of receipt, dimension and member
---*/
with
parts as (
  select 'all' as dimension, 'all' as member, * exclude (category, department) from marts.complaint_summary
  union all
  select 'category', category, * exclude (category, department) from marts.complaint_summary
  union all
  select 'department', department, * exclude (category, department) from marts.complaint_summary
)
select
  grain,
  period_start,
  dimension,
  member,
  sum(complaints) as complaints,
  sum("valid") as "valid",
  sum(done) as done,
  sum(on_time) as on_time,
  sum(late) as late,
  sum(recurring) as recurring,
  sum(reopened) as reopened,
  sum(escalated) as escalated,
  sum(compensation) as compensation
from parts
group by grain, period_start, dimension, member
order by grain, period_start, dimension, member
