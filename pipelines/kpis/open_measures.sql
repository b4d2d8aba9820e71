/*---
title: {zh-CN: 未完成措施, en: Open measures}
kind: stock
of: improvement_measure
unit: count
better: neither
counts:
  zh-CN: 期末已提出而尚未完成的改进措施
  en: improvement measures proposed and not rolled out at the end of the period
excludes:
  zh-CN: 完成时间早于提出时间的记录
  en: records rolled out before they were proposed
guards: [measure_on_time]
---*/
select measure_id as record_id, proposed_at as from_at, completed_at as until_at
from core.improvement_measures
where coalesce(completed_at >= proposed_at, true)
  and exists (select 1 from config.told where record = 'improvement_measure' and field = 'completed_at')
