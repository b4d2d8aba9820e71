/*---
what: departments and people beside their peers, by the cases that the scorecard counts to them, as they are and with the cases that they had allowed for
grain: one row per figure, period, dimension and member
method: comparisons
options: {trim: 0.1, look: 0.95, investigate: 0.998, least_units: 3, widest: 0.2, confidence: 0.95}
notes: as unit_comparisons, for the figures of the scorecard and the periods of which cards are made; people beside those in the same role. minimum is that of the head.
  It names people, so only pages of performance may show it
---*/
select
  strata.kpi,
  strata.grain,
  strata.period_start,
  strata.period_end,
  strata.dimension,
  strata.role,
  strata.member,
  kpis.kind,
  kpis.better,
  coalesce(heads.minimum, kpis.minimum) as minimum,
  sum(n) as count,
  sum(d) as total,
  any_value(reference) as reference,
  -- Exactly, in whatever order rows come.
  sum((d * peer_rate)::decimal(38, 12))::double as expected
from marts.card_strata as strata
join config.kpis as kpis using (kpi)
cross join config.run as run
join policy.scorecard as heads
  on heads.kpi = strata.kpi and strata.period_start >= timezone(run.time_zone, heads.effective_from)
  and strata.period_start < timezone(run.time_zone, heads.effective_until)
group by all
order by all
