/*---
title: {zh-CN: 未结投诉, en: Open complaints}
kind: stock
of: complaint
unit: count
better: lower
counts:
  zh-CN: 期末尚未解决的有效投诉
  en: valid complaints not solved at the end of the period
guards: [overdue_complaints]
---*/
select complaint_id as record_id, from_at, until_at
from core.open_spells
join core.complaints using (complaint_id)
where is_valid
