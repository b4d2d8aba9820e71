/*---
what: who held each case from when to when
grain: one row per case, dimension (department or handler) and stay with one member
notes: a department holds a case from the first step that names it until another department is named or the case is done;
  until_at is null while it still holds it. Who handled it is told in the same way, but only of cases that several people had in hand, for one who had
  a case alone had all of it
---*/
with
steps as (
  select complaint_id, "at", position, event in ('resolved', 'closed') as is_done, department, handler
  from core.timeline
  where event in ('dispatched', 'transferred', 'escalated', 'investigated', 'handling', 'reopened', 'resolved', 'closed')
),
passed_on as (
  select complaint_id
  from steps
  where not is_done
  group by complaint_id
  having min(handler) <> max(handler)
),
named as (
  select complaint_id, "at", position, is_done, 'department' as dimension, department as member from steps
  union all
  select complaint_id, "at", position, is_done, 'handler', handler from steps where complaint_id in (from passed_on)
),
turns as (
  select
    *,
    last_value(member ignore nulls) over (
      partition by complaint_id, dimension order by position rows between unbounded preceding and 1 preceding
    ) as held_by,
    lag(is_done, 1, true) over (partition by complaint_id, dimension order by position) as was_done
  from named
),
changes as (
  select
    complaint_id,
    dimension,
    "at" as from_at,
    coalesce(member, held_by) as member,
    is_done,
    lead("at") over (partition by complaint_id, dimension order by position) as until_at
  from turns
  where is_done <> was_done or (not is_done and member <> held_by)
)
select complaint_id, dimension, member, from_at, until_at
from changes
where not is_done and member is not null
