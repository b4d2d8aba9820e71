/*---
what: each item of each round of a survey with its mean score, and what was done where the mean lay too low
grain: one row per survey, round and item
units: mean_score is on the scale of the policy
notes: a round is that of the schedule; a survey that is not on it is read by the quarter. A low item asks for a measure within
  the days of the policy after the last answer; a measure answers the rounds in whose days it falls, and otherwise the latest
  before it.
---*/
with
run as (select as_of, time_zone from config.run),
answers as (
  select
    coalesce(responses.survey, rounds.survey) as survey,
    coalesce(
      timezone(run.time_zone, rounds.starts_at),
      date_trunc('quarter', timezone(run.time_zone, responses.answered_at))
    ) as local_round,
    responses.item,
    responses.answered_at,
    (responses.score - responses.scale_low) / nullif(responses.scale_high - responses.scale_low, 0) as share_of_scale
  from core.survey_responses as responses
  cross join run
  left join core.survey_rounds as rounds
    on responses.answered_at >= rounds.starts_at
    and (rounds.next_starts_at is null or responses.answered_at < rounds.next_starts_at)
    and (rounds.survey = responses.survey or not rounds.is_named)
  where responses.score is not null and responses.item is not null
),
items as (
  select
    survey,
    local_round,
    item,
    min(answered_at) as first_answer_at,
    max(answered_at) as last_answer_at,
    count(*) as answers,
    avg(share_of_scale) as share_of_scale
  from answers
  group by survey, local_round, item
),
judged as (
  select
    items.survey,
    items.local_round,
    items.item,
    items.first_answer_at,
    items.last_answer_at,
    lead(items.first_answer_at) over (partition by items.survey, items.item order by items.local_round) as next_answer_at,
    items.answers,
    round(rules.scale_low + items.share_of_scale * (rules.scale_high - rules.scale_low), 9) as mean_score,
    rules.low_item_under,
    items.last_answer_at + to_days(rules.low_item_days) as due_at
  from items
  join policy.survey as rules
    on items.last_answer_at >= rules.effective_from and items.last_answer_at < rules.effective_until
),
measures as (
  select
    judged.survey,
    judged.local_round,
    judged.item,
    min(measures.proposed_at) as proposed_at,
    min(measures.approved_at) as approved_at,
    min(measures.customer_informed_at) as customer_informed_at
  from judged
  join core.improvement_measures as measures
    on measures.item = judged.item and coalesce(measures.survey = judged.survey, true)
    and measures.proposed_at >= judged.first_answer_at
    and (measures.proposed_at <= judged.due_at or measures.proposed_at < judged.next_answer_at or judged.next_answer_at is null)
  group by judged.survey, judged.local_round, judged.item
)
select
  concat_ws(' ', judged.survey, strftime(judged.local_round, '%Y-%m'), judged.item) as survey_item_id,
  judged.survey,
  judged.item,
  judged.first_answer_at,
  judged.last_answer_at,
  judged.answers,
  judged.mean_score,
  coalesce(judged.mean_score < judged.low_item_under, false) as is_low,
  judged.due_at,
  measures.proposed_at,
  measures.approved_at,
  measures.customer_informed_at
from judged
left join measures
  on measures.survey is not distinct from judged.survey
  and measures.local_round = judged.local_round and measures.item = judged.item
