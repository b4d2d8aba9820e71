/*---
what: whether each closed case went through every step that the policy asks for, in their order
grain: one row per valid case that was ever solved or closed; none where a step is asked for of which no source tells
notes: the first time counts for steps before the solution, the last time for the solution and what follows it, so that a case that
  was reopened must be told and called back anew
---*/
with
loops as (
  select effective_from, effective_until, steps, list_position(steps, 'resolved') as solved_place
  from policy.closed_loop
  where not exists (
    select 1
    from (select unnest(steps) as step) as asked
    where asked.step not in (select field from config.told where record = 'step')
  )
),
cases as (
  select complaints.complaint_id, loops.steps, loops.solved_place
  from core.complaints
  join loops on complaints.received_at >= loops.effective_from and complaints.received_at < loops.effective_until
  where complaints.is_valid and complaints.first_done_at is not null
),
taken as (
  select
    timeline.complaint_id,
    list_position(cases.steps, timeline.event) as place,
    case
      when list_position(cases.steps, timeline.event) < cases.solved_place then min(timeline.position)
      else max(timeline.position)
    end as position
  from core.timeline
  join cases using (complaint_id)
  where list_contains(cases.steps, timeline.event)
  group by timeline.complaint_id, place, cases.solved_place
),
ordered as (
  select complaint_id, place, position < lag(position) over (partition by complaint_id order by place) as is_early
  from taken
),
loops_taken as (
  select complaint_id, count(*) as steps_taken, coalesce(bool_or(is_early), false) as is_out_of_order
  from ordered
  group by complaint_id
)
select
  cases.complaint_id,
  len(cases.steps) as steps_asked,
  coalesce(loops_taken.steps_taken, 0) as steps_taken,
  coalesce(loops_taken.is_out_of_order, false) as is_out_of_order,
  coalesce(loops_taken.steps_taken = len(cases.steps) and not loops_taken.is_out_of_order, false) as is_complete
from cases
left join loops_taken using (complaint_id)
