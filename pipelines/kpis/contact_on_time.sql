/*---
title: {zh-CN: 联系客户及时率, en: Contacted in time}
kind: ratio
of: complaint
unit: percent
better: higher
counts:
  zh-CN: 已到联系客户时限的有效投诉，按时限日期计入
  en: valid complaints whose time to be contacted has passed, on that day
numerator:
  zh-CN: 在时限之前或当时已联系客户的
  en: those whose customer was contacted by then
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
where clocks.clock = 'contact' and is_valid and clocks.approved_due_at <= as_of
