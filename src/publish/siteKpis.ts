import type {Policy} from '../../pipelines/policies/schema.ts';
import {clausesOf} from '../config/policies.ts';
import {quantileId} from '../transform/durations.ts';
import type {Kpi} from '../transform/model.ts';
import type {SiteKpi} from './siteData.ts';

/** The definitions of all figures as pages need them, with the clauses of a policy; each quantile is a figure of its own. */
export function siteKpis(kpis: readonly Kpi[], policy: Policy): SiteKpi[] {
  return kpis.flatMap(({id, header, sql}): SiteKpi[] => {
    const {title, kind, of, unit, better, counts, numerator, excludes, guards, minimum, quantiles} = header;
    const kpi: SiteKpi = {
      id,
      title,
      kind,
      of,
      unit,
      better,
      counts,
      clause: clausesOf(id, [policy]),
      guards,
      minimum,
      sql,
      ...(numerator && {numerator}),
      ...(excludes && {excludes})
    };
    const further = (quantiles ?? []).slice(1).map((quantile) => {
      const percent = Math.round(quantile * 100);
      const named = {'zh-CN': `${title['zh-CN']}（${percent} 分位）`, en: `${title.en} (${percent} % within)`};
      return {...kpi, id: quantileId(id, quantile), title: named, quantile_of: id};
    });
    return [kpi, ...further];
  });
}
