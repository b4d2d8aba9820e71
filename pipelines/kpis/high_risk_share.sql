/*---
title: {zh-CN: 高风险投诉占比, en: High-risk complaints}
kind: ratio
of: complaint
unit: percent
better: lower
counts:
  zh-CN: 有效投诉，按受理日期计入
  en: valid complaints, on the day of receipt
numerator:
  zh-CN: 风险等级为高的
  en: those of high risk
excludes:
  zh-CN: 未评风险等级的投诉
  en: complaints without a level of risk
minimum: 10
---*/
select complaint_id as record_id, received_at as at, (risks.grade = 'high')::int as numerator, 1 as denominator
from core.complaints
join policy.risks as risks
  on risks.code = risk and received_at >= risks.effective_from and received_at < risks.effective_until
where is_valid
