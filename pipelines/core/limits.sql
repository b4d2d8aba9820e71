/*---
what: each limit that a case was under
grain: one row per case and clock; a clock with an aim has a second row, <id>_aim
notes: the source's own due time is the limit for solving; where a source only gives a verdict, due_at is empty. A limit of working
  days ends with the n-th working day after the day on which the clock starts; a limit of calendar days that ends on a day
  off moves to the next working day; working hours run in business hours only.
---*/
with
begun as (
  select ruled.complaint_id, ruled.clock, ruled.unit, ruled.length::int as length, days.day, days.rank, days.unknown_before
  from core.ruled_clocks as ruled
  join calendar.days as days on days.day = ruled.started_at::date
  where ruled.unit in ('days', 'working_days')
),
ended as (
  select begun.complaint_id, begun.clock, begun.unknown_before, workdays.day as last_day
  from begun
  join calendar.workdays as workdays on workdays.rank = begun.rank + begun.length
  where begun.unit = 'working_days'
  union all
  select begun.complaint_id, begun.clock, begun.unknown_before, days.next_workday
  from begun
  join calendar.days as days on days.day = begun.day + begun.length
  where begun.unit = 'days'
),
in_days as (
  select
    ended.complaint_id,
    ended.clock,
    days.ends_at as due_at,
    days.unknown_before + (not days.is_known)::int > ended.unknown_before as is_provisional
  from ended
  join calendar.days as days on days.day = ended.last_day
),
hours_begun as (
  select
    ruled.complaint_id,
    ruled.clock,
    ruled.started_at,
    ruled.effective_from,
    coalesce(hours.before_us + epoch_us(least(ruled.started_at, hours.closes_at)) - epoch_us(hours.opens_at), 0)
      + (ruled.length * 3600000000)::bigint as until_us
  from core.ruled_clocks as ruled
  asof left join calendar.open_hours as hours
    on hours.effective_from = ruled.effective_from and hours.opens_at <= ruled.started_at
  where ruled.unit = 'working_hours'
),
hours_ended as (
  select
    begun.complaint_id,
    begun.clock,
    begun.started_at,
    make_timestamptz(epoch_us(hours.opens_at) + begun.until_us - hours.before_us) as due_at
  from hours_begun as begun
  asof join calendar.open_hours as hours
    on hours.effective_from = begun.effective_from and hours.before_us < begun.until_us
),
in_hours as (
  select
    hours_ended.complaint_id,
    hours_ended.clock,
    hours_ended.due_at,
    last_day.unknown_before + (not last_day.is_known)::int > first_day.unknown_before as is_provisional
  from hours_ended
  join calendar.days as first_day on first_day.day = hours_ended.started_at::date
  join calendar.days as last_day on last_day.day = hours_ended.due_at::date
),
by_rule as (
  select
    ruled.*,
    case ruled.unit
      when 'minutes' then ruled.started_at + to_microseconds((ruled.length * 60000000)::bigint)
      when 'hours' then ruled.started_at + to_microseconds((ruled.length * 3600000000)::bigint)
      else coalesce(in_days.due_at, in_hours.due_at)
    end as due_at,
    null::boolean as reported_on_time,
    coalesce(in_days.is_provisional, in_hours.is_provisional, false) as is_provisional
  from core.ruled_clocks as ruled
  left join in_days on in_days.complaint_id = ruled.complaint_id and in_days.clock = ruled.clock
  left join in_hours on in_hours.complaint_id = ruled.complaint_id and in_hours.clock = ruled.clock
)
select *
from by_rule
where clock <> 'resolve'
  or complaint_id not in (select complaint_id from core.complaints where due_at is not null or reported_on_time is not null)
union all by name
select
  complaint_id,
  'resolve' as clock,
  false as is_aim,
  received_at as started_at,
  'received' as "from",
  'resolved' as "to",
  'register' as source,
  severity,
  due_at,
  reported_on_time,
  false as is_provisional
from core.complaints
where due_at is not null or reported_on_time is not null
