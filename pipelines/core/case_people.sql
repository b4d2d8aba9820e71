/*---
what: who had a part in each case, sheet or violation, so that nobody decides on what they did themselves
grain: one row per record and person; people under config.person_key, by which names are compared
materialized: view
notes: those who handled the case of a violation, a sheet or an answer had a part in these, too. Numbers of records of different kinds are
  taken for one where they are the same
---*/
with
cases as (
  select complaint_id, handler as person from staging.complaint_event
  union all select complaint_id, handler from staging.complaint
  union all select complaint_id, first_receiver from staging.complaint
  union all select complaint_id, involved_staff from staging.complaint
  union all select complaint_id, validity_judged_by from staging.complaint
  union all select complaint_id, staff from staging.violation
),
records as (
  select complaint_id as record_id, person from cases
  union all select violation_id, staff from staging.violation
  union all select order_id, handler from staging.service_order
  union all select nonconformance_id, handler from staging.nonconformance
  union all
  select sheets.nonconformance_id, cases.person
  from staging.nonconformance as sheets
  join cases using (complaint_id)
  union all
  select violations.violation_id, cases.person
  from staging.violation as violations
  join cases using (complaint_id)
  union all
  select answers.response_id, cases.person
  from staging.survey_response as answers
  join cases using (complaint_id)
)
select distinct record_id, config.person_key(person) as person_key
from records
where person is not null
