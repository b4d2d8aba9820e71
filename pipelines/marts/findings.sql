/*---
what: what a report says first of each period, in its order, each finding with what it refers to
grain: one row per period that is over and finding
method: findings
parameters: {act: 0.05}
options:
  most: 5
  first: volume
  last: outlook
  quiet: quiet
  follows: {explanation: figure}
  at_most: {figure: 2, cause: 2, department: 1, measure: 1, duty: 1}
notes: the numbers stand in the marts that a finding refers to. volume, the number of valid complaints, and outlook, what is forecast for the next month, are always
  said. figure has a signal in kpi_signals, or misses its target beyond chance, or, where no limits can be drawn yet and for quarters and years,
  changed beyond chance; explanation follows it, and takes no room, where change_explanations finds a member that changed. cause has the verdict act in cause_trends,
  department the verdict investigate in unit_comparisons, of all that are compared (of the twelve months up to a month, and of the month itself), measure a review in measure_effects, and
  duty a clause that was missed beyond chance; others counts the further ones of its kind. month is the one whose row is meant. urgency is 3 for what is bad
  and began in the period (a clause, where it was not missed in the year before) and for a measure that worked, 2 for what goes on, and 1 for what got better or only changed
---*/
with
run as (select timezone(time_zone, as_of) as local_as_of from config.run),
lengths as (
  select *
  from (values ('month', interval 1 month), ('quarter', interval 3 months), ('year', interval 1 year)) as lengths(grain, length)
),
periods as (
  select distinct figures.grain, figures.period_start, (figures.period_start + lengths.length)::date as period_end
  from marts.kpi_values as figures
  join config.kpis as kpis using (kpi)
  join lengths using (grain)
  cross join run
  where figures.dimension = 'all' and kpis.kind <> 'stock' and coalesce(figures.numerator, 0) + coalesce(figures.denominator, 0) > 0
    and figures.period_start + lengths.length <= run.local_as_of
),
months as (
  select periods.*, unnest(generate_series(period_start::timestamp, period_end - interval 1 month, interval 1 month))::date as month
  from periods
),
headline as (
  select kpis.kpi, kpis.better
  from config.kpis as kpis
  where kpi in (
    'resolution_on_time', 'response_on_time', 'satisfaction', 'csat', 'nps', 'success_rate', 'recurrence_rate', 'reopen_rate',
    'escalation_rate', 'external_rate', 'transfer_rate', 'time_to_resolve', 'complaint_rate', 'closed_loop_rate'
  )
),
signals as (
  select months.grain, months.period_start, signals.kpi,
    max_by(signals.verdict, months.month) filter (signals.verdict in ('better', 'worse', 'changed')) as verdict,
    max(months.month) filter (signals.verdict in ('better', 'worse', 'changed')) as month,
    max_by(signals.since, months.month) filter (signals.verdict in ('better', 'worse', 'changed')) as since,
    max_by(abs(signals.value - signals.centre) / nullif(signals.upper - signals.lower, 0), months.month) as size,
    bool_or(signals.verdict in ('better', 'worse', 'changed', 'ordinary')) as is_judged
  from months
  join marts.kpi_signals as signals
    on signals.grain = 'month' and signals.dimension = 'all' and signals.period_start = months.month
  join headline using (kpi)
  group by all
),
targets as (
  select
    figures.grain, figures.period_start, figures.kpi,
    case headline.better when 'higher' then figures.high < figures.target else figures.low > figures.target end as is_missed,
    abs(figures.value - figures.target) / nullif(figures.high - figures.low, 0) as size
  from marts.kpi_values as figures
  join headline using (kpi)
  where figures.dimension = 'all' and figures.target is not null and headline.better <> 'neither' and not figures.is_withheld
),
changed as (
  select changes.*, headline.better, case when (change > 0) = (headline.better = 'higher') then 'better' else 'worse' end as verdict,
    abs(change) / nullif(high - low, 0) as size
  from marts.kpi_changes as changes
  join headline using (kpi)
  where changes.is_real and headline.better <> 'neither'
),
figure_states as (
  select
    periods.grain, periods.period_start, headline.kpi, signals.month,
    signals.verdict as signal,
    signals.since >= periods.period_start as is_new_signal,
    coalesce(targets.is_missed, false) as is_missed,
    case when periods.grain <> 'month' or not coalesce(signals.is_judged, false) then changed.verdict end as change,
    coalesce(greatest(signals.size, targets.size, changed.size), 0) as size
  from periods
  cross join headline
  left join signals using (grain, period_start, kpi)
  left join targets using (grain, period_start, kpi)
  left join changed
    on changed.grain = periods.grain and changed.period_start = periods.period_start and changed.kpi = headline.kpi and changed.compared = 'before'
),
figure_findings as (
  select
    grain, period_start, kpi, month, size,
    case
      when (signal = 'worse' and is_new_signal) or change = 'worse' then 3
      when signal = 'worse' or is_missed then 2
      when (signal is not null and is_new_signal) or change = 'better' then 1
    end as urgency
  from figure_states
),
explained as (
  select
    parts.grain, parts.period_start, parts.kpi, parts.compared, parts.dimension, parts.member,
    row_number() over (
      partition by parts.grain, parts.period_start, parts.kpi
      order by parts.compared, abs(parts.within) desc, parts.dimension, parts.member
    ) as choice
  from marts.change_explanations as parts
  -- What moves within its ordinary variation needs no explanation.
  semi join figure_states
    on figure_states.grain = parts.grain and figure_states.period_start = parts.period_start and figure_states.kpi = parts.kpi
    and (figure_states.signal is not null or figure_states.change is not null)
  join changed
    on changed.kpi = parts.kpi and changed.grain = parts.grain and changed.period_start = parts.period_start and changed.compared = parts.compared
  where parts.is_within_real and parts.within * parts.change > 0 and parts.dimension in ('department', 'category') and parts.member <> ''
),
acting as (
  select
    dimension, member, period_start as month, direction, -log10(greatest(q, 1e-300)) as size,
    coalesce(lag(period_start) over same = period_start - interval 1 month, false) as is_going_on
  from marts.cause_trends
  where verdict = 'act' and member <> ''
  window same as (partition by dimension, member, direction order by period_start)
),
causes as (
  select months.grain, months.period_start, acting.dimension, acting.member, max(acting.month) as month,
    max_by(acting.direction, acting.month) as direction, max_by(acting.size, acting.month) as size,
    not bool_and(acting.is_going_on) as is_new
  from months
  join acting using (month)
  group by all
),
cause_findings as (
  select *, case when direction = 'rising' then case when is_new then 3 else 2 end when is_new then 1 end as urgency
  from causes
  -- A root cause that rises tells more than the category and the product that rise with it.
  qualify dimension = 'cause_root' or not bool_or(dimension = 'cause_root' and direction = causes.direction)
    over (partition by grain, period_start, direction)
),
windows as (
  select periods.grain, periods.period_start, units.kpi, units.member, units.grain as unit_grain, units.period_start as unit_start,
    units.direction, abs(units.z) as size, units.verdict, units.q,
    coalesce(lag(units.verdict = 'investigate') over earlier, false) as is_going_on
  from periods
  join marts.unit_comparisons as units
    on units.period_end = periods.period_end and units.dimension = 'department'
    and (units.grain = periods.grain or (periods.grain = 'month' and units.grain = 'twelve_months'))
  join headline using (kpi)
  window earlier as (partition by periods.grain, units.grain, units.kpi, units.member, units.direction order by periods.period_start)
),
department_findings as (
  select *, case when direction = 'worse' then case when is_going_on then 2 else 3 end when not is_going_on then 1 end as urgency
  from windows
  where verdict = 'investigate' and q <= $act
  qualify row_number() over (partition by grain, period_start, kpi, member order by unit_grain = 'twelve_months' desc) = 1
),
reviews as (
  select periods.grain, periods.period_start, effects.measure_id, effects.review, effects.verdict,
    case
      when effects.verdict in ('worse', 'worked') then 3
      when effects.review = (select max(review) from marts.measure_effects) then 2
    end as urgency,
    coalesce(-log10(greatest(effects.q, 1e-300)), 0) as size
  from periods
  join marts.measure_effects as effects on effects.last_month >= periods.period_start and effects.last_month < periods.period_end
  where effects.review is not null and effects.verdict in ('worked', 'worse', 'no_sign')
),
measure_findings as (
  select *, count(*) over (partition by grain, period_start, verdict) - 1 as others
  from reviews
  where urgency is not null
  qualify row_number() over (partition by grain, period_start, measure_id order by review desc) = 1
),
missed as (
  select grain, period_start, position, any_value(kpi order by figure_position) as kpi
  from marts.duty_periods
  where verdict = 'missed' and is_sure
  group by all
),
missed_again as (
  select *, coalesce(lag(period_start) over (partition by grain, position order by period_start) >= period_start - interval 1 year, false) as is_going_on
  from missed
),
duty_findings as (
  select missed_again.*, count(*) over (partition by grain, period_start) - 1 as others, case when is_going_on then 2 else 3 end as urgency
  from missed_again
  join periods using (grain, period_start)
  -- What a sentence of its own says already is not said again as a clause.
  qualify row_number() over (
    partition by grain, period_start order by kpi in (select kpi from headline), is_going_on, position
  ) = 1
)
select grain, period_start, 'volume' as kind, 'valid_complaints' as kpi, null as dimension, null as member, null as month, null as compared,
  null as measure_id, null::integer as review, null::integer as clause, 0 as others, 0 as urgency, 0::double as size
from periods
semi join marts.kpi_values as figures
  on figures.grain = periods.grain and figures.period_start = periods.period_start and figures.kpi = 'valid_complaints' and figures.dimension = 'all'
union all
select grain, period_start, 'figure', kpi, null, null, month::varchar, null, null, null, null, 0, urgency, size
from figure_findings
where urgency is not null
union all
select grain, period_start, 'explanation', kpi, dimension, member, null, compared, null, null, null, 0, 0, 0
from explained
where choice = 1
union all
select grain, period_start, 'cause', null, dimension, member, month::varchar, null, null, null, null, 0, urgency, size
from cause_findings
where urgency is not null
union all
select grain, period_start, 'department', kpi, unit_grain, member, unit_start::varchar, null, null, null, null, 0, urgency, size
from department_findings
where urgency is not null
union all
select grain, period_start, 'measure', null, null, null, null, null, measure_id, review, null, others::integer, urgency, size
from measure_findings
union all
select grain, period_start, 'duty', kpi, null, null, null, null, null, null, position, others::integer, urgency, 0
from duty_findings
union all
select periods.grain, periods.period_start, 'outlook', 'valid_complaints', null, null, forecasts.origin::varchar, null, null, null, null, 0, 0, 0
from periods
join (select distinct kpi, dimension, origin from marts.forecasts) as forecasts
  on forecasts.kpi = 'valid_complaints' and forecasts.dimension = 'all'
  and forecasts.origin = periods.period_end - interval 1 month
order by all
