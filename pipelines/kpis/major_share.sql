/*---
title: {zh-CN: 重大投诉占比, en: Major complaints}
kind: ratio
of: complaint
unit: percent
better: lower
counts:
  zh-CN: 有效投诉，按受理日期计入
  en: valid complaints, on the day of receipt
numerator:
  zh-CN: 严重程度为重大的，含按规则升级为重大的
  en: those of this grade, including those that a rule raised to it
excludes:
  zh-CN: 未分级的投诉
  en: complaints without a severity
minimum: 10
---*/
select
  complaint_id as record_id,
  received_at as at,
  (severities.grade = 'major' or complaint_id in (
    select raised.complaint_id
    from core.escalations as raised
    join policy.severities as reached on reached.code = raised.severity
    where reached.grade = 'major'
  ))::int as numerator,
  1 as denominator
from core.complaints
join policy.severities as severities
  on severities.code = severity
  and received_at >= severities.effective_from and received_at < severities.effective_until
where is_valid
