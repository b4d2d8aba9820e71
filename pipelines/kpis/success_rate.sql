/*---
title: {zh-CN: 处理成功率, en: Solved for good}
kind: ratio
of: complaint
unit: percent
better: higher
counts:
  zh-CN: 已结案且处理结果已知的有效投诉，按结案日期计入
  en: closed valid complaints whose outcome is known, on the day of closing
numerator:
  zh-CN: 已解决且未重新打开的
  en: those that were resolved and not reopened
excludes:
  zh-CN: 处理结果未记录的投诉
  en: complaints without an outcome
guards: [reopen_rate, invalid_rate]
minimum: 10
---*/
select
  complaint_id as record_id,
  closed_at as at,
  (outcome = 'resolved' and not is_reopened)::int as numerator,
  1 as denominator
from core.complaints
where is_valid and closed_at is not null and outcome is not null
