/*---
what: the cases behind the cards that stand, of a period that was frozen those of its latest edition, of any other those of this run
grain: one row per period, dimension, member, figure and record
materialized: view
notes: edition is empty where nothing was frozen. It names people, so only pages of performance may show it
---*/
select * exclude (edition), edition
from (
  select *, null::varchar as edition
  from marts.card_evidence
  where (grain, period_start) not in (select (grain, period_start) from marts.frozen_card_evidence)
  union all by name
  select * from marts.frozen_card_evidence
)
