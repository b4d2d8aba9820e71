/*---
title: {zh-CN: 投诉量, en: Complaints}
kind: count
of: complaint
unit: count
better: neither
counts:
  zh-CN: 受理的全部投诉，按受理日期计入
  en: all complaints, on the day of receipt
excludes:
  zh-CN: 建议、举报、咨询与表扬
  en: suggestions, reports, inquiries and praise
guards: [invalid_rate]
---*/
select complaint_id as record_id, received_at as at
from core.complaints
where kind = 'complaint'
