/*---
title: {zh-CN: 派单及时率, en: Passed on in time}
kind: ratio
of: complaint
unit: percent
better: higher
counts:
  zh-CN: 已到派单时限的有效投诉，按时限日期计入
  en: valid complaints whose time to be passed on has passed, on that day
numerator:
  zh-CN: 在时限之前或当时已转责任部门的
  en: those passed on to the department responsible by then
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
where clocks.clock = 'dispatch' and is_valid and clocks.approved_due_at <= as_of
