/*---
title: {zh-CN: 在档投诉, en: Cases in the archive}
kind: stock
of: complaint
unit: count
better: neither
counts:
  zh-CN: 期末已归档且仍在保存期限内的投诉
  en: cases that are archived and within the time for which they are kept, at the end of the period
---*/
select
  complaint_id as record_id,
  archived_at as from_at,
  case when closed_at + to_years(keep_years) <= as_of then closed_at + to_years(keep_years) end as until_at
from core.complaints
cross join config.run
join policy.retention as rules on received_at >= rules.effective_from and received_at < rules.effective_until
where archived_at is not null and closed_at is not null
