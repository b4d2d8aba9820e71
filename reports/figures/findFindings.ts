import type {KpiValue, SiteKpi} from '../../src/publish/siteData.ts';
import {compareFigures, isPublished, type Comparison} from './compareFigures.ts';
import type {Figures} from './figures.ts';
import {judgeTarget, type TargetVerdict} from './judgeTarget.ts';
import {sameLastYear, shiftPeriod, type Period} from './period.ts';

/** What can be said of one KPI in one period. */
export interface Finding {
  kpi: SiteKpi;
  figure: KpiValue & {value: number};
  before: Comparison | undefined;
  lastYear: Comparison | undefined;
  target: TargetVerdict | undefined;
  /** 3: target missed beyond chance; 2: changed since the period before; 1: changed since last year; 0: nothing. */
  weight: 0 | 1 | 2 | 3;
}

/** Looks at each KPI of a finished period: how it stands to its target, the period before and last year. */
export function findFindings(figures: Figures, kpis: readonly SiteKpi[], period: Period): Finding[] {
  const yearAgo = sameLastYear(period);
  return kpis.flatMap((kpi) => {
    const figure = figures.find(kpi.id, period);
    if (!isPublished(figure)) return [];
    const before = compareFigures(kpi, figure, figures.find(kpi.id, shiftPeriod(period, -1)));
    const lastYear = yearAgo && compareFigures(kpi, figure, figures.find(kpi.id, yearAgo));
    const target = judgeTarget(kpi, figure);
    const weight = weigh(before, lastYear, target);
    return [{kpi, figure, before, lastYear, target, weight}];
  });
}

function weigh(before?: Comparison, lastYear?: Comparison, target?: TargetVerdict): Finding['weight'] {
  if (target && !target.isMet && !target.isClose) return 3;
  if (before?.certainty === 'beyond') return 2;
  return lastYear?.certainty === 'beyond' ? 1 : 0;
}
