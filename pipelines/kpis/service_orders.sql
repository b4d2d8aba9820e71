/*---
title: {zh-CN: 服务单量, en: Service orders}
kind: count
of: service_order
unit: count
better: neither
counts:
  zh-CN: 客户提出的服务单，按提出日期计入
  en: service orders, on the day on which the customer asked for them
---*/
select order_id as record_id, requested_at as at
from core.service_orders
