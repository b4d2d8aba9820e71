/*---
title: {zh-CN: 净推荐值, en: Net promoter score}
kind: mean
of: survey_response
unit: points
better: higher
counts:
  zh-CN: 回答推荐意愿（0–10）的问卷，按作答日期计入
  en: answers on the likelihood to recommend (0 to 10), on the day of the answer
numerator:
  zh-CN: 推荐者计 +1，贬损者计 −1，其余计 0
  en: promoters count +1, detractors −1, others 0
minimum: 10
---*/
select
  response_id as record_id,
  answered_at as at,
  case when likelihood_to_recommend >= promoter_from then 1 when likelihood_to_recommend <= detractor_to then -1 else 0 end as numerator,
  1 as denominator
from core.survey_responses
where likelihood_to_recommend is not null
