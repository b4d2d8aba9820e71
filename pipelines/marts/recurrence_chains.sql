/*---
what: complaints of one customer about one matter that came again within the window of the policy, in their order
grain: one row per complaint of a chain
notes: chain is the number of its first complaint. was_open marks a complaint that came while the one before was still open, which is asking
  again rather than a failure of the solution. first_outcome and first_compensation tell what the first solution was; window_days is
  the window of the policy when the complaint came
---*/
with recursive
valid as (
  select
    complaint_id, earlier_complaint_id, is_recurrence, received_at, resolved_at, outcome, compensation_amount,
    department, category, product, cause_root, channel
  from core.complaints
  where is_valid
),
linked as (
  select complaint_id as chain, 1 as position, valid.*, null::timestamptz as earlier_received_at, null::timestamptz as earlier_resolved_at
  from valid
  where not is_recurrence
    and complaint_id in (select earlier_complaint_id from valid where is_recurrence)
  union all
  select linked.chain, linked.position + 1, valid.*, linked.received_at, linked.resolved_at
  from linked
  join valid on valid.earlier_complaint_id = linked.complaint_id
  where valid.is_recurrence
)
select
  linked.chain,
  linked.position,
  linked.complaint_id,
  timezone(run.time_zone, linked.received_at) as received_at,
  (epoch(linked.received_at) - epoch(linked.earlier_received_at)) / 86400 as days_since_earlier,
  linked.position > 1 and (linked.earlier_resolved_at is null or linked.earlier_resolved_at > linked.received_at) as was_open,
  coalesce(linked.department, '') as department,
  coalesce(linked.category, '') as category,
  coalesce(linked.product, '') as product,
  coalesce(linked.cause_root, '') as cause_root,
  coalesce(linked.channel, '') as channel,
  first_one.outcome as first_outcome,
  first_one.compensation_amount as first_compensation,
  first_one.cause_root as first_cause_root,
  rules.window_days
from linked
join valid as first_one on first_one.complaint_id = linked.chain
cross join config.run as run
left join policy.recurrence as rules
  on linked.received_at >= rules.effective_from and linked.received_at < rules.effective_until
order by linked.chain, linked.position
