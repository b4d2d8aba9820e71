/*---
title: {zh-CN: 换件登记率, en: Replacements recorded}
kind: ratio
of: service_order
unit: percent
better: higher
counts:
  zh-CN: 已完成的终端更换与换卡工单，按完成日期计入
  en: finished sheets of changed terminals and SIM cards, on the day on which they were finished
numerator:
  zh-CN: 新旧号码均已登记的
  en: those whose old and new number stand in the record
minimum: 10
---*/
select
  order_id as record_id,
  orders.completed_at as at,
  case orders.service_kind
    when 'replacement' then registered.terminal_number is not null and registered.new_terminal_number is not null
    else registered.sim_number is not null and registered.new_sim_number is not null
  end::int as numerator,
  1 as denominator
from core.service_orders as orders
join staging.service_order as registered using (order_id)
where orders.service_kind in ('replacement', 'sim_change') and orders.completed_at is not null
