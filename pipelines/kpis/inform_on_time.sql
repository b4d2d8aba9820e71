/*---
title: {zh-CN: 告知及时率, en: Told in time}
kind: ratio
of: complaint
unit: percent
better: higher
counts:
  zh-CN: 已到告知结果时限的有效投诉，按时限日期计入
  en: valid complaints whose time to be told the result has passed, on that day
numerator:
  zh-CN: 在时限之前或当时已把结果告知客户的
  en: those whose customer was told the result by then
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
where clocks.clock = 'inform' and is_valid and clocks.approved_due_at <= as_of
