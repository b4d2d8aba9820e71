/*---
title: {zh-CN: 部门经手用时, en: Time held by a department}
kind: duration
of: complaint
unit: days
quantiles: [0.5, 0.9]
better: lower
counts:
  zh-CN: 有效投诉在每个部门停留的时间，按接手日期计入；仍在手的按已停留时间作删失处理（Kaplan–Meier）
  en: time for which each department held a valid complaint, on the day on which it got it; those still held are censored (Kaplan–Meier)
minimum: 10
---*/
select
  complaint_id as record_id,
  holds.from_at as at,
  epoch(coalesce(holds.until_at, as_of)) - epoch(holds.from_at) as seconds,
  holds.until_at is null as is_open,
  holds.member as department
from core.holds as holds
join core.complaints using (complaint_id)
cross join config.run
where is_valid and holds.dimension = 'department'
