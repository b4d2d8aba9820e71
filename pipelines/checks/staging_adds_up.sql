/*---
what: every row that was read is loaded, unchanged or quarantined
---*/
select source, record, file, rows_read, loaded, unchanged, quarantined
from staging.loads
where rows_read <> loaded + unchanged + quarantined
