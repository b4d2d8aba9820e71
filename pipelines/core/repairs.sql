/*---
what: each completed repair, and the first repair of the same vehicle or terminal that was asked for within the window
grain: one row per completed repair of a known vehicle or terminal
units: a window of days is counted in the zone of the session, which is the pipeline's
notes: a terminal is followed under the number of the one that took its place; the version of the policy is that of the day
  of completion
---*/
with recursive
repairs as (
  select
    order_id,
    completed_at,
    completed_at + to_days(rules.window_days) as window_until,
    vehicle,
    coalesce(new_terminal_number, terminal_number) as terminal_number
  from core.service_orders
  join policy.repair as rules
    on completed_at >= rules.effective_from and completed_at < rules.effective_until
  where service_kind = 'repair' and coalesce(vehicle, new_terminal_number, terminal_number) is not null
),
terminals as (
  select order_id, terminal_number, completed_at as since_at, window_until
  from repairs
  where terminal_number is not null
  union
  select terminals.order_id, swaps.new_terminal_number, swaps.completed_at, terminals.window_until
  from terminals
  join core.service_orders as swaps
    on swaps.terminal_number = terminals.terminal_number and swaps.new_terminal_number is not null
    and swaps.completed_at >= terminals.since_at and swaps.completed_at <= terminals.window_until
),
further as (
  select order_id, requested_at, vehicle, terminal_number
  from core.service_orders
  where service_kind = 'repair'
),
followed as (
  select repairs.order_id, further.order_id as repeated_by, further.requested_at as repeated_at
  from repairs
  join further
    on further.vehicle = repairs.vehicle
    and further.requested_at > repairs.completed_at and further.requested_at <= repairs.window_until
  union all
  select terminals.order_id, further.order_id, further.requested_at
  from terminals
  join further
    on further.terminal_number = terminals.terminal_number
    and further.requested_at > terminals.since_at and further.requested_at <= terminals.window_until
),
firsts as (
  select order_id, min(struct_pack(repeated_at, repeated_by)) as repetition
  from followed
  group by order_id
)
select
  repairs.order_id,
  repairs.completed_at,
  repairs.window_until,
  firsts.repetition.repeated_at,
  firsts.repetition.repeated_by
from repairs
left join firsts using (order_id)
