/*---
title: {zh-CN: 合作网点完成占比, en: Done by partners}
kind: ratio
of: service_order
unit: percent
better: neither
counts:
  zh-CN: 已完成的服务单，按完成日期计入
  en: completed service orders, on the day of completion
numerator:
  zh-CN: 由合作网点完成的
  en: those that a partner did
minimum: 10
---*/
select order_id as record_id, completed_at as at, (partner is not null)::int as numerator, 1 as denominator
from core.service_orders
where completed_at is not null
  and exists (select 1 from config.told where record = 'service_order' and field = 'partner')
