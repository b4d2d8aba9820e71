import type {KpiValue, SiteKpi} from '../../src/publish/siteData.ts';
import {markup, type Markup} from '../drawing/markup.ts';
import {judgeTarget} from '../figures/judgeTarget.ts';
import {formatTarget} from '../words/formatValue.ts';
import {say} from '../words/locale.ts';
import type {Report} from './component.ts';

/** The target of a figure and whether it is met; nothing without one. */
export function targetLine({locale}: Report, kpi: SiteKpi, figure: KpiValue): Markup | undefined {
  const verdict = judgeTarget(kpi, figure);
  if (verdict === undefined) return undefined;
  const target = say(locale, 'target', {target: formatTarget(verdict.target, kpi.unit, locale)});
  const word = say(locale, verdict.isMet ? 'met' : 'missed');
  const tone = verdict.isClose ? 'neutral' : verdict.isMet ? 'better' : 'worse';
  const close = verdict.isClose ? markup` <span class="part">${say(locale, 'close')}</span>` : undefined;
  return markup`<p class="small target"><span class="part">${target}</span> <span class="word ${tone}">${
    verdict.isMet ? '✓' : '✕'
  } ${word}</span>${close}</p>`;
}
