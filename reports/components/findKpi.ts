import {closest} from 'fastest-levenshtein';
import type {SiteKpi} from '../../src/publish/siteData.ts';
import type {Report} from './component.ts';

/**
 * The header of a KPI that a page names.
 *
 * @throws when no file in pipelines/kpis has that name.
 */
export function findKpi({figures}: Report, id: string): SiteKpi {
  const kpi = figures.kpi(id);
  if (kpi !== undefined) return kpi;
  const known = figures.data.kpis.map((each) => each.id);
  const remedy = known.length > 0 ? `; did you mean "${closest(id, known)}"?` : '; pipelines/kpis defines none';
  throw new Error(`unknown kpi "${id}"${remedy}`);
}

/** Parts the KPIs that a page names into those with data in this pipeline and those without. */
export function partKpis(report: Report, ids: readonly string[]): {present: SiteKpi[]; absent: SiteKpi[]} {
  const kpis = ids.map((id) => findKpi(report, id));
  return {
    present: kpis.filter((kpi) => report.figures.hasData(kpi.id)),
    absent: kpis.filter((kpi) => !report.figures.hasData(kpi.id))
  };
}
