/*---
title: {zh-CN: 客户可识别率, en: Known customers}
kind: ratio
of: complaint
unit: percent
better: higher
counts:
  zh-CN: 有效投诉，按受理日期计入
  en: valid complaints, on the day of receipt
numerator:
  zh-CN: 能识别客户身份的
  en: those whose customer is known
minimum: 10
---*/
select complaint_id as record_id, received_at as at, (customer_key is not null)::int as numerator, 1 as denominator
from core.complaints
where is_valid
