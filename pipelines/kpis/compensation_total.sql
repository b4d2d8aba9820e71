/*---
title: {zh-CN: 补偿总额, en: Compensation paid}
kind: sum
of: complaint
unit: money
better: lower
counts:
  zh-CN: 已记录的补偿金额，按结案日期（未结案的按解决日期）计入
  en: the compensation recorded, on the day of closing (of the solution where it is not closed)
excludes:
  zh-CN: 尚未解决的投诉
  en: cases that are not solved yet
guards: [compensation_per_case]
---*/
select complaint_id as record_id, coalesce(closed_at, resolved_at) as at, compensation_amount as numerator
from core.complaints
where compensation_amount is not null and coalesce(closed_at, resolved_at) is not null
