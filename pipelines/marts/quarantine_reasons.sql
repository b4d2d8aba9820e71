/*---
what: why rows were set aside
grain: one row per source, record kind, file, field and reason
---*/
select source, record, file, field, reason, count(*) as "rows"
from staging.quarantine
group by source, record, file, field, reason
order by source, record, file, field nulls first, reason
