/*---
title: {zh-CN: 有效投诉量, en: Valid complaints}
kind: count
of: complaint
unit: count
better: neither
counts:
  zh-CN: 经核实成立的投诉，按受理日期计入
  en: complaints that stand, on the day of receipt
excludes:
  zh-CN: 判定无效的投诉
  en: complaints judged invalid
guards: [invalid_rate]
---*/
select complaint_id as record_id, received_at as at
from core.complaints
where is_valid
