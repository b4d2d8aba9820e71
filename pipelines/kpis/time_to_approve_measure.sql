/*---
title: {zh-CN: 措施批准用时, en: Time to approve a measure}
kind: duration
of: improvement_measure
unit: days
quantiles: [0.5, 0.9]
better: lower
counts:
  zh-CN: 改进措施从提出到批准的时间，按提出日期计入；尚未批准的作删失处理（Kaplan–Meier）
  en: time from proposal to approval of improvement measures, on the day of the proposal; those not there yet are censored (Kaplan–Meier)
excludes:
  zh-CN: 批准时间早于提出时间的记录
  en: records whose approval comes before the proposal
guards: [open_measures]
---*/
select
  measure_id as record_id,
  proposed_at as at,
  epoch(coalesce(approved_at, as_of)) - epoch(proposed_at) as seconds,
  approved_at is null as is_open
from core.improvement_measures
cross join config.run
where coalesce(approved_at, as_of) >= proposed_at
  and exists (select 1 from config.told where record = 'improvement_measure' and field = 'approved_at')
