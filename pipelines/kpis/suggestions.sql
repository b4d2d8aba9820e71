/*---
title: {zh-CN: 建议量, en: Suggestions}
kind: count
of: complaint
unit: count
better: neither
counts:
  zh-CN: 受理的建议，按受理日期计入
  en: suggestions, on the day of receipt
guards: [suggestion_adoption_rate]
---*/
select complaint_id as record_id, received_at as at
from core.complaints
where kind = 'suggestion'
