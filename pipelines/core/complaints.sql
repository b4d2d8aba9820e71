/*---
what: each case with its lifecycle as it was known at the as-of time
grain: one row per case
units: a window of days is counted in the zone of the session, which is the pipeline's
notes: a department or handler that the event log names at the work itself wins over the register's; handling that
  follows a resolved or closed is a reopening, whether or not the source says so; resolved_at is when a case that is done was
  solved for good, be it closed some time later. Of a case that is known by its archiving alone, nothing can be told but that it ended
  before the records begin; it is left out
---*/
with
run as (select as_of from config.run),
steps as (
  select
    complaint_id,
    min("at") as first_at,
    min("at") filter (event = 'received') as received_at,
    min("at") filter (event = 'registered') as registered_at,
    min("at") filter (event = 'dispatched') as dispatched_at,
    min("at") filter (event = 'responded') as responded_at,
    min("at") filter (event = 'contacted') as contacted_at,
    min("at") filter (event = 'escalated') as escalated_at,
    min("at") filter (event = 'extension_requested') as extension_requested_at,
    min("at") filter (event = 'extension_approved') as extension_approved_at,
    min("at") filter (event in ('resolved', 'closed')) as first_done_at,
    min("at") filter (event = 'closed') as closed_at,
    min("at") filter (event = 'archived') as archived_at,
    max("at") filter (event = 'informed') as informed_at,
    max("at") filter (event = 'called_back') as called_back_at,
    min(position) filter (event in ('resolved', 'closed')) as first_done_position,
    max(position) filter (event in ('resolved', 'closed')) as last_done_position,
    max(position) filter (
      event in ('dispatched', 'transferred', 'escalated', 'extension_requested', 'extension_approved', 'investigated', 'handling', 'reopened')
    ) as last_handled_position,
    coalesce(bool_or(event = 'transferred'), false)
      or coalesce(
        min(department) filter (event in ('transferred', 'investigated', 'handling', 'reopened', 'resolved'))
          <> max(department) filter (event in ('transferred', 'investigated', 'handling', 'reopened', 'resolved')),
        false
      ) as is_transferred,
    coalesce(bool_or(event = 'invalidated'), false) as is_invalidated,
    max_by(handler, position) filter (event = 'invalidated') as invalidated_by,
    max_by(department, position) filter (
      department is not null and event in ('dispatched', 'transferred', 'escalated', 'investigated', 'handling', 'reopened', 'resolved')
    ) as department,
    max_by(handler, position) filter (
      handler is not null and event in ('dispatched', 'transferred', 'escalated', 'investigated', 'handling', 'reopened', 'resolved')
    ) as handler
  from core.timeline
  group by complaint_id
  having bool_or(event <> 'archived')
),
solved_again as (
  select timeline.complaint_id, min(timeline."at") as resolved_at
  from core.timeline as timeline
  join steps using (complaint_id)
  where steps.last_handled_position > steps.first_done_position
    and timeline.event in ('resolved', 'closed') and timeline.position > steps.last_handled_position
  group by timeline.complaint_id
),
cases as (
  select
    steps.complaint_id,
    coalesce(registered.kind, 'complaint') as kind,
    coalesce(steps.received_at, steps.first_at) as received_at,
    steps.registered_at,
    steps.dispatched_at,
    steps.responded_at,
    steps.contacted_at,
    steps.escalated_at,
    steps.extension_requested_at,
    steps.extension_approved_at,
    steps.informed_at,
    steps.called_back_at,
    steps.closed_at,
    steps.archived_at,
    steps.first_done_at,
    solved_again.resolved_at as resolved_again_at,
    coalesce(steps.last_handled_position > steps.first_done_position, false) as is_reopened,
    steps.last_done_position is not null
      and coalesce(steps.last_handled_position < steps.last_done_position, true) as is_done,
    steps.is_transferred,
    steps.escalated_at is not null or registered.escalation_level is not null as is_escalated,
    coalesce(registered.is_valid, true) and not steps.is_invalidated as is_standing,
    registered.invalid_reason,
    coalesce(registered.validity_judged_by, steps.invalidated_by) as judge,
    registered.sheet_number,
    registered.due_at,
    registered.reported_on_time,
    registered.extension_until,
    registered.extension_approved_by,
    registered.callback_score,
    registered.outcome,
    registered.responsibility,
    registered.compensation_amount,
    registered.decided_at,
    registered.is_adopted,
    registered.reward_amount,
    registered.affected_share,
    registered.about_leader,
    registered.first_receiver,
    coalesce(registered.customer_id, registered.customer_phone, registered.customer_email) as customer_key,
    coalesce(steps.department, registered.department) as department,
    coalesce(steps.handler, registered.handler) as handler,
    registered.category,
    registered.subcategory,
    registered.severity,
    registered.risk,
    registered.channel,
    registered.customer_segment as segment,
    segments."group" as segment_group,
    registered.product,
    registered.region,
    registered.cause_direct,
    registered.cause_indirect,
    registered.cause_root,
    coalesce(registered.sequence, 0) as sequence
  from steps
  left join staging.complaint as registered using (complaint_id)
  left join solved_again using (complaint_id)
  left join policy.segments as segments
    on segments.code = registered.customer_segment
    and registered.received_at >= segments.effective_from and registered.received_at < segments.effective_until
),
ruled as (
  select
    cases.*,
    cases.kind = 'complaint' and cases.is_standing as is_valid,
    rules.window_days,
    concat_ws(
      chr(31),
      cases.customer_key,
      case when list_contains(rules.match, 'category') then coalesce(cases.category, '') end,
      case when list_contains(rules.match, 'subcategory') then coalesce(cases.subcategory, '') end,
      case when list_contains(rules.match, 'product') then coalesce(cases.product, '') end,
      case when list_contains(rules.match, 'region') then coalesce(cases.region, '') end
    ) as match_key
  from cases
  left join policy.recurrence as rules
    on cases.received_at >= rules.effective_from and cases.received_at < rules.effective_until
),
earlier as (
  select
    complaint_id,
    lag(complaint_id) over same_matter as earlier_complaint_id,
    lag(received_at) over same_matter as earlier_received_at
  from ruled
  where is_valid and customer_key is not null
  window same_matter as (partition by match_key order by received_at, sequence, complaint_id)
)
select
  ruled.* exclude (is_standing, window_days, match_key, sequence, resolved_again_at),
  case when ruled.is_done then coalesce(ruled.resolved_again_at, ruled.first_done_at) end as resolved_at,
  coalesce(earlier.earlier_received_at >= ruled.received_at - to_days(ruled.window_days), false) as is_recurrence,
  earlier.earlier_complaint_id
from ruled
left join earlier using (complaint_id)
where ruled.received_at <= (select as_of from run)
