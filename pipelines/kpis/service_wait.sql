/*---
title: {zh-CN: 上门等待时间, en: Waiting for service}
kind: duration
of: service_order
unit: hours
quantiles: [0.5, 0.9]
better: lower
counts:
  zh-CN: 服务单从提出到上门的时间，按提出日期计入；尚未上门的作删失处理（Kaplan–Meier）
  en: time from the request to the arrival at the customer, on the day of the request; those still waiting are censored (Kaplan–Meier)
excludes:
  zh-CN: 上门时间早于提出时间的、已完成而无上门时间的记录
  en: records whose arrival comes before the request, and completed ones without an arrival
guards: [service_duration]
minimum: 10
---*/
select
  order_id as record_id,
  requested_at as at,
  epoch(coalesce(arrived_at, as_of)) - epoch(requested_at) as seconds,
  arrived_at is null as is_open
from core.service_orders
cross join config.run
where coalesce(arrived_at, as_of) >= requested_at
  and (arrived_at is not null or completed_at is null)
  and exists (select 1 from config.told where record = 'service_order' and field = 'arrived_at')
