/*---
title: {zh-CN: 千单投诉率, en: Complaints per thousand}
kind: rate
of: business_record
unit: per_1000
better: lower
counts:
  zh-CN: 业务量（订单、服务单、客户等），按发生日期计入
  en: the amount of business (orders, service orders, customers), on its day
numerator:
  zh-CN: 其间受理的有效投诉
  en: valid complaints received in that time
excludes:
  zh-CN: 业务量未知期间的投诉
  en: complaints of times for which the amount of business is not known
guards: [valid_complaints]
minimum: 10
---*/
select business_record_id as record_id, "at", complaints as numerator, quantity as denominator
from core.business_records
