/*---
title: {zh-CN: 按规则升级率, en: Escalated by rule}
kind: ratio
of: complaint
unit: percent
better: lower
counts:
  zh-CN: 有效投诉，按受理日期计入
  en: valid complaints, on the day of receipt
numerator:
  zh-CN: 依制度规则应当升级的，不论是否有人升级
  en: those that a rule of the policy escalates, whether or not a person did
guards: [escalation_rate]
minimum: 10
---*/
select
  complaint_id as record_id,
  received_at as at,
  (complaint_id in (select complaint_id from core.escalations))::int as numerator,
  1 as denominator
from core.complaints
where is_valid and exists (select 1 from policy.escalation)
