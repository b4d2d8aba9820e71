/*---
title: {zh-CN: 临期办结率, en: Solved just before the deadline}
kind: ratio
of: complaint
unit: percent
better: neither
counts:
  zh-CN: 在期限之前或当时已解决的有效投诉，按期限日期（获准延期的按延期后期限）计入
  en: valid complaints that were solved by their deadline (the extended one where one was granted), on the day of the deadline
numerator:
  zh-CN: 在期限前制度规定的最后一段时间内才解决的（见考核规则）
  en: those solved within the last stretch before it that the policy names (see the rules of appraisal)
minimum: 10
---*/
select
  complaint_id as record_id,
  clocks.counted_at as at,
  (epoch_us(clocks.approved_due_at) - epoch_us(clocks.stopped_at) <= rules.last_minutes::bigint * 60000000)::int as numerator,
  1 as denominator,
  clocks.is_provisional
from core.clocks as clocks
join core.complaints as cases using (complaint_id)
join policy.appraisal as rules on cases.received_at >= rules.effective_from and cases.received_at < rules.effective_until
cross join config.run
where clocks.clock = 'resolve' and cases.is_valid and clocks.state in ('met', 'met_by_extension')
  and clocks.stopped_at is not null and clocks.approved_due_at <= as_of
