/*---
title: {zh-CN: 服务单记录完整率, en: Completeness of service orders}
kind: ratio
of: service_order
unit: percent
better: higher
counts:
  zh-CN: 服务单中制度要求填写的项目，按提出日期计入
  en: the fields that the policy requires, over service orders, on the day on which they were asked for
numerator:
  zh-CN: 已填写的项目
  en: those that are filled in
minimum: 10
---*/
select
  order_id as record_id,
  requested_at as at,
  rules.element,
  bit_count(registered.filled & rules.required) as numerator,
  bit_count(rules.required) as denominator
from core.service_orders
join staging.service_order_filled as registered using (order_id)
join core.required_fields as rules
  on requested_at >= rules.effective_from and requested_at < rules.effective_until
where rules.record = 'service_order' and coalesce(list_contains(rules.kinds, service_kind), rules.kinds is null)
