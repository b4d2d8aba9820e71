/*---
what: what the figures of the scorecard count, by whom it counts to and what kind of cases they were
grain: one row per figure, month, dimension, member, category, severity and channel
notes: numerator and denominator are as they count, earlier_ ones as they would without rulings. A rate has no kinds of cases, for what is counted and what it
  is counted by are different records. It names people, so only pages of performance may show it
---*/
select
  records.kpi,
  date_trunc('month', records."at")::date as month_start,
  records.dimension,
  records.member,
  cases.category,
  cases.severity,
  cases.channel,
  bool_or(records.is_provisional) as is_provisional,
  sum((records.share * records.numerator)::decimal(28, 6)) as numerator,
  sum((records.share * records.denominator)::decimal(28, 6)) as denominator,
  sum((records.earlier_share * records.earlier_numerator)::decimal(28, 6)) as earlier_numerator,
  sum((records.earlier_share * records.denominator)::decimal(28, 6)) as earlier_denominator
from marts.attributed_records as records
join config.kpis as kpis using (kpi)
left join core.complaints as cases on cases.complaint_id = case when kpis.kind <> 'rate' then records.record_id end
group by all
order by all
