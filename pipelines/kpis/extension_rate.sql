/*---
title: {zh-CN: 延期率, en: Extended}
kind: ratio
of: complaint
unit: percent
better: lower
counts:
  zh-CN: 有效投诉，按受理日期计入
  en: valid complaints, on the day of receipt
numerator:
  zh-CN: 获准延期的
  en: those that were granted more time
guards: [resolution_on_time_original]
minimum: 10
---*/
select
  complaint_id as record_id,
  received_at as at,
  coalesce(extension_until is not null and (extension_approved_at is not null or extension_approved_by is not null), false)::int as numerator,
  1 as denominator
from core.complaints
where is_valid
  and exists (select 1 from config.told where record = 'complaint' and field = 'extension_until')
