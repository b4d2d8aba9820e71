/*---
what: each clause of the policy that asks for something, with whether it is kept
grain: one row per clause
notes: missed where one of its figures missed its target, kept where all that have a target kept it, measured where none has
  one, and not_measurable where no figure has a value
---*/
select
  duties.position,
  duties.clause,
  duties.rule_zh,
  duties.rule_en,
  duties.unmeasured_zh,
  duties.unmeasured_en,
  case
    when bool_or(figures.verdict = 'missed') then 'missed'
    when bool_or(figures.verdict = 'kept') then 'kept'
    when bool_or(figures.verdict = 'measured') then 'measured'
    else 'not_measurable'
  end as state
from config.duties as duties
left join marts.duty_figures as figures using (clause)
group by all
order by duties.position
