/*---
what: each head of each card - the figure of a department or a person, what earns its points, and how many
grain: one row per period, dimension (department or handler), member and figure of the scorecard
notes: reference is what all cases of the peers come to, expected what the peers would have had with the cases of the unit. own is the figure that allows for the cases (adjusted), where there are peers, else the plain one (value). Where own is worse than that of the peers
  together (centre) without being told apart from it (charged_from in the policy), the peers' figure earns the points; basis tells which it was. achieved is how far scored lies from
  the floor to the target, 0 to 1; points = full_points × used_weight × achieved, rounded. A head with fewer cases than its minimum is left out, and used_weight spreads its weight over the others in proportion.
  earlier_ is without rulings of the ledger. It names people, so only pages of performance may show it
---*/
with
run as (select time_zone, timezone(time_zone, as_of) as local_as_of from config.run),
cells as (
  select
    lengths.grain,
    date_trunc(lengths.grain, cells.month_start)::date as period_start,
    cells.kpi, cells.dimension, cells.member,
    bool_or(cells.is_provisional) as is_provisional,
    sum(cells.numerator)::double as numerator,
    sum(cells.denominator)::double as denominator,
    sum(cells.earlier_numerator)::double as earlier_numerator,
    sum(cells.earlier_denominator)::double as earlier_denominator
  from marts.card_cells as cells
  cross join (values ('month'), ('quarter'), ('year')) as lengths(grain)
  where cells.member <> ''
  group by all
),
rules as (
  select
    appraisal.*,
    versions.position as version,
    timezone(time_zone, appraisal.effective_from) as from_day,
    timezone(time_zone, appraisal.effective_until) as until_day
  from policy.appraisal as appraisal
  cross join run
  join (select effective_from, row_number() over (order by effective_from) as position from policy.versions) as versions using (effective_from)
),
units as (
  select distinct cells.grain, cells.period_start, cells.dimension, cells.member, rules.version
  from cells
  cross join run
  join rules
    on cells.period_start >= rules.from_day and cells.period_start < rules.until_day
    and list_contains(case cells.dimension when 'department' then rules.departments else rules.people end, cells.grain)
    and cells.period_start >= date_trunc('month', run.local_as_of) - to_months(rules.look_back_months)
    and cells.period_start < run.local_as_of
  where cells.denominator > 0 or cells.earlier_denominator > 0
),
heads as (
  select
    units.*,
    heads.position,
    heads.kpi,
    heads.weight,
    heads.target,
    heads."floor" as floor_value,
    heads.attribution,
    coalesce(heads.minimum, kpis.minimum) as minimum,
    kpis.better,
    rules.charged_from,
    rules.full_points,
    rules.point_digits,
    coalesce(cells.is_provisional, false)
      or units.period_start + case units.grain when 'month' then interval 1 month when 'quarter' then interval 3 months else interval 1 year end
        > run.local_as_of as is_provisional,
    coalesce(cells.numerator, 0) as "count",
    coalesce(cells.denominator, 0) as total,
    coalesce(cells.earlier_numerator, 0) as earlier_count,
    coalesce(cells.earlier_denominator, 0) as earlier_total,
    compared.* exclude (kpi, grain, period_start, period_end, dimension, member, "count", total)
  from units
  cross join run
  join rules using (version)
  join policy.scorecard as heads on heads.effective_from = rules.effective_from
  join config.kpis as kpis on kpis.kpi = heads.kpi
  left join cells
    on cells.grain = units.grain and cells.period_start = units.period_start and cells.dimension = units.dimension
    and cells.member = units.member and cells.kpi = heads.kpi
  left join marts.card_comparisons as compared
    on compared.grain = units.grain and compared.period_start = units.period_start and compared.dimension = units.dimension
    and compared.member = units.member and compared.kpi = heads.kpi
),
judged as (
  select
    *,
    total < minimum as is_left_out,
    coalesce(adjusted, value) as own,
    case better when 'higher' then own < centre when 'lower' then own > centre else false end
      and not (charged_from = 'always' or verdict = 'investigate' or (verdict = 'look' and charged_from = 'look')) as is_spared
  from heads
),
scored as (
  select
    *,
    case when is_spared then 'peers' when adjusted is not null then 'adjusted' else 'plain' end as basis,
    case when is_left_out then null when is_spared then centre else own end as scored,
    least(1, greatest(0, (scored - floor_value) / (target - floor_value))) as achieved,
    sum(weight) filter (not is_left_out) over (partition by grain, period_start, dimension, member) as counted_weight,
    case when not is_left_out then weight / counted_weight end as used_weight
  from judged
)
select
  grain,
  period_start,
  dimension,
  member,
  coalesce(role, '') as role,
  position,
  kpi,
  better,
  weight,
  used_weight,
  target,
  floor_value as "floor",
  minimum,
  attribution,
  "count",
  total,
  case when not is_left_out then "value" end as "value",
  case when not is_left_out then low end as low,
  case when not is_left_out then high end as high,
  reference,
  expected,
  case when not is_left_out then adjusted end as adjusted,
  case when not is_left_out then shrunk end as shrunk,
  centre,
  low95,
  high95,
  low998,
  high998,
  units as compared_units,
  case when not is_left_out then verdict end as verdict,
  case when not is_left_out then direction end as direction,
  earlier_count,
  earlier_total,
  is_left_out,
  case when not is_left_out then basis end as basis,
  scored,
  achieved,
  -- What binary fractions add must not decide a half.
  round(round(full_points * used_weight * achieved, 9), point_digits) as points,
  is_provisional
from scored
order by grain, period_start, dimension, member, position
