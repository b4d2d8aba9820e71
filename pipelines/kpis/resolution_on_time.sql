/*---
title: {zh-CN: 投诉处理及时率, en: Resolved on time}
kind: ratio
of: complaint
unit: percent
better: higher
counts:
  zh-CN: 已到办结期限的有效投诉，按期限日期（获准延期的按延期后期限）计入；来源只给出是否及时的，按受理日期计入
  en: valid complaints whose deadline has passed, on the day of the deadline (the extended one where one was granted); where the source only gives a verdict, on the day of receipt
numerator:
  zh-CN: 在期限之前或当时已解决的，含获准延期后按期解决的
  en: those solved by then, within a granted extension too
guards: [resolution_on_time_original, extension_rate, last_minute_rate, reopen_rate, transfer_rate]
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
where clock = 'resolve' and is_valid and coalesce(approved_due_at, started_at) <= as_of
