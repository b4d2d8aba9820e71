/*---
title: {zh-CN: 升级后及时率, en: Resolved on time after escalation}
kind: ratio
of: complaint
unit: percent
better: higher
counts:
  zh-CN: 按制度规则升级、且已到升级后办结期限的有效投诉，按期限日期计入
  en: valid complaints that a rule escalated and whose deadline from then on has passed, on that day
numerator:
  zh-CN: 在期限之前或当时已解决的，含获准延期后按期解决的
  en: those solved by then, within a granted extension too
guards: [escalation_by_rule_rate]
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
where clocks.clock = 'resolve_escalated' and is_valid and clocks.approved_due_at <= as_of
