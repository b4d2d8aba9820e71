/*---
what: the figures of surveys in the smallest parts by which an analyst filters them, so that a filtered figure is a sum
grain: one row per figure, survey, item, round or month, department, category, channel, product and method
materialized: view
units: squares is the sum of the squared numerators; scores is the sum of the scores on the scale of the policy, for csat
notes: period_start is the month of the round where the survey stands on the schedule, and otherwise that of the answer or invitation;
  an invitation has no item
---*/
with
answers as (
  select 'csat' as kpi, record_id, "at", numerator, denominator from kpis.csat
  union all
  select 'nps', record_id, "at", numerator, denominator from kpis.nps
),
counted as (
  select
    answers.kpi, answers."at", answers.numerator, answers.denominator,
    responses.survey, responses.item, responses.department, responses.category, responses.channel, responses.product, responses.method,
    rules.scale_low
      + (responses.score - responses.scale_low) / nullif(responses.scale_high - responses.scale_low, 0) * (rules.scale_high - rules.scale_low)
      as score
  from answers
  join core.survey_responses as responses on responses.response_id = answers.record_id
  left join policy.survey as rules on answers."at" >= rules.effective_from and answers."at" < rules.effective_until
  union all
  select
    'survey_response_rate', rates."at", rates.numerator, rates.denominator,
    invitations.survey, null, invitations.department, invitations.category, invitations.channel, invitations.product, invitations.method,
    null
  from kpis.survey_response_rate as rates
  join core.survey_invitations as invitations on invitations.invitation_id = rates.record_id
)
select
  counted.kpi,
  coalesce(counted.survey, rounds.survey, '') as survey,
  coalesce(counted.item, '') as item,
  date_trunc('month', timezone(run.time_zone, coalesce(rounds.starts_at, counted."at")))::date as period_start,
  rounds.starts_at is not null as is_round,
  coalesce(counted.department, '') as department,
  coalesce(counted.category, '') as category,
  coalesce(counted.channel, '') as channel,
  coalesce(counted.product, '') as product,
  coalesce(counted.method, '') as method,
  sum(counted.numerator)::integer as numerator,
  sum(counted.denominator)::integer as denominator,
  sum(counted.numerator * counted.numerator)::integer as squares,
  sum(counted.score::decimal(38, 12))::double as scores
from counted
cross join config.run as run
left join core.survey_rounds as rounds
  on counted."at" >= rounds.starts_at
  and (rounds.next_starts_at is null or counted."at" < rounds.next_starts_at)
  and (rounds.survey = counted.survey or not rounds.is_named)
group by all
