/*---
title: {zh-CN: 返修率, en: Repeated repairs}
kind: ratio
of: service_order
unit: percent
better: lower
counts:
  zh-CN: 已完成且观察期已满的维修，按完成日期计入
  en: completed repairs whose time of observation is over, on the day of completion
numerator:
  zh-CN: 其间同一车辆或终端（换机后按新终端）再次报修的
  en: those of whose vehicle or terminal (the new one where it was changed) another repair was asked for within that time
excludes:
  zh-CN: 车辆与终端均未记录的维修
  en: repairs without vehicle and terminal
guards: [service_duration]
minimum: 10
---*/
select order_id as record_id, repairs.completed_at as at, (repeated_by is not null)::int as numerator, 1 as denominator
from core.repairs as repairs
cross join config.run
where window_until <= as_of
