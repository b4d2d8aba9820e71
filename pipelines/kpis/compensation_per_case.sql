/*---
title: {zh-CN: 案均补偿金额, en: Compensation per compensated case}
kind: mean
of: complaint
unit: money
better: lower
counts:
  zh-CN: 得到补偿的投诉，按结案日期（未结案的按解决日期）计入
  en: cases that were compensated, on the day of closing (of the solution where it is not closed)
numerator:
  zh-CN: 补偿金额
  en: what they were paid
excludes:
  zh-CN: 未补偿的与尚未解决的投诉
  en: cases without compensation, and those that are not solved yet
guards: [compensation_total]
minimum: 10
---*/
select
  complaint_id as record_id,
  coalesce(closed_at, resolved_at) as at,
  compensation_amount as numerator,
  1 as denominator
from core.complaints
where compensation_amount > 0 and coalesce(closed_at, resolved_at) is not null
