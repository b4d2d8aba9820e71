/*---
what: how many clauses of the policy are kept, missed, measured without a target, and not measurable
grain: one row per state, those without a clause as well
---*/
select states.state, count(duties.clause) as clauses
from (values (1, 'missed'), (2, 'kept'), (3, 'measured'), (4, 'not_measurable')) as states(position, state)
left join marts.duties as duties using (state)
group by states.position, states.state
order by states.position
