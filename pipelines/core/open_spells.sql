/*---
what: from when to when each case was open
grain: one row per spell; a case that was reopened has several
notes: until_at is null while the case is open; a case that was done before it was received was never open
---*/
with
once as (
  select complaint_id, received_at as from_at, first_done_at as until_at
  from core.complaints
  where not is_reopened
),
turns as (
  select
    complaint_id,
    "at",
    event in ('resolved', 'closed') as is_done,
    lag(event in ('resolved', 'closed')) over (partition by complaint_id order by position) as was_done,
    position
  from core.timeline
  where event in ('received', 'dispatched', 'transferred', 'escalated', 'extension_requested', 'extension_approved', 'investigated', 'handling', 'reopened', 'resolved', 'closed')
    and complaint_id in (select complaint_id from core.complaints where is_reopened)
),
changes as (
  select
    complaint_id,
    "at" as from_at,
    is_done,
    lead("at") over (partition by complaint_id order by position) as until_at
  from turns
  where was_done is distinct from is_done
),
spells as (
  select * from once
  union all
  select complaint_id, from_at, until_at from changes where not is_done
)
select *
from spells
where until_at is null or until_at >= from_at
