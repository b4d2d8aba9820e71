/*---
what: what the figures of the scorecard count, by whom it counts to
grain: one row per figure, record, dimension (department or handler) and member; member is empty where the record names nobody
notes: rule tells why - record (whom the record names at last, or who had the case alone), deadline (who held it when the figure counts it, or last before),
  time (shares by the time for which each held it), ruling (a granted entry of the ledger). share and numerator are as they count; earlier_share and
  earlier_numerator as they would without rulings. The shares in a record make up 1, those without rulings too; an excluded record has none. Records of
  the months on which cards look back (look_back_months)
---*/
with
run as (select time_zone, date_trunc('month', timezone(time_zone, as_of))::date as this_month from config.run),
heads as (
  select
    heads.kpi,
    heads.attribution,
    timezone(run.time_zone, heads.effective_from) as from_day,
    timezone(run.time_zone, heads.effective_until) as until_day,
    run.this_month - to_months(rules.look_back_months) as first_day
  from policy.scorecard as heads
  join policy.appraisal as rules using (effective_from)
  cross join run
),
scored as materialized (
  select scored.*, heads.attribution
  from marts.scored_records as scored
  join heads on heads.kpi = scored.kpi
  where scored."at" >= heads.from_day and scored."at" < heads.until_day and scored."at" >= heads.first_day
),
recorded as (
  select * exclude (department, handler), 'department' as dimension, coalesce(department, '') as member from scored
  union all
  select * exclude (department, handler), 'handler', coalesce(handler, '') from scored
),
several as (select distinct complaint_id, dimension from core.shares),
holders as (
  select
    recorded.kpi,
    recorded.record_id,
    recorded."at",
    recorded.dimension,
    coalesce(
      max_by(holds.member, holds.from_at) filter (timezone(time_zone, holds.from_at) <= recorded."at"),
      min_by(holds.member, holds.from_at)
    ) as holder
  from recorded
  join several on several.complaint_id = recorded.record_id and several.dimension = recorded.dimension
  join core.holds as holds on holds.complaint_id = recorded.record_id and holds.dimension = recorded.dimension
  cross join run
  where recorded.attribution = 'deadline'
  group by all
),
attributed as (
  select
    recorded.* exclude (attribution, member),
    coalesce(holders.holder, shares.member, recorded.member) as member,
    case when holders.holder is not null then 'deadline' when shares.member is not null then 'time' else 'record' end as rule,
    coalesce(shares.share, 1) as share
  from recorded
  left join holders
    on holders.kpi = recorded.kpi and holders.record_id = recorded.record_id and holders."at" = recorded."at"
    and holders.dimension = recorded.dimension
  left join core.shares as shares
    on shares.complaint_id = case when recorded.attribution = 'time' then recorded.record_id end and shares.dimension = recorded.dimension
),
rulings as (
  select rulings.*, kpis.better
  from core.rulings as rulings
  join config.kpis as kpis using (kpi)
  where rulings.is_effective
),
ruled as (
  select
    attributed.* exclude (rule, share, numerator),
    case when general.entry is not null or moved.entry is not null then 'ruling' else attributed.rule end as rule,
    case when general.ask = 'exclude' or moved.entry is not null then 0 else attributed.share end as share,
    attributed.share as earlier_share,
    case
      when general.ask = 'in_favour' then case when general.better = 'lower' then 0 else attributed.denominator end
      else attributed.numerator
    end as numerator,
    attributed.numerator as earlier_numerator,
    coalesce(general.entry, moved.entry) as entry
  from attributed
  left join rulings as general
    on general.kpi = attributed.kpi and general.record_id = attributed.record_id and general.ask <> 'reassign'
  left join rulings as moved
    on moved.kpi = attributed.kpi and moved.record_id = attributed.record_id and moved.ask = 'reassign'
    and moved.dimension = attributed.dimension
),
reassigned as (
  select
    recorded.* exclude (attribution, member, numerator),
    moved.member,
    'ruling' as rule,
    case when general.ask = 'exclude' then 0 else 1 end as share,
    0 as earlier_share,
    case
      when general.ask = 'in_favour' then case when general.better = 'lower' then 0 else recorded.denominator end
      else recorded.numerator
    end as numerator,
    recorded.numerator as earlier_numerator,
    moved.entry
  from recorded
  join rulings as moved
    on moved.kpi = recorded.kpi and moved.record_id = recorded.record_id and moved.ask = 'reassign'
    and moved.dimension = recorded.dimension
  left join rulings as general
    on general.kpi = recorded.kpi and general.record_id = recorded.record_id and general.ask <> 'reassign'
)
select kpi, record_id, "at", dimension, member, rule, share, earlier_share, numerator, earlier_numerator, denominator, entry, is_provisional
from ruled
union all
select kpi, record_id, "at", dimension, member, rule, share, earlier_share, numerator, earlier_numerator, denominator, entry, is_provisional
from reassigned
