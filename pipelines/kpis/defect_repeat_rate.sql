/*---
title: {zh-CN: 缺陷重复率, en: Repeated defects}
kind: ratio
of: nonconformance
unit: percent
better: lower
counts:
  zh-CN: 已关闭且观察期已满的不合格品处理单，按关闭日期计入
  en: closed nonconformance sheets whose time of observation is over, on the day of closing
numerator:
  zh-CN: 其间同一产品的同一缺陷再次开单的
  en: those whose defect was found in the same product again within that time
excludes:
  zh-CN: 产品或缺陷未记录的处理单
  en: sheets without product or defect
guards: [nonconformance_on_time]
minimum: 10
---*/
select
  sheets.nonconformance_id as record_id,
  sheets.closed_at as at,
  exists (
    select 1
    from core.nonconformances as later
    where later.product = sheets.product and later.defect = sheets.defect
      and later.issued_at > sheets.closed_at and later.issued_at <= sheets.closed_at + to_days(rules.window_days)
  )::int as numerator,
  1 as denominator
from core.nonconformances as sheets
cross join config.run
join policy.defects as rules
  on sheets.closed_at >= rules.effective_from and sheets.closed_at < rules.effective_until
where sheets.product is not null and sheets.defect is not null
  and sheets.closed_at + to_days(rules.window_days) <= as_of
