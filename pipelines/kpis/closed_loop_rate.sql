/*---
title: {zh-CN: 闭环率, en: Closed loops}
kind: ratio
of: complaint
unit: percent
better: higher
counts:
  zh-CN: 已办结的有效投诉，按首次解决日期计入
  en: valid complaints that were ever solved or closed, on the day of the first time
numerator:
  zh-CN: 制度要求的各环节齐全且先后有序的
  en: those that went through every step that the policy asks for, in their order
minimum: 10
---*/
select complaint_id as record_id, first_done_at as at, is_complete::int as numerator, 1 as denominator
from core.closed_loops
join core.complaints using (complaint_id)
