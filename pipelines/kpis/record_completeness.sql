/*---
title: {zh-CN: 记录完整率, en: Record completeness}
kind: ratio
of: complaint
unit: percent
better: higher
counts:
  zh-CN: 有效投诉中制度要求填写的项目，按受理日期计入
  en: the fields that the policy requires, over valid complaints, on the day of receipt
numerator:
  zh-CN: 已填写的项目
  en: those that are filled in
clause: {service-industry: "2.3.1", feedback-resolution: "2.2"}
minimum: 10
---*/
select
  complaint_id as record_id,
  complaints.received_at as at,
  (list_contains(required, 'customer_id') and registered.customer_id is not null)::int
    + (list_contains(required, 'customer_name') and registered.customer_name is not null)::int
    + (list_contains(required, 'customer_phone') and registered.customer_phone is not null)::int
    + (list_contains(required, 'customer_email') and registered.customer_email is not null)::int
    + (list_contains(required, 'customer_segment') and registered.customer_segment is not null)::int
    + (list_contains(required, 'channel') and registered.channel is not null)::int
    + (list_contains(required, 'category') and registered.category is not null)::int
    + (list_contains(required, 'subcategory') and registered.subcategory is not null)::int
    + (list_contains(required, 'severity') and registered.severity is not null)::int
    + (list_contains(required, 'risk') and registered.risk is not null)::int
    + (list_contains(required, 'product') and registered.product is not null)::int
    + (list_contains(required, 'region') and registered.region is not null)::int
    + (list_contains(required, 'department') and registered.department is not null)::int
    + (list_contains(required, 'handler') and registered.handler is not null)::int
    + (list_contains(required, 'first_receiver') and registered.first_receiver is not null)::int
    + (list_contains(required, 'involved_staff') and registered.involved_staff is not null)::int
    + (list_contains(required, 'demand') and registered.demand is not null)::int
    + (list_contains(required, 'description') and registered.description is not null)::int
    + (list_contains(required, 'resolution') and registered.resolution is not null)::int as numerator,
  len(required) as denominator
from core.complaints
join staging.complaint as registered using (complaint_id)
join core.required_fields as rules
  on complaints.received_at >= rules.effective_from and complaints.received_at < rules.effective_until
where complaints.is_valid
