import type {Database} from '../warehouse/duckdb.ts';

/** What every reader of a run has to know, in each language of the pages. */
export interface Notice {
  readonly 'zh-CN': string;
  readonly en: string;
}

/** The notices of a run: for each year that clocks needed and the calendar lacks, how many rest on a stand-in. */
export async function readNotices(database: Database): Promise<Notice[]> {
  const missing = await database.query<{year: number; clocks: number}>(
    'select year::integer as year, clocks::integer as clocks from config.missing_years order by year'
  );
  return missing.map(({year, clocks}) => ({
    'zh-CN': `${String(year)} 年法定节假日安排尚未发布（或未录入日历），涉及的 ${count(clocks)} 个时限按周一至周五（扣除固定节日）暂算，相关指标为暂定值。`,
    en: `The public holidays of ${String(year)} are not announced yet, or not entered in the calendar: ${count(clocks)} ${
      clocks === 1 ? 'limit counts' : 'limits count'
    } Monday to Friday without the fixed holidays as working days, and figures that rest on them are provisional.`
  }));
}

function count(number: number): string {
  return number.toLocaleString('en');
}
