/*---
title: {zh-CN: 每周联系次数, en: Contacts per open week}
kind: rate
of: complaint
unit: per_week
better: higher
counts:
  zh-CN: 有效投诉在办期间的周数，按受理日期计入
  en: weeks for which valid complaints were open, on the day of receipt
numerator:
  zh-CN: 其间联系客户的次数
  en: how often the customer was contacted in that time
---*/
select
  complaints.complaint_id as record_id,
  received_at as at,
  count(timeline.event) as numerator,
  (epoch(coalesce(first_done_at, as_of)) - epoch(received_at)) / epoch(interval 7 days) as denominator
from core.complaints
cross join config.run
left join core.timeline as timeline
  on timeline.complaint_id = complaints.complaint_id
  and timeline.event in ('responded', 'contacted', 'informed') and timeline."at" <= coalesce(first_done_at, as_of)
where is_valid and coalesce(first_done_at, as_of) > received_at
  and exists (select 1 from config.told where record = 'step' and field in ('responded', 'contacted', 'informed'))
group by complaints.complaint_id, received_at, first_done_at, as_of
