/*---
what: the cards that stand, of a period that was frozen those of its latest edition, of any other those of this run
grain: one row per period, dimension (department or handler) and member
materialized: view
notes: edition is empty where nothing was frozen. It names people, so only pages of performance may show it
---*/
select * exclude (edition), edition
from (
  select *, null::varchar as edition
  from marts.cards
  where (grain, period_start) not in (select (grain, period_start) from marts.frozen_cards)
  union all by name
  select * from marts.frozen_cards
)
