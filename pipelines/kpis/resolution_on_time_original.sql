/*---
title: {zh-CN: 原期限及时率, en: Resolved by the first deadline}
kind: ratio
of: complaint
unit: percent
better: higher
counts:
  zh-CN: 已到原办结期限的有效投诉，按原期限日期计入，不考虑延期
  en: valid complaints whose first deadline has passed, on that day; extensions are not allowed for
numerator:
  zh-CN: 在原期限之前或当时已解决的
  en: those solved by then
guards: [resolution_on_time]
minimum: 10
---*/
select
  complaint_id as record_id,
  clocks.first_counted_at as at,
  (state = 'met')::int as numerator,
  1 as denominator,
  clocks.is_provisional
from core.clocks
join core.complaints using (complaint_id)
cross join config.run
where clock = 'resolve' and is_valid and coalesce(clocks.due_at, started_at) <= as_of
