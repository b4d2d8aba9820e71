/*---
title: {zh-CN: 低分项立项率, en: Low survey items with a measure}
kind: ratio
of: survey_item
unit: percent
better: higher
counts:
  zh-CN: 平均分低于制度界限的调查条目，在提出措施的期限届满时计入
  en: survey items whose mean lies under the limit of the policy, when the time to propose a measure is over
numerator:
  zh-CN: 期限内已提出改进措施的
  en: those for which a measure was proposed within the time
guards: [low_item_approved_rate, low_item_told_rate]
---*/
select survey_item_id as record_id, due_at as at, coalesce(proposed_at <= due_at, false)::int as numerator, 1 as denominator
from core.survey_items
cross join config.run
where is_low and due_at <= as_of
  and exists (select 1 from config.told where record = 'improvement_measure' and field = 'survey_item')
