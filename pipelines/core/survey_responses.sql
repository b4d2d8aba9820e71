/*---
what: each answer to a survey, on a known scale, with the case that it follows
grain: one row per answer
---*/
with
run as (select as_of from config.run),
answers as (
  select
    answers.response_id,
    answers.answered_at,
    answers.survey_id as survey,
    answers.invitation_id,
    answers.item,
    answers.score,
    coalesce(answers.scale_low, rules.scale_low) as scale_low,
    coalesce(answers.scale_high, rules.scale_high) as scale_high,
    answers.likelihood_to_recommend,
    answers.method,
    answers.complaint_id,
    coalesce(answers.department, cases.department) as department,
    coalesce(answers.product, cases.product) as product,
    cases.handler,
    cases.category,
    cases.subcategory,
    cases.severity,
    cases.risk,
    cases.channel,
    cases.segment,
    cases.segment_group,
    cases.region,
    rules.top_boxes,
    rules.promoter_from,
    rules.detractor_to
  from staging.survey_response as answers
  left join core.complaints as cases using (complaint_id)
  left join policy.survey as rules
    on answers.answered_at >= rules.effective_from and answers.answered_at < rules.effective_until
)
select answers.*
from answers, run
where answered_at <= as_of
