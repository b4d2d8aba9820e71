/*---
what: each survey that the schedule of the policy asks for, and whether it was held in its month
grain: one row per survey and month in which it is due, from the month of the first record on
notes: held when somebody was asked or answered in the month, late when only before the next round of the survey; where no
  record names its survey, any invitation or answer counts; due_at is the last moment of the month
---*/
with
run as (select as_of, time_zone, timezone(time_zone, as_of) as local_as_of from config.run),
firsts as (
  select min(received_at) as first_at from staging.complaint
  union all
  select min(sent_at) from staging.survey_invitation
  union all
  select min(answered_at) from staging.survey_response
),
starts as (select date_trunc('month', timezone(time_zone, min(first_at))) as first_month from firsts, run group by time_zone),
months as (
  select unnest(generate_series(first_month, local_as_of, interval 1 month)) as local_month
  from starts, run
),
asked as (
  select survey, sent_at as asked_at from core.survey_invitations
  union all
  select survey, answered_at from core.survey_responses
),
naming as (select count(survey) > 0 as is_named from asked),
due as (
  select distinct
    schedule.id as survey,
    months.local_month,
    timezone(run.time_zone, months.local_month) as starts_at,
    timezone(run.time_zone, months.local_month + interval 1 month) as ends_at
  from months
  cross join run
  join policy.survey_schedule as schedule
    on schedule."month" = month(months.local_month)
    and timezone(run.time_zone, months.local_month) >= schedule.effective_from
    and timezone(run.time_zone, months.local_month) < schedule.effective_until
),
rounds as (
  select
    due.*,
    naming.is_named,
    lead(starts_at) over (partition by case when naming.is_named then survey end order by starts_at, survey) as next_starts_at
  from due, naming
),
held as (
  select rounds.survey, rounds.starts_at, min(asked.asked_at) as held_at
  from rounds
  join asked
    on asked.asked_at >= rounds.starts_at and (rounds.next_starts_at is null or asked.asked_at < rounds.next_starts_at)
    and (asked.survey = rounds.survey or not rounds.is_named)
  group by rounds.survey, rounds.starts_at
)
select
  concat_ws(' ', rounds.survey, strftime(rounds.local_month, '%Y-%m')) as survey_round_id,
  rounds.survey,
  rounds.is_named,
  rounds.starts_at,
  rounds.ends_at - interval 1 microsecond as due_at,
  rounds.next_starts_at,
  held.held_at,
  case
    when held.held_at < rounds.ends_at then 'held'
    when held.held_at is not null then 'late'
    when rounds.ends_at > run.as_of then 'running'
    else 'missed'
  end as state
from rounds
cross join run
left join held using (survey, starts_at)
