/*---
title: {zh-CN: 措施按期完成率, en: Measures done on time}
kind: ratio
of: improvement_measure
unit: percent
better: higher
counts:
  zh-CN: 已到完成期限的改进措施，按期限日期计入
  en: improvement measures whose deadline has passed, on the day of the deadline
numerator:
  zh-CN: 在期限之前或当时已完成的
  en: those rolled out by then
excludes:
  zh-CN: 没有期限的措施
  en: measures without a deadline
guards: [measure_effective_rate]
---*/
select measure_id as record_id, due_at as at, coalesce(completed_at <= due_at, false)::int as numerator, 1 as denominator
from core.improvement_measures
cross join config.run
where due_at <= as_of
  and exists (select 1 from config.told where record = 'improvement_measure' and field = 'completed_at')
