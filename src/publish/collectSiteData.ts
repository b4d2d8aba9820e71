import type {Pipeline} from '../config/pipeline.ts';
import {readDimensions} from '../transform/dimensions.ts';
import {readModels} from '../transform/model.ts';
import {quantileId} from '../transform/durations.ts';
import {openDatabase} from '../warehouse/duckdb.ts';
import {literal} from '../warehouse/quote.ts';
import type {KpiValue, SiteData, SiteKpi} from './siteData.ts';

/**
 * Reads everything that the pages draw out of a warehouse: figures and definitions, no records. Weeks and the figures of
 * people are left out, for no page shows them.
 */
export async function collectSiteData(pipeline: Pipeline, warehouse: string): Promise<SiteData> {
  const {kpis} = await readModels();
  const dimensions = Object.entries(await readDimensions()).filter(([, {of_people}]) => !of_people);
  const database = await openDatabase(warehouse, {readOnly: true, timeZone: pipeline.timeZone});
  try {
    const [run] = await database.query<{run_id: number; as_of: string}>(
      `select run_id, strftime(timezone(time_zone, as_of), '%Y-%m-%d %H:%M') as as_of from config.run`
    );
    const values = await database.query<KpiValue>(
      `select * replace (period_start::varchar as period_start) from marts.kpi_values
       where grain <> 'week' and dimension in (${['all', ...dimensions.map(([id]) => id)].map(literal).join(', ')})`
    );
    const used = new Set(values.filter(({member}) => member !== '').map(({dimension}) => dimension));
    return {
      pipeline: {name: pipeline.name, title: pipeline.title, time_zone: pipeline.timeZone, locale: pipeline.locale},
      policy: {id: pipeline.policy.id, title: pipeline.policy.title},
      run: {id: String(run!.run_id), as_of: run!.as_of, notices: []},
      kpis: kpis.flatMap(({id, header, sql}): SiteKpi[] => {
        const {title, kind, of, unit, better, counts, numerator, excludes, clause, guards, minimum, quantiles} = header;
        const kpi = {
          id,
          title,
          kind,
          of,
          unit,
          better,
          counts,
          clause,
          guards,
          minimum,
          sql,
          ...(numerator && {numerator}),
          ...(excludes && {excludes})
        };
        const further = (quantiles ?? []).slice(1).map((quantile) => {
          const percent = Math.round(quantile * 100);
          const named = {'zh-CN': `${title['zh-CN']}（${percent} 分位）`, en: `${title.en} (${percent} % within)`};
          return {...kpi, id: quantileId(id, quantile), title: named};
        });
        return [kpi, ...further];
      }),
      dimensions: dimensions
        .filter(([id]) => used.has(id))
        .map(([id, {'zh-CN': chinese, en}]) => ({id, title: {'zh-CN': chinese, en}})),
      values,
      intake: numbers(await database.query('select * from marts.intake')),
      quarantine: numbers(await database.query('select * from marts.quarantine_reasons'))
    };
  } finally {
    database.close();
  }
}

/** DuckDB gives 64-bit counts as text; those of a site fit a number. */
function numbers<T>(rows: readonly Record<string, unknown>[]): T[] {
  const counts = new Set(['files', 'rows', 'rows_read', 'loaded', 'unchanged', 'quarantined']);
  return rows.map(
    (row) =>
      Object.fromEntries(
        Object.entries(row).map(([name, value]) => [name, counts.has(name) ? Number(value) : value])
      ) as T
  );
}
