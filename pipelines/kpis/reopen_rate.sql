/*---
title: {zh-CN: 重新打开率, en: Reopened}
kind: ratio
of: complaint
unit: percent
better: lower
counts:
  zh-CN: 已解决或办结过的有效投诉，按首次解决日期计入
  en: valid complaints that were ever solved or closed, on the day of the first time
numerator:
  zh-CN: 之后又继续处理的
  en: those that were handled again after it
guards: [resolution_on_time]
minimum: 10
---*/
select complaint_id as record_id, first_done_at as at, is_reopened::int as numerator, 1 as denominator
from core.complaints
where is_valid and first_done_at is not null
