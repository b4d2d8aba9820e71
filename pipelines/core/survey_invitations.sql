/*---
what: each customer who was asked to answer a survey, and whether an answer came
grain: one row per invitation
notes: what the invitation does not say about the customer or the department is taken from the case that it follows
---*/
with
run as (select as_of from config.run),
answers as (
  select invitation_id, min(answered_at) as answered_at
  from staging.survey_response
  cross join run
  where answered_at <= as_of
  group by invitation_id
)
select
  invitations.invitation_id,
  invitations.sent_at,
  least(case when invitations.returned_at <= run.as_of then invitations.returned_at end, answers.answered_at) as answered_at,
  invitations.complaint_id,
  invitations.survey_id as survey,
  invitations.method,
  coalesce(invitations.department, cases.department) as department,
  coalesce(invitations.product, cases.product) as product,
  coalesce(invitations.region, cases.region) as region,
  coalesce(invitations.customer_segment, cases.segment) as segment,
  coalesce(segments."group", cases.segment_group) as segment_group,
  cases.handler,
  cases.category,
  cases.subcategory,
  cases.severity,
  cases.risk,
  cases.channel
from staging.survey_invitation as invitations
cross join run
left join answers using (invitation_id)
left join core.complaints as cases on cases.complaint_id = invitations.complaint_id
left join policy.segments as segments
  on segments.code = invitations.customer_segment
  and invitations.sent_at >= segments.effective_from and invitations.sent_at < segments.effective_until
where invitations.sent_at <= run.as_of
