-- What an expert would write by hand for the same files: load, type, deduplicate, and compute the same figures over the
-- same grains and dimensions. No contracts, no quarantine, no pseudonyms, no redaction, no intervals.
set TimeZone = 'Asia/Shanghai';

create table complaints as
select distinct on (number)
  number, received::timestamp as received, due::timestamp as due, customer, category, severity, channel, region, department,
  valid = '是' as is_valid, text, score::double as score, called_back::timestamp as called_back,
  name is not null as has_name, phone is not null as has_phone
from read_csv('complaints.csv', header = true, all_varchar = true);

create table events as
select number, time::timestamp as time, step, department, handler
from read_csv('events.csv', header = true, all_varchar = true)
where time::timestamp <= timestamp '2026-10-01';

create table holds as
with
turns as (
  select number, time, step, department,
    lag(department) over (partition by number order by time) as held_by,
    lag(step = 'resolved', 1, true) over (partition by number order by time) as was_done
  from events
  where step in ('dispatched', 'transferred', 'escalated', 'investigated', 'resolved')
),
changes as (
  select number, time as since, department, step = 'resolved' as is_done, lead(time) over (partition by number order by time) as until
  from turns
  where (step = 'resolved') <> was_done or (step <> 'resolved' and department <> held_by)
)
select number, department, since, until from changes where not is_done;

create table cases as
with
touches as (
  select number, max(silence) as silence, count(*) filter (step = 'responded') as contacts
  from (
    select number, step, time, lead(time, 1, timestamp '2026-10-01') over (partition by number order by time) - time as silence,
      min(time) filter (step = 'resolved') over (partition by number) as done
    from (
      select number, time, step from events where step in ('received', 'responded', 'resolved')
      union all select number, called_back, 'called_back' from complaints where called_back <= timestamp '2026-10-01'
    ) as heard
  ) as gaps
  where time < coalesce(done, timestamp '2026-10-01')
  group by number
),
held as (select number, count(distinct department) > 1 as is_joint from holds group by number),
steps as (
  select
    number,
    min(time) filter (step = 'responded') as responded,
    min(time) filter (step = 'resolved') as first_done,
    max(time) filter (step = 'resolved') as last_done,
    max(time) filter (step in ('dispatched', 'transferred', 'escalated', 'investigated')) as last_handled,
    bool_or(step = 'transferred') as is_transferred,
    bool_or(step = 'escalated') as is_escalated,
    max_by(handler, time) as handler,
    max_by(department, time) as last_department
  from events
  group by number
),
matched as (
  select number, received - lag(received) over (partition by customer, category order by received, number) <= interval 30 days as is_recurrence
  from complaints
  where is_valid
)
select
  complaints.* exclude (department), coalesce(last_department, department) as department, handler, responded, first_done,
  case when last_done >= last_handled then last_done end as done, is_transferred, is_escalated,
  coalesce(last_handled > first_done, false) as is_reopened, coalesce(is_recurrence, false) as is_recurrence,
  coalesce(first_done <= due, false) as is_on_time, channel = '第三方' as is_external, is_joint, contacts, silence,
  epoch(coalesce(first_done, timestamp '2026-10-01') - received) / 604800 as weeks
from complaints
left join steps using (number)
left join touches using (number)
left join held using (number)
left join matched using (number);

create table by_received as
select
  date_trunc('day', received) as day, department, handler, category, severity, channel, region, grouping_id(department, handler, category, severity, channel, region) as slice,
  count(*) as complaints, count(*) filter (is_valid) as valid_complaints,
  sum(is_recurrence::int) filter (is_valid) as recurrences, count(customer) filter (is_valid) as known,
  sum(is_transferred::int) filter (is_valid) as transferred, sum(is_escalated::int) filter (is_valid) as escalated,
  sum((not is_valid)::int) as invalid, sum(is_external::int) filter (is_valid) as external, sum(is_joint::int) filter (is_valid) as joint,
  sum(contacts) filter (is_valid) as contacts, sum(weeks) filter (is_valid) as weeks,
  sum((customer is not null)::int + (channel is not null)::int + (category is not null)::int + (department is not null)::int + (text is not null)::int) filter (is_valid) as filled
from cases
group by grouping sets ((1), (1, 2), (1, 3), (1, 4), (1, 5), (1, 6), (1, 7));

create table by_due as
select date_trunc('day', due) as day, department, handler, category, severity, channel, region, grouping_id(department, handler, category, severity, channel, region) as slice,
  count(*) as due, sum(is_on_time::int) as on_time
from cases where is_valid and due <= timestamp '2026-10-01'
group by grouping sets ((1), (1, 2), (1, 3), (1, 4), (1, 5), (1, 6), (1, 7));

create table by_done as
select date_trunc('day', first_done) as day, department, handler, category, severity, channel, region, grouping_id(department, handler, category, severity, channel, region) as slice,
  count(*) as done, sum(is_reopened::int) as reopened
from cases where is_valid and first_done is not null
group by grouping sets ((1), (1, 2), (1, 3), (1, 4), (1, 5), (1, 6), (1, 7));

create table by_score as
select date_trunc('day', called_back) as day, department, handler, category, severity, channel, region, grouping_id(department, handler, category, severity, channel, region) as slice,
  count(*) as scored, sum((score >= 4)::int) as satisfied
from cases where is_valid and score is not null and called_back <= timestamp '2026-10-01'
group by grouping sets ((1), (1, 2), (1, 3), (1, 4), (1, 5), (1, 6), (1, 7));

create table stocks as
with
moves as (
  select *, date_trunc('day', received) as day, 1 as open, 0 as overdue from cases where is_valid
  union all select *, date_trunc('day', done), -1, 0 from cases where is_valid and done is not null
  union all select *, date_trunc('day', due), 0, 1 from cases where is_valid and due <= timestamp '2026-10-01' and not is_on_time
  union all select *, date_trunc('day', done), 0, -1 from cases where is_valid and done > due
)
select day, department, handler, category, severity, channel, region, grouping_id(department, handler, category, severity, channel, region) as slice, sum(open) as open, sum(overdue) as overdue
from moves
group by grouping sets ((1), (1, 2), (1, 3), (1, 4), (1, 5), (1, 6), (1, 7));

create table figures as
select 'received' as at, grain, date_trunc(grain, day) as period, slice, department, handler, category, severity, channel, region,
  sum(complaints), sum(valid_complaints), sum(recurrences), sum(known), sum(transferred), sum(escalated), sum(invalid), sum(filled),
  sum(external), sum(joint), sum(contacts), sum(weeks)
from by_received, (values ('week'), ('month'), ('quarter'), ('year')) as grains(grain)
group by all;
create table due_figures as
select grain, date_trunc(grain, day) as period, slice, department, handler, category, severity, channel, region, sum(due), sum(on_time)
from by_due, (values ('week'), ('month'), ('quarter'), ('year')) as grains(grain) group by all;
create table done_figures as
select grain, date_trunc(grain, day) as period, slice, department, handler, category, severity, channel, region, sum(done), sum(reopened)
from by_done, (values ('week'), ('month'), ('quarter'), ('year')) as grains(grain) group by all;
create table score_figures as
select grain, date_trunc(grain, day) as period, slice, department, handler, category, severity, channel, region, sum(scored), sum(satisfied)
from by_score, (values ('week'), ('month'), ('quarter'), ('year')) as grains(grain) group by all;
create table stock_figures as
select *, sum(open) over slices as open_complaints, sum(overdue) over slices as overdue_complaints
from (
  select grain, date_trunc(grain, day) as period, slice, department, handler, category, severity, channel, region, sum(open) as open, sum(overdue) as overdue
  from stocks, (values ('week'), ('month'), ('quarter'), ('year')) as grains(grain) group by all
)
window slices as (partition by grain, slice, department, handler, category, severity, channel, region order by period);

create table durations as
select grain, date_trunc(grain, received) as period, department, handler, category, severity, channel, region,
  grouping_id(department, handler, category, severity, channel, region) as slice,
  count(*), count(done), quantile_disc(epoch(done) - epoch(received), [0.5, 0.9])
from cases, (values ('week'), ('month'), ('quarter'), ('year')) as grains(grain)
where is_valid
group by grouping sets ((1, 2), (1, 2, 3), (1, 2, 4), (1, 2, 5), (1, 2, 6), (1, 2, 7), (1, 2, 8));
create table answers as
select grain, date_trunc(grain, received) as period, department, handler, category, severity, channel, region,
  grouping_id(department, handler, category, severity, channel, region) as slice,
  count(*), count(responded), quantile_disc(epoch(responded) - epoch(received), [0.5, 0.9]), quantile_disc(epoch(silence), [0.5, 0.9])
from cases, (values ('week'), ('month'), ('quarter'), ('year')) as grains(grain)
where is_valid
group by grouping sets ((1, 2), (1, 2, 3), (1, 2, 4), (1, 2, 5), (1, 2, 6), (1, 2, 7), (1, 2, 8));
create table stays as
select grain, date_trunc(grain, since) as period, holds.department, handler, category, severity, channel, region,
  grouping_id(holds.department, handler, category, severity, channel, region) as slice,
  count(*), count(until), quantile_disc(epoch(until) - epoch(since), [0.5, 0.9])
from holds join cases using (number), (values ('week'), ('month'), ('quarter'), ('year')) as grains(grain)
where is_valid
group by grouping sets ((1, 2), (1, 2, 3), (1, 2, 4), (1, 2, 5), (1, 2, 6), (1, 2, 7), (1, 2, 8));
