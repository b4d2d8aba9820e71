/*---
title: {zh-CN: 记录完整率, en: Record completeness}
kind: ratio
of: complaint
unit: percent
better: higher
counts:
  zh-CN: 有效投诉中制度要求填写的项目，按受理日期计入
  en: the fields that the policy requires, over valid complaints, on the day of receipt
numerator:
  zh-CN: 已填写的项目
  en: those that are filled in
minimum: 10
---*/
select
  complaint_id as record_id,
  complaints.received_at as at,
  rules.element,
  bit_count(registered.filled & rules.required) as numerator,
  bit_count(rules.required) as denominator
from core.complaints
join staging.complaint_filled as registered using (complaint_id)
join core.required_fields as rules
  on complaints.received_at >= rules.effective_from and complaints.received_at < rules.effective_until
where complaints.is_valid and rules.record = 'complaint'
  and coalesce(list_contains(rules.kinds, complaints.kind), rules.kinds is null)
