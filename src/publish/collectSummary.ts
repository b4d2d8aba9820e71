import type {Database} from '../warehouse/duckdb.ts';
import type {SiteData, SummaryCell, SummaryTotal} from './siteData.ts';

/** How many categories and departments the summary of a period lists, those with the most complaints. */
const MOST_MEMBERS = 40;

const COUNTS = ['complaints', 'valid', 'done', 'on_time', 'late', 'recurring', 'reopened', 'escalated'];

/** The summary of complaints of all periods: totals, and the complaints of each category and department. */
export async function collectSummary(database: Database): Promise<SiteData['summary']> {
  const ranked = `
    select
      *,
      row_number() over (partition by grain, period_start, dimension order by complaints desc, member) as place,
      count(*) over (partition by grain, period_start, dimension) as members
    from marts.complaint_totals`;
  const totals = await database.query<SummaryTotal>(`
    select grain, period_start::varchar as period_start, dimension, member,
      ${COUNTS.map((name) => `"${name}"::integer as "${name}"`).join(', ')}, compensation, members::integer as members
    from (${ranked}) where place <= ${String(MOST_MEMBERS)}
    order by grain, period_start, dimension, place`);
  const cells = await database.query<SummaryCell>(`
    with listed as (from (${ranked}) where place <= ${String(MOST_MEMBERS)})
    select grain, period_start::varchar as period_start, category, department, complaints::integer as complaints
    from marts.complaint_summary as cells
    semi join listed on listed.grain = cells.grain and listed.period_start = cells.period_start
      and listed.dimension = 'category' and listed.member = cells.category
    semi join listed as departments on departments.grain = cells.grain and departments.period_start = cells.period_start
      and departments.dimension = 'department' and departments.member = cells.department
    order by grain, period_start, category, department`);
  return {totals, cells};
}
