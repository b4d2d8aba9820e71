/*---
title: {zh-CN: 满意度调查得分率, en: Survey satisfaction (top boxes)}
kind: ratio
of: survey_response
unit: percent
better: higher
counts:
  zh-CN: 作答的调查条目，按作答日期计入
  en: answered survey items, on the day of the answer
numerator:
  zh-CN: 选择最满意两档的
  en: those in the best two boxes
minimum: 10
---*/
select response_id as record_id, answered_at as at, (score > scale_high - top_boxes)::int as numerator, 1 as denominator
from core.survey_responses
where score is not null
