/*---
what: the card of each department and person, with the sum of its points
grain: one row per period, dimension (department or handler) and member
notes: department is that of the unit itself; of a person, the one in which the list of staff last has them, else the one of most of their cases. points are the sum of those of the heads, at most full_points; they are empty where the counted heads weigh less than the policy asks for (least_weight). most_cases is the count of the head that has most.
  It names people, so only pages of performance may show it
---*/
with
named as (
  select handler as member, mode(department order by department) as department
  from core.complaints
  where handler is not null and department is not null
  group by handler
),
sums as (
  select
    heads.grain,
    heads.period_start,
    heads.dimension,
    heads.member,
    any_value(heads.role) as role,
    max(heads.total) as most_cases,
    count(*)::integer as heads,
    count(*) filter (not heads.is_left_out)::integer as counted_heads,
    coalesce(sum(heads.weight::decimal(9, 6)) filter (not heads.is_left_out), 0)::double as counted_weight,
    sum(heads.points::decimal(18, 6))::double as points,
    bool_or(heads."count" <> heads.earlier_count or heads.total <> heads.earlier_total) as is_ruled,
    bool_or(heads.is_provisional) as is_provisional
  from marts.card_heads as heads
  group by all
)
select
  sums.* exclude (points, is_provisional),
  case when sums.dimension = 'department' then sums.member else coalesce(peers.department, named.department, '') end as department,
  case when sums.counted_weight >= rules.least_weight then least(sums.points, rules.full_points) end as points,
  rules.full_points,
  sums.is_provisional
from sums
cross join config.run as run
left join core.peers as peers on sums.dimension = 'handler' and peers.member = sums.member
left join named on sums.dimension = 'handler' and named.member = sums.member
join policy.appraisal as rules
  on sums.period_start >= timezone(run.time_zone, rules.effective_from) and sums.period_start < timezone(run.time_zone, rules.effective_until)
order by all
