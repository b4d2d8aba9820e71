/*---
title: {zh-CN: 现场作业时间, en: Time of the work}
kind: duration
of: service_order
unit: hours
quantiles: [0.5, 0.9]
better: lower
counts:
  zh-CN: 服务单从上门到完成的时间，按上门日期计入；尚未完成的作删失处理（Kaplan–Meier）
  en: time from the arrival at the customer to completion, on the day of arrival; those not done yet are censored (Kaplan–Meier)
excludes:
  zh-CN: 完成时间早于上门时间的记录
  en: records completed before the arrival
guards: [service_wait]
minimum: 10
---*/
select
  order_id as record_id,
  arrived_at as at,
  epoch(coalesce(completed_at, as_of)) - epoch(arrived_at) as seconds,
  completed_at is null as is_open
from core.service_orders
cross join config.run
where coalesce(completed_at, as_of) >= arrived_at
  and exists (select 1 from config.told where record = 'service_order' and field = 'completed_at')
