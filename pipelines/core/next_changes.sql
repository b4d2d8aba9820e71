/*---
what: the next moments at which figures change although no record does
grain: one row per moment after the run's, the next midnight always
notes: a run that finds nothing new leaves the figures as they are until the first of them.
---*/
select timezone(time_zone, date_trunc('day', timezone(time_zone, as_of)) + interval 1 day) as "at"
from config.run
union
select coalesce(clocks.approved_due_at, clocks.due_at)
from core.clocks
cross join config.run
where clocks.state = 'running' and coalesce(clocks.approved_due_at, clocks.due_at) > run.as_of
