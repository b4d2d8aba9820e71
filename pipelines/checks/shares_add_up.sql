/*---
what: the shares in a record that a scorecard counts make up whole records, for departments and for people
---*/
select kpi, record_id, dimension, sum(earlier_share)::double as shares
from marts.attributed_records
group by all
having sum(earlier_share) % 1 <> 0
