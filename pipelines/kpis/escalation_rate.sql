/*---
title: {zh-CN: 投诉升级率, en: Escalated}
kind: ratio
of: complaint
unit: percent
better: lower
counts:
  zh-CN: 有效投诉，按受理日期计入
  en: valid complaints, on the day of receipt
numerator:
  zh-CN: 由人员升级处理的
  en: those that a person escalated
guards: [escalation_by_rule_rate, transfer_rate]
minimum: 10
---*/
select complaint_id as record_id, received_at as at, is_escalated::int as numerator, 1 as denominator
from core.complaints
where is_valid
  and exists (
    select 1 from config.told where (record = 'step' and field = 'escalated') or (record = 'complaint' and field = 'escalation_level')
  )
