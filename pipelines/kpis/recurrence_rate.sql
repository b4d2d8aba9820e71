/*---
title: {zh-CN: 投诉重复率, en: Recurrence rate}
kind: ratio
of: complaint
unit: percent
better: lower
counts:
  zh-CN: 客户身份已知的有效投诉，按受理日期计入
  en: valid complaints with a known customer, on the day of receipt
numerator:
  zh-CN: 同一客户在规定天数内就同类事项曾投诉过的
  en: those with an earlier complaint of the same customer and matter within the window of the policy
guards: [identity_coverage, invalid_rate]
minimum: 10
---*/
select complaint_id as record_id, received_at as at, is_recurrence::int as numerator, 1 as denominator
from core.complaints
where is_valid and customer_key is not null
