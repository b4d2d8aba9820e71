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
with
rules as (
  select effective_from, effective_until, list(field) as required
  from policy.required_fields
  group by effective_from, effective_until
),
filled as (
  select
    complaint_id,
    len(required) as required_count,
    0
    + (list_contains(required, 'customer_id') and customer_id is not null)::int
    + (list_contains(required, 'customer_name') and customer_name is not null)::int
    + (list_contains(required, 'customer_phone') and customer_phone is not null)::int
    + (list_contains(required, 'customer_email') and customer_email is not null)::int
    + (list_contains(required, 'customer_segment') and customer_segment is not null)::int
    + (list_contains(required, 'channel') and channel is not null)::int
    + (list_contains(required, 'category') and category is not null)::int
    + (list_contains(required, 'subcategory') and subcategory is not null)::int
    + (list_contains(required, 'severity') and severity is not null)::int
    + (list_contains(required, 'risk') and risk is not null)::int
    + (list_contains(required, 'product') and product is not null)::int
    + (list_contains(required, 'region') and region is not null)::int
    + (list_contains(required, 'department') and department is not null)::int
    + (list_contains(required, 'handler') and handler is not null)::int
    + (list_contains(required, 'first_receiver') and first_receiver is not null)::int
    + (list_contains(required, 'involved_staff') and involved_staff is not null)::int
    + (list_contains(required, 'demand') and demand is not null)::int
    + (list_contains(required, 'description') and description is not null)::int
    + (list_contains(required, 'resolution') and resolution is not null)::int
      as filled_count
  from staging.complaint
  join rules on received_at >= effective_from and received_at < effective_until
)
select complaint_id as record_id, received_at as at, filled_count as numerator, required_count as denominator
from core.complaints
join filled using (complaint_id)
where is_valid
