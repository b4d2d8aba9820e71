/*---
title: {zh-CN: 不合格品处理及时率, en: Nonconformance sheets answered on time}
kind: ratio
of: nonconformance
unit: percent
better: higher
counts:
  zh-CN: 已到回复期限的不合格品处理单，按期限日期计入
  en: nonconformance sheets whose deadline has passed, on the day of the deadline
numerator:
  zh-CN: 在期限之前或当时已回复原因与措施的
  en: those answered with cause and measures by then
excludes:
  zh-CN: 没有期限的处理单
  en: sheets without a deadline
guards: [defect_repeat_rate]
minimum: 10
---*/
select nonconformance_id as record_id, due_at as at, coalesce(answered_at <= due_at, false)::int as numerator, 1 as denominator
from core.nonconformances
cross join config.run
where due_at <= as_of
  and exists (select 1 from config.told where record = 'nonconformance' and field = 'answered_at')
