/*---
title: {zh-CN: 外部投诉占比, en: Complaints by third parties}
kind: ratio
of: complaint
unit: percent
better: lower
counts:
  zh-CN: 有效投诉，按受理日期计入
  en: valid complaints, on the day of receipt
numerator:
  zh-CN: 经监管部门、消费者协会等第三方转来的
  en: those that came by a third party, such as a regulator or a consumer association
minimum: 10
---*/
select complaint_id as record_id, received_at as at, coalesce(channel = 'third_party', false)::int as numerator, 1 as denominator
from core.complaints
where is_valid
  and exists (select 1 from config.told where record = 'complaint' and field = 'channel')
