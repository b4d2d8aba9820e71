import {readContracts} from '../contract/catalog.ts';
import {countedRecords} from '../transform/counted.ts';
import {readDimensions} from '../transform/dimensions.ts';
import type {Kpi} from '../transform/model.ts';
import {periodRecords} from '../transform/periodRecords.ts';
import type {Database} from '../warehouse/duckdb.ts';
import type {SiteLatest, SiteRecords} from './siteData.ts';

/** How many records a page lists; the command line lists all. */
const MOST_RECORDS = 300;

/** The records that each KPI counts in its latest period. The dimensions of people are left out. */
export async function collectRecords(
  kpis: readonly Kpi[],
  latest: readonly SiteLatest[],
  timeZone: string,
  database: Database
): Promise<SiteRecords[]> {
  const dimensions = await readDimensions();
  const periods = new Map(latest.map((period) => [period.kpi, period]));
  const options = {contracts: await readContracts(), dimensions: Object.keys(dimensions), timeZone};
  const shownKpis = kpis.filter(({id}) => periods.has(id));
  const found: SiteRecords[] = [];
  for (const counted of await countedRecords(shownKpis, options, database)) {
    const period = periods.get(counted.kpi.id)!;
    const shown = counted.dimensions.filter((name) => dimensions[name]?.of_people !== true);
    const rows = await database.query(
      `select *, count(*) over ()::integer as total_rows
       from (${periodRecords(counted, {grain: period.grain, start: period.period_start}, shown)})
       order by "at", record_id
       limit ${String(MOST_RECORDS)}`
    );
    found.push({...period, ...inColumns(rows)});
  }
  return found;
}

/** Rows as lists of values; columns without any value are left out. */
function inColumns(rows: readonly Record<string, unknown>[]): Pick<SiteRecords, 'total' | 'columns' | 'rows'> {
  const [first] = rows;
  const columns = Object.keys(first ?? {}).filter(
    (name) => name !== 'total_rows' && rows.some((row) => row[name] !== null)
  );
  return {
    total: Number(first?.['total_rows'] ?? 0),
    columns,
    rows: rows.map((row) => columns.map((name) => row[name] as SiteRecords['rows'][number][number]))
  };
}
