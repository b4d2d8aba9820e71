/*---
title: {zh-CN: 根本原因查明率, en: Root cause known}
kind: ratio
of: complaint
unit: percent
better: higher
counts:
  zh-CN: 已解决的有效投诉，按解决日期计入
  en: valid complaints that are solved, on the day of the solution
numerator:
  zh-CN: 已记录根本原因的
  en: those whose root cause is recorded
minimum: 10
---*/
select complaint_id as record_id, resolved_at as at, (cause_root is not null)::int as numerator, 1 as denominator
from core.complaints
where is_valid and resolved_at is not null
  and exists (select 1 from config.told where record = 'complaint' and field = 'cause_root')
