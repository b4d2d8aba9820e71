/*---
what: how long it takes until cases are solved, with open cases allowed for, over the latest twelve months of receipt
grain: one row per dimension, member and day after receipt
method: survival
options: {confidence: 0.95, least_cases: 10, quantiles: [0.5, 0.9], days: 90}
parameters: {months: 12}
notes: still_open is Kaplan and Meier's estimate, which leaves open cases in until today; solved and gone are Aalen and Johansen's, in which a
  case that was withdrawn or found invalid has left for good
---*/
with
run as (
  select as_of, time_zone, date_trunc('month', timezone(time_zone, as_of)) - to_months($months::integer) as first_day
  from config.run
),
cases as (
  select
    ceil((epoch(coalesce(complaints.resolved_at, run.as_of)) - epoch(complaints.received_at)) / 3600)::integer as hours,
    case
      when complaints.resolved_at is null then 'open'
      when complaints.is_valid and complaints.outcome is distinct from 'withdrawn' then 'solved'
      else 'gone'
    end as "state",
    complaints.*
  from core.complaints as complaints
  cross join run
  where complaints.kind = 'complaint'
    and coalesce(complaints.resolved_at, run.as_of) >= complaints.received_at
    and timezone(run.time_zone, complaints.received_at) >= run.first_day
),
members as (
  select 'all' as dimension, 'all' as member, hours, "state" from cases
  union all select 'department', coalesce(department, ''), hours, "state" from cases
  union all select 'category', coalesce(category, ''), hours, "state" from cases
  union all select 'severity', coalesce(severity, ''), hours, "state" from cases
  union all select 'channel', coalesce(channel, ''), hours, "state" from cases
)
select
  dimension,
  member,
  hours,
  count(*) filter ("state" = 'solved')::integer as solved,
  count(*) filter ("state" = 'gone')::integer as gone,
  count(*) filter ("state" = 'open')::integer as still_open
from members
group by dimension, member, hours
order by dimension, member, hours
