/*---
what: the fields of a complaint that each version of the policy requires
grain: one row per version
materialized: view
---*/
select effective_from, effective_until, list(field) as required
from policy.required_fields
group by effective_from, effective_until
