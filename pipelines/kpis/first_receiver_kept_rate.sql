/*---
title: {zh-CN: 首问负责率, en: Kept by the first receiver}
kind: ratio
of: complaint
unit: percent
better: higher
counts:
  zh-CN: 首问人与经办人均已知的有效投诉，按受理日期计入
  en: valid complaints whose first receiver and handler are known, on the day of receipt
numerator:
  zh-CN: 由首问人负责到底的
  en: those that the first receiver handled
guards: [transfer_rate]
minimum: 10
---*/
select complaint_id as record_id, received_at as at, (handler = first_receiver)::int as numerator, 1 as denominator
from core.complaints
where is_valid and handler is not null and first_receiver is not null
