/*---
what: headline figures of complaints in the smallest parts by which an analyst filters them, so that a filtered figure is a sum
grain: one row per figure, month, department, category and channel
materialized: view
---*/
select
  records.kpi,
  records."month",
  coalesce(cases.department, '') as department,
  coalesce(cases.category, '') as category,
  coalesce(cases.channel, '') as channel,
  sum(records.numerator)::integer as numerator,
  sum(records.denominator)::integer as denominator
from marts.figure_records as records
join core.complaints as cases on cases.complaint_id = records.number
group by all
