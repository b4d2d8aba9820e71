/*---
title: {zh-CN: 举报量, en: Reports}
kind: count
of: complaint
unit: count
better: neither
counts:
  zh-CN: 受理的举报，按受理日期计入
  en: reports of wrongdoing, on the day of receipt
---*/
select complaint_id as record_id, received_at as at
from core.complaints
where kind = 'report'
