/*---
title: {zh-CN: 表扬量, en: Praise}
kind: count
of: complaint
unit: count
better: higher
counts:
  zh-CN: 受理的表扬，按受理日期计入
  en: praise, on the day of receipt
---*/
select complaint_id as record_id, received_at as at
from core.complaints
where kind = 'praise'
