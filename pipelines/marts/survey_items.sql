/*---
what: each item of each round of a survey with its mean, whether that is low, and what was done then
grain: one row per survey, round and item
materialized: view
units: mean_score and low_under are on the scale of the policy; days are local
---*/
select
  coalesce(items.survey, '') as survey,
  items.item,
  timezone(run.time_zone, items.first_answer_at)::date as first_answer_on,
  timezone(run.time_zone, items.last_answer_at)::date as last_answer_on,
  items.answers::integer as answers,
  items.mean_score::double as mean_score,
  rules.low_item_under::double as low_under,
  items.is_low,
  timezone(run.time_zone, items.due_at)::date as due_on,
  timezone(run.time_zone, items.proposed_at)::date as proposed_on,
  timezone(run.time_zone, items.approved_at)::date as approved_on,
  timezone(run.time_zone, items.customer_informed_at)::date as informed_on
from core.survey_items as items
cross join config.run as run
left join policy.survey as rules
  on items.last_answer_at >= rules.effective_from and items.last_answer_at < rules.effective_until
