/*---
what: which department held each case from when to when
grain: one row per case and stay with a department
notes: a department holds a case from the first step that names it until another department is named or the case is done;
  until_at is null while it still holds it
---*/
with
turns as (
  select
    complaint_id,
    "at",
    position,
    event in ('resolved', 'closed') as is_done,
    department,
    last_value(department ignore nulls) over (
      partition by complaint_id order by position rows between unbounded preceding and 1 preceding
    ) as held_by,
    lag(event in ('resolved', 'closed'), 1, true) over (partition by complaint_id order by position) as was_done
  from core.timeline
  where event in ('dispatched', 'transferred', 'escalated', 'investigated', 'handling', 'reopened', 'resolved', 'closed')
),
changes as (
  select
    complaint_id,
    "at" as from_at,
    coalesce(department, held_by) as department,
    is_done,
    lead("at") over (partition by complaint_id order by position) as until_at
  from turns
  where is_done <> was_done or (not is_done and department <> held_by)
)
select complaint_id, department, from_at, until_at
from changes
where not is_done and department is not null
