/*---
title: {zh-CN: 建议采纳率, en: Suggestions taken up}
kind: ratio
of: complaint
unit: percent
better: higher
counts:
  zh-CN: 已有结论的建议，按决定日期计入
  en: suggestions that were decided on, on the day of the decision
numerator:
  zh-CN: 被采纳的
  en: those that were taken up
excludes:
  zh-CN: 尚无结论的建议
  en: suggestions without a verdict
guards: [suggestions]
minimum: 10
---*/
select complaint_id as record_id, decided_at as at, is_adopted::int as numerator, 1 as denominator
from core.complaints
cross join config.run
where kind = 'suggestion' and decided_at <= as_of and is_adopted is not null
