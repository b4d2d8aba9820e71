/*---
what: where and when more valid complaints come than one would expect
grain: one row per kind of place and place
method: hot_spots
options: {confidence: 0.95, least_expected: 1, look: 0.1, act: 0.05}
parameters: {months: 12}
notes: over the latest twelve months that are over. Of two dimensions together (hour and weekday, product and region, …) one expects what both
  would bring if they had nothing to do with each other; of one dimension, its share of the twelve months before. q is Benjamini and Hochberg's
  over the places of a kind
---*/
with
run as (select time_zone, date_trunc('month', timezone(time_zone, as_of)) as this_month from config.run),
cases as (
  select
    timezone(run.time_zone, complaints.received_at) as local_at,
    timezone(run.time_zone, complaints.received_at) >= run.this_month - to_months($months::integer) as is_recent,
    complaints.*
  from core.complaints as complaints
  cross join run
  where complaints.is_valid
    and timezone(run.time_zone, complaints.received_at) >= run.this_month - to_months(2 * $months::integer)
    and timezone(run.time_zone, complaints.received_at) < run.this_month
),
pairs as (
  select 'weekday_hour' as kind, isodow(local_at)::varchar as first_member, lpad(hour(local_at)::varchar, 2, '0') as second_member
  from cases where is_recent
  union all select 'product_region', product, region from cases where is_recent and product is not null and region is not null
  union all select 'product_segment', product, segment from cases where is_recent and product is not null and segment is not null
  union all select 'category_region', category, region from cases where is_recent and category is not null and region is not null
  union all select 'category_product', category, product from cases where is_recent and category is not null and product is not null
),
singles as (
  select 'product' as kind, product as first_member, is_recent from cases where product is not null
  union all select 'region', region, is_recent from cases where region is not null
  union all select 'segment', segment, is_recent from cases where segment is not null
),
crossed as (
  select
    firsts.kind,
    firsts.first_member,
    seconds.second_member,
    firsts.n * seconds.n / sum(firsts.n) over (partition by firsts.kind, seconds.second_member) as expected
  from (select kind, first_member, count(*) as n from pairs group by all) as firsts
  join (select kind, second_member, count(*) as n from pairs group by all) as seconds using (kind)
),
counts as (
  select kind, first_member, second_member, count(*) as n from pairs group by all
),
shares as (
  select
    kind,
    first_member,
    count(*) filter (is_recent) as n,
    count(*) filter (not is_recent) as n_before,
    sum(count(*) filter (is_recent)) over (partition by kind) as total,
    sum(count(*) filter (not is_recent)) over (partition by kind) as total_before
  from singles
  group by kind, first_member
)
select
  kind,
  first_member,
  second_member,
  coalesce(counts.n, 0)::double as observed,
  crossed.expected::double as expected,
  null::double as observed_before,
  null::double as total,
  null::double as total_before
from crossed
left join counts using (kind, first_member, second_member)
union all
select kind, first_member, null, n::double, (n_before * total / total_before)::double, n_before::double, total::double, total_before::double
from shares
where total_before > 0 and total > 0
order by all
