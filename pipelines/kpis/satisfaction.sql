/*---
title: {zh-CN: 处理满意度, en: Satisfied with the handling}
kind: ratio
of: complaint
unit: percent
better: higher
counts:
  zh-CN: 回访或事后调查给出评分的投诉，按评分日期计入；同一投诉以最近一次评分为准
  en: complaints scored at the call-back or in a survey after the case, on the day of the score; the latest score counts
numerator:
  zh-CN: 评分达到制度规定满意线的
  en: those at or above the score that the policy calls satisfied
guards: [callback_unreached_rate]
minimum: 10
---*/
with
scores as (
  select complaint_id, called_back_at as scored_at, callback_score as score, null as scale_low, null as scale_high
  from core.complaints
  where callback_score is not null and called_back_at is not null
  union all
  select complaint_id, answered_at, score, scale_low, scale_high
  from core.survey_responses
  where complaint_id is not null and score is not null
),
latest as (
  select complaint_id, max(scored_at) as scored_at, max_by(struct_pack(score, scale_low, scale_high), scored_at) as given
  from scores
  group by complaint_id
)
select
  complaint_id as record_id,
  scored_at as at,
  (
    (given.score - coalesce(given.scale_low, rules.scale_low)) / (coalesce(given.scale_high, rules.scale_high) - coalesce(given.scale_low, rules.scale_low))
    >= (rules.satisfied_from - rules.scale_low) / (rules.scale_high - rules.scale_low)
  )::int as numerator,
  1 as denominator
from latest
join core.complaints using (complaint_id)
join policy.callback as rules on scored_at >= rules.effective_from and scored_at < rules.effective_until
where is_valid
