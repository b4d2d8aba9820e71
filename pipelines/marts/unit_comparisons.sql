/*---
what: departments and handlers beside their peers, as they are and with the cases that they had allowed for
grain: one row per figure, period, dimension and member
method: comparisons
options: {trim: 0.1, look: 0.95, investigate: 0.998, least_units: 3, widest: 0.2, confidence: 0.95}
notes: expected is what the peers would have had with the same cases (peer_rate of unit_strata). verdict is as_expected, look, investigate, or cannot_tell; q is
  Benjamini and Hochberg's over all figures and members of a period. Cases count to whom they name at last; card_comparisons counts them by the rules of the scorecard
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
  kpis.minimum as minimum,
  sum(n) as count,
  sum(d) as total,
  any_value(reference) as reference,
  -- Exactly, in whatever order rows come.
  sum((d * peer_rate)::decimal(38, 12))::double as expected
from marts.unit_strata as strata
join config.kpis as kpis using (kpi)
where strata.attribution = 'record'
group by all
order by all
