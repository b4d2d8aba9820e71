/*---
what: which causes rise or fall, beyond what chance would bring among all that are looked at
grain: one row per dimension, member and month at whose end it is looked at
method: trends
options:
  baseline: 12
  recent: [1, 3]
  window: 36
  season_from: 24
  looked_at: 24
  least_cases: 5
  look: 0.1
  act: 0.05
  change_point: 0.05
notes: the latest month, and the latest three, are held against the twelve months before them; the trend is that of up to 36 months with
  the season allowed for. q is Benjamini and Hochberg's over all tests of that month. Complaints without a cause are not tested.
  verdict is act, look, none, too_few, or list_changed where a word came in as another one went out
---*/
select dimension, member, period_start, "count", exposure
from marts.monthly_causes
where dimension in ('cause_root', 'category', 'subcategory', 'product')
order by dimension, member, period_start
