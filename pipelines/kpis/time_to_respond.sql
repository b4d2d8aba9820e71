/*---
title: {zh-CN: 响应用时, en: Time to answer}
kind: duration
of: complaint
unit: hours
quantiles: [0.5, 0.9]
better: lower
counts:
  zh-CN: 有效投诉从受理到首次答复客户的时间，按受理日期计入；未答复的按已等待时间作删失处理（Kaplan–Meier）
  en: time from receipt to the first answer of valid complaints, on the day of receipt; those not answered yet are censored (Kaplan–Meier)
excludes:
  zh-CN: 答复时间早于受理时间的记录
  en: records answered before they were received
minimum: 10
---*/
select
  complaint_id as record_id,
  received_at as at,
  epoch(coalesce(responded_at, as_of)) - epoch(received_at) as seconds,
  responded_at is null as is_open
from core.complaints
cross join config.run
where is_valid and coalesce(responded_at, as_of) >= received_at
  and exists (select 1 from config.told where record = 'step' and field = 'responded')
