/*---
title: {zh-CN: 派工前批准率, en: Approved before dispatch}
kind: ratio
of: service_order
unit: percent
better: higher
counts:
  zh-CN: 已派工的服务单，按派工日期计入
  en: service orders for which somebody was sent, on that day
numerator:
  zh-CN: 派工之前或当时已获批准的
  en: those approved by then
minimum: 10
---*/
select
  order_id as record_id,
  dispatched_at as at,
  coalesce(approved_at <= dispatched_at, false)::int as numerator,
  1 as denominator
from core.service_orders
where dispatched_at is not null
  and exists (select 1 from config.told where record = 'service_order' and field = 'approved_at')
