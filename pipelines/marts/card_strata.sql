/*---
what: how many of each kind of cases the scorecard counts to each department and person, and what their peers had with such cases
grain: one row per figure, period, dimension, member, category, severity and channel
notes: the rows of unit_strata whose attribution is rule. It names people, so only pages of performance may show it
---*/
select * exclude (attribution)
from marts.unit_strata
where attribution = 'rule'
order by all
