/*---
title: {zh-CN: 回访及时率, en: Called back in time}
kind: ratio
of: complaint
unit: percent
better: higher
counts:
  zh-CN: 已到回访时限的有效投诉，按时限日期计入
  en: valid complaints whose time to be called back has passed, on that day
numerator:
  zh-CN: 在时限之前或当时已回访的
  en: those called back by then
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
where clocks.clock = 'call_back' and is_valid and clocks.approved_due_at <= as_of
