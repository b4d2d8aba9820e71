/*---
what: what the figures by which units are compared count, by who handled the cases and what kind of cases they were
grain: one row per figure, month, department, handler, category, severity and channel
notes: it names people, so no page may show it
---*/
with
counted as (
  select 'resolution_on_time' as kpi, record_id, "at", numerator, denominator from kpis.resolution_on_time
  union all select 'response_on_time', record_id, "at", numerator, denominator from kpis.response_on_time
  union all select 'satisfaction', record_id, "at", numerator, denominator from kpis.satisfaction
  union all select 'success_rate', record_id, "at", numerator, denominator from kpis.success_rate
  union all select 'closed_loop_rate', record_id, "at", numerator, denominator from kpis.closed_loop_rate
  union all select 'reopen_rate', record_id, "at", numerator, denominator from kpis.reopen_rate
  union all select 'recurrence_rate', record_id, "at", numerator, denominator from kpis.recurrence_rate
  union all select 'escalation_rate', record_id, "at", numerator, denominator from kpis.escalation_rate
),
quarters as (
  select quarter_hour, date_trunc('month', timezone(run.time_zone, to_timestamp(900 * quarter_hour)))::date as month_start
  from (select distinct epoch("at")::bigint // 900 as quarter_hour from counted)
  cross join config.run as run
)
select
  counted.kpi,
  quarters.month_start,
  complaints.department,
  complaints.handler,
  complaints.category,
  complaints.severity,
  complaints.channel,
  sum(counted.numerator)::double as numerator,
  sum(counted.denominator)::double as denominator
from counted
join quarters on quarters.quarter_hour = epoch(counted."at")::bigint // 900
join core.complaints as complaints on complaints.complaint_id = counted.record_id
group by all
order by all
