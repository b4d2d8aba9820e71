/*---
title: {zh-CN: 目标时限内解决率, en: Resolved within the aim}
kind: ratio
of: complaint
unit: percent
better: higher
counts:
  zh-CN: 已到制度目标时限（下限）的有效投诉，按该日期计入
  en: valid complaints whose aim, the lower end of the limit, has passed, on that day
numerator:
  zh-CN: 在目标时限之前或当时已解决的
  en: those solved by then
guards: [resolution_on_time]
minimum: 10
---*/
select
  complaint_id as record_id,
  clocks.counted_at as at,
  (state in ('met', 'met_by_extension'))::int as numerator,
  1 as denominator,
  clocks.is_provisional
from core.clocks
join core.complaints using (complaint_id)
cross join config.run
where clocks.clock = 'resolve_aim' and is_valid and clocks.approved_due_at <= as_of
