/*---
what: the fields of a record that each version of the policy requires
grain: one row per version, record, element of it and kinds for which it is asked
materialized: view
units: required is a sum of flags, as filled in staging.<kind>_filled
---*/
select rules.record, rules.element, rules.kinds, rules.effective_from, rules.effective_until, sum(distinct fields.flag)::bigint as required
from policy.required_fields as rules
join config.fields as fields on fields.record = rules.record and fields.field = rules.field
group by rules.record, rules.element, rules.kinds, rules.effective_from, rules.effective_until
