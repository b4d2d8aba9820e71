/*---
title: {zh-CN: 措施评估用时, en: Time to judge a measure}
kind: duration
of: improvement_measure
unit: days
quantiles: [0.5, 0.9]
better: lower
counts:
  zh-CN: 改进措施从完成到评估的时间，按完成日期计入；尚未评估的作删失处理（Kaplan–Meier）
  en: time from roll-out to judgement of improvement measures, on the day of the roll-out; those not there yet are censored (Kaplan–Meier)
excludes:
  zh-CN: 评估时间早于完成时间的记录
  en: records whose judgement comes before the roll-out
guards: [open_measures]
---*/
select
  measure_id as record_id,
  completed_at as at,
  epoch(coalesce(evaluated_at, as_of)) - epoch(completed_at) as seconds,
  evaluated_at is null as is_open
from core.improvement_measures
cross join config.run
where coalesce(evaluated_at, as_of) >= completed_at
  and exists (select 1 from config.told where record = 'improvement_measure' and field = 'evaluated_at')
