/*---
what: how many of each kind of cases each unit had, and what its peers had with cases of that kind and of kindred ones
grain: one row per attribution, figure, period, dimension, member, category, severity and channel
materialized: view
parameters: {prior_cases: 10, windows: 12}
notes: attribution is record (whom the cases name, for all figures that are compared) or rule (to whom the scorecard counts them). Peers are all others of the dimension;
  of people whom a scorecard counts, those in the same role. peer_rate is what the peers had with such cases; where they had few of a kind, those of the same category
  and severity count with the weight of prior_cases, and all cases behind them. twelve_months are those that end with each of the latest months that are
  over, under their first day; period_end is the day after the last. A month is too short for handlers, unless the policy says otherwise
---*/
with
run as (select time_zone, date_trunc('month', timezone(time_zone, as_of))::date as this_month from config.run),
recorded as (
  select 'department' as dimension, department as member, * exclude (department, handler) from marts.handled_cells where department is not null
  union all
  select 'handler', handler, * exclude (department, handler) from marts.handled_cells where handler is not null
),
windows as (
  select
    this_month - to_months((back + 12)::integer) as period_start,
    this_month - to_months(back::integer) as period_end
  from run
  cross join range($windows) as ends(back)
),
lengths as (
  select *
  from (values ('month', interval 1 month), ('quarter', interval 3 months), ('year', interval 1 year)) as lengths(grain, length)
),
ruled as (
  select
    lengths.grain,
    date_trunc(lengths.grain, cells.month_start) as period_start,
    date_trunc(lengths.grain, cells.month_start) + lengths.length as period_end,
    coalesce(peers.role, '') as role,
    cells.dimension, cells.member, cells.kpi, cells.month_start, cells.category, cells.severity, cells.channel,
    cells.numerator::double as numerator, cells.denominator::double as denominator
  from marts.card_cells as cells
  cross join lengths
  cross join run
  join policy.appraisal as rules
    on cells.month_start >= timezone(run.time_zone, rules.effective_from) and cells.month_start < timezone(run.time_zone, rules.effective_until)
    and list_contains(case cells.dimension when 'department' then rules.departments else rules.people end, lengths.grain)
    and date_trunc(lengths.grain, cells.month_start) >= run.this_month - to_months(rules.look_back_months)
  left join core.peers as peers on cells.dimension = 'handler' and peers.member = cells.member
  where cells.member <> ''
),
periods as (
  select 'record' as attribution, '' as role, 'month' as grain, month_start as period_start, month_start + interval 1 month as period_end, * from recorded
  where dimension = 'department'
  union all
  select 'record', '', 'quarter', date_trunc('quarter', month_start), date_trunc('quarter', month_start) + interval 3 months, * from recorded
  union all
  select 'record', '', 'year', date_trunc('year', month_start), date_trunc('year', month_start) + interval 1 year, * from recorded
  union all
  select 'record', '', 'twelve_months', windows.period_start, windows.period_end, recorded.*
  from recorded
  join windows on recorded.month_start >= windows.period_start and recorded.month_start < windows.period_end
  union all by name
  select 'rule' as attribution, ruled.* from ruled
),
strata as (
  select
    attribution, role, kpi, grain, period_start::date as period_start, period_end::date as period_end, dimension, member, category, severity, channel,
    sum(numerator) as n, sum(denominator) as d
  from periods
  group by all
),
peers as (
  select
    *,
    sum(n) over alike - n as alike_n,
    sum(d) over alike - d as alike_d,
    sum(n) over kindred - sum(n) over own_kindred as kindred_n,
    sum(d) over kindred - sum(d) over own_kindred as kindred_d,
    sum(n) over everything - sum(n) over own as other_n,
    sum(d) over everything - sum(d) over own as other_d
  from strata
  window
    alike as (partition by attribution, role, kpi, grain, period_start, dimension, category, severity, channel),
    kindred as (partition by attribution, role, kpi, grain, period_start, dimension, category, severity),
    own_kindred as (partition by attribution, role, kpi, grain, period_start, dimension, category, severity, member),
    everything as (partition by attribution, role, kpi, grain, period_start, dimension),
    own as (partition by attribution, role, kpi, grain, period_start, dimension, member)
)
select
  attribution, role, kpi, grain, period_start, period_end, dimension, member, category, severity, channel, n, d,
  other_n / nullif(other_d, 0) as reference,
  (alike_n + $prior_cases * (kindred_n + $prior_cases * other_n / nullif(other_d, 0)) / (kindred_d + $prior_cases)) / (alike_d + $prior_cases)
    as peer_rate
from peers
