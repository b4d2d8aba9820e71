/*---
title: {zh-CN: 待料时间, en: Waiting for parts}
kind: duration
of: service_order
unit: days
quantiles: [0.5, 0.9]
better: lower
counts:
  zh-CN: 服务单从缺料到到料的时间，按缺料日期计入；尚未到料的作删失处理（Kaplan–Meier）
  en: time for which service orders waited for a part, on the day on which the wait began; those still waiting are censored (Kaplan–Meier)
excludes:
  zh-CN: 到料时间早于缺料时间的、已完成而无到料时间的记录
  en: records whose part came before it was missing, and completed ones without its arrival
guards: [service_wait]
minimum: 10
---*/
select
  order_id as record_id,
  parts_missing_from as at,
  epoch(coalesce(parts_arrived_at, as_of)) - epoch(parts_missing_from) as seconds,
  parts_arrived_at is null as is_open
from core.service_orders
cross join config.run
where coalesce(parts_arrived_at, as_of) >= parts_missing_from
  and (parts_arrived_at is not null or completed_at is null)
  and exists (select 1 from config.told where record = 'service_order' and field = 'parts_arrived_at')
