/*---
title: {zh-CN: 收费记录完整率, en: Charges recorded}
kind: ratio
of: service_order
unit: percent
better: higher
counts:
  zh-CN: 已完成的收费服务单，按完成日期计入
  en: completed service orders that the customer pays for, on the day of completion
numerator:
  zh-CN: 金额与发票号均已登记的
  en: those with both amount and invoice
guards: [time_to_hand_in]
minimum: 10
---*/
select
  order_id as record_id,
  completed_at as at,
  (charge_amount is not null and invoice_number is not null)::int as numerator,
  1 as denominator
from core.service_orders
where is_paid and completed_at is not null
  and exists (select 1 from config.told where record = 'service_order' and field = 'charge_amount')
  and exists (select 1 from config.told where record = 'service_order' and field = 'invoice_number')
