/*---
title: {zh-CN: 无效投诉率, en: Invalid complaints}
kind: ratio
of: complaint
unit: percent
better: neither
counts:
  zh-CN: 全部投诉，按受理日期计入
  en: all complaints, on the day of receipt
numerator:
  zh-CN: 判定不成立的
  en: those that do not stand
minimum: 10
---*/
select complaint_id as record_id, received_at as at, (not is_valid)::int as numerator, 1 as denominator
from core.complaints
where kind = 'complaint'
