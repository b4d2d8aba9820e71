/*---
what: departments and handlers beside their peers, as they are and with the cases that they had allowed for
grain: one row per figure, period, dimension and member
method: comparisons
options: {trim: 0.1, look: 0.95, investigate: 0.998, least_units: 3, widest: 0.2, confidence: 0.95}
parameters: {prior_cases: 10, windows: 12}
notes: expected is what the peers would have had with the same cases, by category, severity and channel; where peers had few cases of
  a kind, those of the same category and severity count with the weight of prior_cases, and all cases behind them. twelve_months are those that
  end with each of the latest months that are over, under their first day; period_end is the day after the last. A month is too short for
  handlers. verdict is as_expected, look, investigate, or cannot_tell; q is Benjamini and Hochberg's over all figures and members of a period
---*/
with
run as (select date_trunc('month', timezone(time_zone, as_of))::date as this_month from config.run),
cells as (
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
periods as (
  select 'month' as grain, month_start as period_start, month_start + interval 1 month as period_end, * from cells
  where dimension = 'department'
  union all
  select 'quarter', date_trunc('quarter', month_start), date_trunc('quarter', month_start) + interval 3 months, * from cells
  union all
  select 'year', date_trunc('year', month_start), date_trunc('year', month_start) + interval 1 year, * from cells
  union all
  select 'twelve_months', windows.period_start, windows.period_end, cells.*
  from cells
  join windows on cells.month_start >= windows.period_start and cells.month_start < windows.period_end
),
strata as (
  select
    kpi, grain, period_start::date as period_start, period_end::date as period_end, dimension, member, category, severity, channel,
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
    alike as (partition by kpi, grain, period_start, dimension, category, severity, channel),
    kindred as (partition by kpi, grain, period_start, dimension, category, severity),
    own_kindred as (partition by kpi, grain, period_start, dimension, category, severity, member),
    everything as (partition by kpi, grain, period_start, dimension),
    own as (partition by kpi, grain, period_start, dimension, member)
)
select
  peers.kpi,
  peers.grain,
  peers.period_start,
  peers.period_end,
  peers.dimension,
  peers.member,
  kpis.better,
  kpis.minimum,
  sum(n) as count,
  sum(d) as total,
  any_value(other_n / nullif(other_d, 0)) as reference,
  -- Exactly, in whatever order rows come.
  sum(
    (d * (alike_n + $prior_cases * (kindred_n + $prior_cases * other_n / nullif(other_d, 0)) / (kindred_d + $prior_cases))
      / (alike_d + $prior_cases))::decimal(38, 12)
  )::double as expected
from peers
join config.kpis as kpis using (kpi)
group by peers.kpi, peers.grain, peers.period_start, peers.period_end, peers.dimension, peers.member, kpis.better, kpis.minimum
order by all
