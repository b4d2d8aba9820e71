/*---
title: {zh-CN: 转办率, en: Transferred}
kind: ratio
of: complaint
unit: percent
better: lower
counts:
  zh-CN: 有效投诉，按受理日期计入
  en: valid complaints, on the day of receipt
numerator:
  zh-CN: 处理过程中换过部门的
  en: those that changed department while they were handled
minimum: 10
---*/
select complaint_id as record_id, received_at as at, is_transferred::int as numerator, 1 as denominator
from core.complaints
where is_valid
  and exists (
    select 1 from config.told where (record = 'step' and field = 'transferred') or (record = 'complaint_event' and field = 'department')
  )
