/*---
title: {zh-CN: 逾期未结投诉, en: Overdue complaints}
kind: stock
of: complaint
unit: count
better: lower
counts:
  zh-CN: 期末已超过办结期限而尚未解决的有效投诉
  en: valid complaints past their deadline and not solved at the end of the period
guards: [open_complaints]
---*/
select complaint_id as record_id, greatest(spells.from_at, clocks.approved_due_at) as from_at, spells.until_at, clocks.is_provisional
from core.open_spells as spells
join core.clocks as clocks using (complaint_id)
join core.complaints using (complaint_id)
cross join config.run
where clocks.clock = 'resolve' and is_valid and clocks.approved_due_at <= as_of
  and (spells.until_at is null or spells.until_at > clocks.approved_due_at)
