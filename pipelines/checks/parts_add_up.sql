/*---
what: the members of a dimension add up to the whole
---*/
with
wholes as (
  select kpi, grain, period_start, numerator, denominator
  from marts.kpi_values
  where dimension = 'all'
),
parts as (
  select kpi, grain, period_start, dimension, sum(numerator) as numerator, sum(denominator) as denominator
  from marts.kpi_values
  where dimension <> 'all'
  group by all
)
select parts.*, wholes.numerator as whole_numerator, wholes.denominator as whole_denominator
from parts
join wholes using (kpi, grain, period_start)
where abs(parts.numerator - wholes.numerator) > 1e-6 * greatest(1, abs(wholes.numerator))
  or abs(parts.denominator - wholes.denominator) > 1e-6 * greatest(1, abs(wholes.denominator))
