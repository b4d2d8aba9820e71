/*---
title: {zh-CN: 措施有效率, en: Measures judged effective}
kind: ratio
of: improvement_measure
unit: percent
better: higher
counts:
  zh-CN: 已到评估期限的改进措施，按期限日期计入
  en: improvement measures whose effect was to be judged by now, on the day of that deadline
numerator:
  zh-CN: 按期评估且判定有效的
  en: those judged by then to have worked
excludes:
  zh-CN: 没有评估期限的措施
  en: measures without such a deadline
guards: [measure_on_time]
---*/
select
  measure_id as record_id,
  evaluation_due_at as at,
  coalesce(is_effective and evaluated_at <= evaluation_due_at, false)::int as numerator,
  1 as denominator
from core.improvement_measures
cross join config.run
where evaluation_due_at <= as_of
  and exists (select 1 from config.told where record = 'improvement_measure' and field = 'evaluated_at')
  and exists (select 1 from config.told where record = 'improvement_measure' and field = 'is_effective')
