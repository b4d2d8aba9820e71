/*---
what: what each clause of the policy is measured by, period by period, and whether it was kept
grain: one row per clause, figure and period in which the figure has a value
notes: verdict is kept or missed by the target of the period, and measured where there is no target or no better direction. is_sure tells that
  chance alone would not change it, for the interval leaves out the target, or there is none
---*/
select
  duties.position,
  duties.clause,
  named.position as figure_position,
  figures.kpi,
  figures.grain,
  figures.period_start,
  figures.numerator,
  figures.denominator,
  figures.value,
  figures.low,
  figures.high,
  figures.target,
  figures.is_provisional,
  case
    when figures.target is null or kpis.better = 'neither' then 'measured'
    when kpis.better = 'lower' then case when figures.value <= figures.target then 'kept' else 'missed' end
    else case when figures.value >= figures.target then 'kept' else 'missed' end
  end as verdict,
  not coalesce(figures.target between figures.low and figures.high, false) as is_sure
from config.duties as duties
join config.duty_figures as named using (clause)
join config.kpis as kpis using (kpi)
join marts.kpi_values as figures using (kpi)
where figures.dimension = 'all' and figures.grain <> 'week' and figures.value is not null
order by duties.position, named.position, figures.grain, figures.period_start
