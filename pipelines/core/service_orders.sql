/*---
what: each sheet of work at a customer's, as it was known at the as-of time
grain: one row per service order
materialized: view
notes: a step that came later has not happened yet; the terminal that took another's place is known once the work is done
---*/
select
  order_id,
  kind as service_kind,
  is_emergency,
  requested_at,
  case when approved_at <= as_of then approved_at end as approved_at,
  case when dispatched_at <= as_of then dispatched_at end as dispatched_at,
  case when arrived_at <= as_of then arrived_at end as arrived_at,
  case when completed_at <= as_of then completed_at end as completed_at,
  case when parts_missing_from <= as_of then parts_missing_from end as parts_missing_from,
  case when parts_arrived_at <= as_of then parts_arrived_at end as parts_arrived_at,
  vehicle,
  terminal_number,
  case when completed_at <= as_of then new_terminal_number end as new_terminal_number,
  is_paid,
  charge_amount,
  invoice_number,
  case when paid_at <= as_of then paid_at end as paid_at,
  case when handed_in_at <= as_of then handed_in_at end as handed_in_at,
  product,
  region,
  department,
  handler,
  partner
from staging.service_order
cross join config.run
where requested_at <= as_of
