/*---
what: each adjustment and objection of the ledger with what was decided on it, and whether that takes effect
grain: one row per entry
materialized: view
notes: a decision is void (void_reason) where who decided had a part in the case (took_part) or is the one to whom it is to count (in_own_favour), and
  where what was granted is about a record that the figure does not count (not_counted). Of several rulings on one record, figure and
  dimension the one that was decided last takes effect; exclude and in_favour have no dimension and hold for departments and people
  alike. state is open, granted, refused or void
---*/
with
people as (
  select distinct ledger.entry
  from config.ledger as ledger
  join core.case_people as people
    on people.record_id = ledger.record_id and people.person_key = config.person_key(ledger.decided_by)
),
judged as (
  select
    ledger.*,
    case
      when ledger.decided_at is null then null
      when people.entry is not null then 'took_part'
      when ledger.dimension = 'handler' and config.person_key(ledger.member) = config.person_key(ledger.decided_by) then 'in_own_favour'
      when ledger.outcome = 'granted' and counted.entry is null then 'not_counted'
    end as void_reason
  from config.ledger as ledger
  left join people using (entry)
  left join config.counted_entries as counted using (entry)
)
select
  *,
  case when decided_at is null then 'open' when void_reason is not null then 'void' else outcome end as state,
  void_reason is not null as is_void,
  coalesce(outcome = 'granted' and void_reason is null, false)
    and row_number() over (
      partition by record_id, kpi, dimension, outcome = 'granted' and void_reason is null
      order by decided_at desc, entry desc
    ) = 1 as is_effective
from judged
