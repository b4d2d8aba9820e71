/*---
what: the numbers of each series of sheets, from the lowest to the highest that is there, with what is missing between
grain: one row per number that is there, and one per run of numbers that are missing
notes: the policy says how a number is read; a number that it cannot read belongs to no series. A missing run stands at the time of
  the next number that is there, a number that was given twice at that of its first sheet.
---*/
with
sheets_read as (
  select
    complaints.received_at,
    regexp_extract(complaints.sheet_number, rules.pattern, 1) as series,
    try_cast(regexp_extract(complaints.sheet_number, rules.pattern, 2) as bigint) as number
  from core.complaints
  join policy.numbering as rules
    on complaints.received_at >= rules.effective_from and complaints.received_at < rules.effective_until
  where regexp_matches(complaints.sheet_number, rules.pattern)
),
given as (
  select series, number, min(received_at) as received_at, count(*) as copies
  from sheets_read
  where number is not null
  group by series, number
),
neighbours as (
  select *, lag(number) over (partition by series order by number) as number_before
  from given
)
select
  concat_ws(' ', series, number) as sheet_id,
  series,
  number as first_number,
  number as last_number,
  received_at,
  copies
from given
union all
select
  concat_ws(' ', series, number_before + 1, '…', number - 1),
  series,
  number_before + 1,
  number - 1,
  received_at,
  0
from neighbours
where number > number_before + 1
