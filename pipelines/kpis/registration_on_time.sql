/*---
title: {zh-CN: 登记及时率, en: Registered on time}
kind: ratio
of: complaint
unit: percent
better: higher
counts:
  zh-CN: 已到登记时限的有效投诉，按时限日期计入
  en: valid complaints whose time to be registered has passed, on that day
numerator:
  zh-CN: 在时限之前或当时已登记的
  en: those registered by then
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
where clocks.clock = 'register' and is_valid and clocks.approved_due_at <= as_of
