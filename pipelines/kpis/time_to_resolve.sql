/*---
title: {zh-CN: 解决用时, en: Time to resolve}
kind: duration
of: complaint
unit: days
quantiles: [0.5, 0.9]
better: lower
counts:
  zh-CN: 有效投诉从受理到解决的时间，按受理日期计入；未解决的按已等待时间作删失处理（Kaplan–Meier）
  en: time from receipt to solution of valid complaints, on the day of receipt; open cases are censored (Kaplan–Meier)
excludes:
  zh-CN: 解决时间早于受理时间的记录
  en: records solved before they were received
guards: [open_complaints]
minimum: 10
---*/
select
  complaint_id as record_id,
  received_at as at,
  epoch(coalesce(resolved_at, as_of)) - epoch(received_at) as seconds,
  resolved_at is null as is_open
from core.complaints
cross join config.run
where is_valid and coalesce(resolved_at, as_of) >= received_at
