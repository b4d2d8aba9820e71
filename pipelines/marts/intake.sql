/*---
what: what became of the rows that were read
grain: one row per source and record kind
---*/
select
  source,
  record,
  count(*) as files,
  sum(rows_read)::bigint as rows_read,
  sum(loaded)::bigint as loaded,
  sum(unchanged)::bigint as unchanged,
  sum(quarantined)::bigint as quarantined
from staging.loads
group by source, record
order by source, record
