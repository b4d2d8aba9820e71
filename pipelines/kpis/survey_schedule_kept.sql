/*---
title: {zh-CN: 调查按期开展率, en: Surveys held when due}
kind: ratio
of: survey_round
unit: percent
better: higher
counts:
  zh-CN: 制度要求开展的调查，在应开展月份结束时计入
  en: the surveys that the policy asks for, at the end of the month in which they are due
numerator:
  zh-CN: 当月已发出邀请或收到答卷的
  en: those for which somebody was asked or answered in that month
guards: [survey_response_rate]
---*/
select survey_round_id as record_id, due_at as at, (state = 'held')::int as numerator, 1 as denominator
from core.survey_rounds
cross join config.run
where due_at < as_of
  and exists (select 1 from config.told where record in ('survey_invitation', 'survey_response'))
