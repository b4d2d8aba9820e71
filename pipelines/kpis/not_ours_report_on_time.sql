/*---
title: {zh-CN: 非我方责任书面报告及时率, en: Report in time where not responsible}
kind: ratio
of: complaint
unit: percent
better: higher
counts:
  zh-CN: 判定非我方责任、且已到报告时限的有效投诉，按时限日期计入
  en: valid complaints for which the company is not responsible and whose time to report has passed, on that day
numerator:
  zh-CN: 在时限之前或当时已向客户提交报告的
  en: those whose customer had the report by then
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
where clocks.clock = 'report' and is_valid and clocks.approved_due_at <= as_of
