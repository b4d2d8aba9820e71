/*---
title: {zh-CN: 款项上缴用时, en: Time to hand the money in}
kind: duration
of: service_order
unit: days
quantiles: [0.5, 0.9]
better: lower
counts:
  zh-CN: 服务款从收款到上缴的时间，按收款日期计入；尚未上缴的作删失处理（Kaplan–Meier）
  en: time from payment to handing the money in, on the day of payment; money not handed in yet is censored (Kaplan–Meier)
excludes:
  zh-CN: 上缴时间早于收款时间的记录
  en: records handed in before they were paid
guards: [charge_recorded_rate]
minimum: 10
---*/
select
  order_id as record_id,
  paid_at as at,
  epoch(coalesce(handed_in_at, as_of)) - epoch(paid_at) as seconds,
  handed_in_at is null as is_open
from core.service_orders
cross join config.run
where coalesce(handed_in_at, as_of) >= paid_at
  and exists (select 1 from config.told where record = 'service_order' and field = 'handed_in_at')
