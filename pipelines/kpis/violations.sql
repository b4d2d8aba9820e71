/*---
title: {zh-CN: 违规次数, en: Violations}
kind: count
of: violation
unit: count
better: lower
counts:
  zh-CN: 服务过程中的员工违规，按发生日期计入
  en: violations by staff in the handling of customers, on the day on which they happened
guards: [violations_per_100_cases]
---*/
select violation_id as record_id, happened_at as at
from core.violations
