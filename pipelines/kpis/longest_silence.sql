/*---
title: {zh-CN: 最长沉默时间, en: Longest silence}
kind: duration
of: complaint
unit: days
quantiles: [0.5, 0.9]
better: lower
counts:
  zh-CN: 有效投诉办结前，客户最长多久没有得到任何消息，按受理日期计入
  en: the longest time for which the customer of a valid complaint heard nothing before it was solved, on the day of receipt
minimum: 10
---*/
with
steps as (
  select
    timeline.complaint_id,
    timeline."at",
    lead(timeline."at") over (partition by timeline.complaint_id order by timeline.position) as next_at
  from core.timeline
  where timeline.event in ('received', 'responded', 'contacted', 'informed', 'called_back', 'resolved')
)
select
  complaint_id as record_id,
  received_at as at,
  max(epoch(least(coalesce(next_at, as_of), coalesce(first_done_at, as_of))) - epoch(steps."at")) as seconds,
  false as is_open
from steps
join core.complaints using (complaint_id)
cross join config.run
where is_valid and steps."at" < coalesce(first_done_at, as_of)
  and exists (select 1 from config.told where record = 'step' and field in ('responded', 'contacted', 'informed'))
group by complaint_id, received_at
