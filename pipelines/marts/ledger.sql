/*---
what: the entries of the ledger under the periods whose cards they are about
grain: one row per entry and kind of period
materialized: view
notes: an entry belongs to the periods in which the figure counts its record; where it counts it in none, to those in which it was entered. Times are local.
  It names people, so only pages of performance may show it
---*/
with
run as (select time_zone from config.run),
counted as (
  select kpi, record_id, max("at") as "at"
  from marts.scored_records
  where (kpi, record_id) in (select (kpi, record_id) from core.rulings)
  group by kpi, record_id
)
select
  lengths.grain,
  date_trunc(lengths.grain, coalesce(counted."at", timezone(run.time_zone, rulings.asked_at)))::date as period_start,
  rulings.entry,
  rulings.kind,
  rulings.record_id,
  rulings.kpi,
  rulings.ask,
  rulings.dimension,
  rulings.member,
  rulings.asked_by,
  strftime(timezone(run.time_zone, rulings.asked_at), '%Y-%m-%d %H:%M') as asked_at,
  rulings.reason,
  rulings.state,
  rulings.void_reason,
  rulings.decided_by,
  strftime(timezone(run.time_zone, rulings.decided_at), '%Y-%m-%d %H:%M') as decided_at,
  rulings.decision_reason,
  rulings.is_effective
from core.rulings as rulings
cross join run
cross join (values ('month'), ('quarter'), ('year')) as lengths(grain)
left join counted on counted.kpi = rulings.kpi and counted.record_id = rulings.record_id
