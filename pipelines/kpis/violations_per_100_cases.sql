/*---
title: {zh-CN: 百件投诉违规次数, en: Violations per 100 cases}
kind: rate
of: conduct_record
unit: per_100
better: lower
counts:
  zh-CN: 处理的有效投诉，按受理日期计入
  en: valid complaints that were handled, on the day of receipt
numerator:
  zh-CN: 其间发生的员工违规
  en: violations by staff in that time
guards: [violations]
minimum: 10
---*/
select conduct_record_id as record_id, "at", violations as numerator, cases as denominator
from core.conduct_records
