/*---
what: what share in a case each of those has who held it one after the other, by the time for which they held it
grain: one row per case, dimension (department or handler) and member; none for a case that one member had all along, and none where no scorecard asks for it
notes: shares are rounded to the digits of the policy so that those of a case make up 1 (largest remainders); where nobody held it for any time, they are
  equal. While a case is open, the time up to the as-of time counts
---*/
with
held as (
  select
    holds.complaint_id,
    holds.dimension,
    holds.member,
    sum(epoch_us(coalesce(holds.until_at, run.as_of)) - epoch_us(holds.from_at))::hugeint as held,
    min(holds.from_at) as first_at
  from core.holds as holds
  cross join config.run as run
  where exists (select 1 from policy.scorecard where attribution <> 'record')
  group by all
),
several as (
  select held.*, sum(held) over one_case as total, count(*) over one_case as members
  from held
  window one_case as (partition by complaint_id, dimension)
),
exact as (
  select
    several.* exclude (total),
    (10 ** rules.share_digits)::hugeint as whole,
    case when total > 0 then held else 1 end * whole as part,
    case when total > 0 then total else members end as of_all
  from several
  join core.complaints as cases using (complaint_id)
  join policy.appraisal as rules on cases.received_at >= rules.effective_from and cases.received_at < rules.effective_until
  where several.members > 1
),
rounded as (
  select
    *,
    row_number() over (partition by complaint_id, dimension order by part % of_all desc, first_at, member)
      <= whole - sum(part // of_all) over (partition by complaint_id, dimension) as is_rounded_up
  from exact
)
select
  complaint_id,
  dimension,
  member,
  ((part // of_all + is_rounded_up::int)::decimal(18, 6) / whole)::decimal(9, 6) as share,
  held::double / 1000000 as held_seconds
from rounded
