/*---
what: the cases that each headline figure of complaints counts, with the month in which it counts them
grain: one row per figure and case
materialized: view
notes: these are the records of the KPIs themselves; a count has no denominator
---*/
with
counted as (
  select 'complaints' as kpi, record_id, "at", 1 as numerator, null as denominator from kpis.complaints
  union all select 'valid_complaints', record_id, "at", 1, null from kpis.valid_complaints
  union all select 'registration_on_time', record_id, "at", numerator, denominator from kpis.registration_on_time
  union all select 'response_on_time', record_id, "at", numerator, denominator from kpis.response_on_time
  union all select 'resolution_on_time', record_id, "at", numerator, denominator from kpis.resolution_on_time
  union all select 'resolution_on_time_original', record_id, "at", numerator, denominator from kpis.resolution_on_time_original
  union all select 'callback_on_time', record_id, "at", numerator, denominator from kpis.callback_on_time
  union all select 'success_rate', record_id, "at", numerator, denominator from kpis.success_rate
  union all select 'satisfaction', record_id, "at", numerator, denominator from kpis.satisfaction
  union all select 'recurrence_rate', record_id, "at", numerator, denominator from kpis.recurrence_rate
  union all select 'reopen_rate', record_id, "at", numerator, denominator from kpis.reopen_rate
  union all select 'transfer_rate', record_id, "at", numerator, denominator from kpis.transfer_rate
  union all select 'escalation_rate', record_id, "at", numerator, denominator from kpis.escalation_rate
  union all select 'external_rate', record_id, "at", numerator, denominator from kpis.external_rate
  union all select 'invalid_rate', record_id, "at", numerator, denominator from kpis.invalid_rate
  union all select 'closed_loop_rate', record_id, "at", numerator, denominator from kpis.closed_loop_rate
)
select
  counted.kpi,
  counted.record_id as number,
  date_trunc('month', timezone(run.time_zone, counted."at"))::date as "month",
  counted.numerator::integer as numerator,
  counted.denominator::integer as denominator
from counted
cross join config.run as run
