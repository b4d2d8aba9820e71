/*---
title: {zh-CN: 低分项结果告知率, en: Low survey items whose customers were told}
kind: ratio
of: survey_item
unit: percent
better: higher
counts:
  zh-CN: 平均分低于制度界限的调查条目，在提出措施的期限届满时计入
  en: survey items whose mean lies under the limit of the policy, when the time to propose a measure is over
numerator:
  zh-CN: 已将结果告知客户的
  en: those whose customers were told the result
guards: [low_item_measure_rate]
---*/
select survey_item_id as record_id, due_at as at, (customer_informed_at is not null)::int as numerator, 1 as denominator
from core.survey_items
cross join config.run
where is_low and due_at <= as_of
  and exists (select 1 from config.told where record = 'improvement_measure' and field = 'survey_item')
  and exists (select 1 from config.told where record = 'improvement_measure' and field = 'customer_informed_at')
