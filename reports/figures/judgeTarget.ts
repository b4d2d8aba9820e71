import {isPublished} from './compareFigures.ts';
import type {KpiValue, SiteKpi} from '../../src/publish/siteData.ts';

/** How a figure stands to its target. `isClose`: its interval holds the target, so chance alone could explain the gap. */
export interface TargetVerdict {
  target: number;
  isMet: boolean;
  isClose: boolean;
}

/** Judges a figure by its target; undefined without a target, a value or a better direction. */
export function judgeTarget(kpi: SiteKpi, figure: KpiValue | undefined): TargetVerdict | undefined {
  if (!isPublished(figure) || figure.target === null || kpi.better === 'neither') return undefined;
  const {value, target, low, high} = figure;
  const isMet = kpi.better === 'higher' ? value >= target : value <= target;
  const isClose = low !== null && high !== null && low <= target && target <= high;
  return {target, isMet, isClose};
}
