/*---
title: {zh-CN: 措施实施用时, en: Time to roll a measure out}
kind: duration
of: improvement_measure
unit: days
quantiles: [0.5, 0.9]
better: lower
counts:
  zh-CN: 改进措施从批准到完成的时间，按批准日期计入；尚未完成的作删失处理（Kaplan–Meier）
  en: time from approval to roll-out of improvement measures, on the day of the approval; those not there yet are censored (Kaplan–Meier)
excludes:
  zh-CN: 完成时间早于批准时间的记录
  en: records whose roll-out comes before the approval
guards: [open_measures]
---*/
select
  measure_id as record_id,
  approved_at as at,
  epoch(coalesce(completed_at, as_of)) - epoch(approved_at) as seconds,
  completed_at is null as is_open
from core.improvement_measures
cross join config.run
where coalesce(completed_at, as_of) >= approved_at
  and exists (select 1 from config.told where record = 'improvement_measure' and field = 'completed_at')
