/*---
what: beside whom people are compared, those in the same role, and to which department they belong
grain: one row per member of staff
notes: the latest role and department that were known at the as-of time; who stands in no list of staff is compared with the others of whom none is told
---*/
select staff as member, max_by(role, from_at) filter (role is not null) as role, max_by(department, from_at) filter (department is not null) as department
from staging.staff
cross join config.run
where from_at <= as_of
group by staff
