/*---
title: {zh-CN: 归档完整率, en: Complete archive entries}
kind: ratio
of: complaint
unit: percent
better: higher
counts:
  zh-CN: 结案已满归档期限的有效投诉，按结案日期计入
  en: valid complaints closed longer ago than the time to archive, on the day of closing
numerator:
  zh-CN: 按期归档且归档要素齐全的
  en: those archived in time with every part that the policy asks for
minimum: 10
---*/
with
entries as (
  select
    complaints.complaint_id,
    complaints.closed_at,
    complaints.archived_at,
    complaints.closed_at + to_days(rules.archive_days) as archive_due_at,
    bool_and((registered.filled & asked.flag) > 0) as is_filled
  from core.complaints
  join staging.complaint_filled as registered using (complaint_id)
  join (select *, unnest(fields) as field from policy.retention) as rules
    on complaints.received_at >= rules.effective_from and complaints.received_at < rules.effective_until
  join config.fields as asked on asked.record = 'complaint' and asked.field = rules.field
  where complaints.is_valid
    and exists (select 1 from config.told where record = 'step' and field = 'archived')
  group by all
)
select
  complaint_id as record_id,
  closed_at as at,
  coalesce(archived_at <= archive_due_at and is_filled, false)::int as numerator,
  1 as denominator
from entries
cross join config.run
where archive_due_at <= as_of
