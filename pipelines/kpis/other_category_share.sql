/*---
title: {zh-CN: 其他类占比, en: Complaints under "other"}
kind: ratio
of: complaint
unit: percent
better: lower
counts:
  zh-CN: 有效投诉，按受理日期计入
  en: valid complaints, on the day of receipt
numerator:
  zh-CN: 归入“其他”类的
  en: those that fit no category of the policy
excludes:
  zh-CN: 未分类的投诉
  en: complaints without a category
minimum: 10
---*/
select complaint_id as record_id, received_at as at, categories.is_other::int as numerator, 1 as denominator
from core.complaints
join policy.categories as categories
  on categories.code = category
  and received_at >= categories.effective_from and received_at < categories.effective_until
where is_valid
