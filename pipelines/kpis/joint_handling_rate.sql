/*---
title: {zh-CN: 多部门处理率, en: Handled by several departments}
kind: ratio
of: complaint
unit: percent
better: neither
counts:
  zh-CN: 有效投诉，按受理日期计入
  en: valid complaints, on the day of receipt
numerator:
  zh-CN: 经手部门不止一个的
  en: those that more than one department held
guards: [transfer_rate]
minimum: 10
---*/
select
  complaint_id as record_id,
  received_at as at,
  (complaint_id in (
    select complaint_id from core.holds where dimension = 'department' group by complaint_id having count(distinct member) > 1
  ))::int as numerator,
  1 as denominator
from core.complaints
where is_valid and complaint_id in (select complaint_id from core.holds where dimension = 'department')
