/*---
what: whether improvement measures worked
grain: one row per measure against a cause or category that was carried out, and one more for each of its reviews
method: effects
options: {confidence: 0.95, least_months: 3, most_months: 24, least_expected: 5, act: 0.05, segments_from: 24, reviews: [3, 6, 12]}
parameters: {baseline: 12}
notes: the months after the one of the roll-out are held against the twelve before the measure was proposed, whatever month had
  called for it. segmented is the change of level that a regression with trend and season finds, where there are months enough.
  review is empty in the row that tells what is known now, up to last_month; the others tell what was known when the measure had been in force
  for so many months. q is Benjamini and Hochberg's over all measures that are looked at at that time.
  verdict is worked, worse, no_sign, too_early or too_few
---*/
with
run as (select time_zone from config.run),
measures as (
  select
    measure_id,
    coalesce(title, measure_id) as title,
    department,
    case when cause_root is not null then 'cause_root' else 'category' end as dimension,
    coalesce(cause_root, category) as member,
    date_trunc('month', timezone(run.time_zone, proposed_at))::date as proposed_month,
    timezone(run.time_zone, completed_at)::date as rolled_out_on,
    date_trunc('month', timezone(run.time_zone, completed_at))::date as rolled_out_month
  from core.improvement_measures
  cross join run
  where completed_at is not null and coalesce(cause_root, category) is not null
)
select
  measures.measure_id,
  measures.title,
  measures.dimension,
  measures.member,
  measures.department,
  measures.rolled_out_on,
  causes.period_start,
  causes.count,
  causes.exposure,
  case
    when causes.period_start >= measures.proposed_month - to_months($baseline::integer) and causes.period_start < measures.proposed_month then 'before'
    when causes.period_start > measures.rolled_out_month then 'after'
    when causes.period_start < measures.proposed_month then 'long_before'
    else 'between'
  end as phase
from measures
join marts.monthly_causes as causes using (dimension, member)
order by measures.measure_id, causes.period_start
