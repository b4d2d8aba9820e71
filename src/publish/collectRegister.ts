import type {Database} from '../warehouse/duckdb.ts';
import type {SiteFault, SiteRegister} from './siteData.ts';

/** How many rows the register of a month lists; a query lists all. */
const MOST_ROWS = 1000;

/** The register of faults, month by month. */
export async function collectRegister(database: Database): Promise<SiteRegister[]> {
  const times = ['received_at', 'resolved_at', 'answered_at', 'closed_at'].map(
    (name) => `strftime(${name}, '%Y-%m-%d %H:%M') as ${name}`
  );
  const rows = await database.query<SiteFault & {month: string; total_rows: number}>(`
    select * exclude (place) replace (${times.join(', ')})
    from (
      select *,
        date_trunc('month', received_at)::date::varchar as "month",
        row_number() over (partition by "month" order by received_at, complaint_id, nonconformance_id) as place,
        count(*) over (partition by "month")::integer as total_rows
      from marts.fault_register
    )
    where place <= ${String(MOST_ROWS)}
    order by "month", place`);
  const months = new Map<string, SiteRegister>();
  for (const {month, total_rows, ...row} of rows) {
    const register = months.get(month) ?? {period_start: month, total: total_rows, rows: []};
    register.rows.push(row);
    months.set(month, register);
  }
  return [...months.values()];
}
