/*---
title: {zh-CN: 回访未得评分率, en: Called back without a score}
kind: ratio
of: complaint
unit: percent
better: lower
counts:
  zh-CN: 已回访的有效投诉，按回访日期计入
  en: valid complaints that were called back, on the day of the call-back
numerator:
  zh-CN: 没有得到评分的（未接通、未作答或未记录）
  en: those without a score (not reached, not answered or not recorded)
minimum: 10
---*/
select complaint_id as record_id, called_back_at as at, (callback_score is null)::int as numerator, 1 as denominator
from core.complaints
where is_valid and called_back_at is not null
  and exists (select 1 from config.told where record = 'complaint' and field = 'callback_score')
