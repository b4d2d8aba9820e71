/*---
title: {zh-CN: 罚款总额, en: Fines}
kind: sum
of: violation
unit: money
better: neither
counts:
  zh-CN: 对违规员工的罚款，按决定日期（没有的按发生日期）计入
  en: fines for violations, on the day of the decision (of the violation where it is not known)
guards: [violations]
---*/
select violation_id as record_id, coalesce(decided_at, happened_at) as at, amount as numerator
from core.violations
where amount is not null
