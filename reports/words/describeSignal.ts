import type {SiteKpi} from '../../src/publish/siteData.ts';
import type {SiteSignal} from '../../src/publish/siteReport.ts';
import type {Figures} from '../figures/figures.ts';
import type {Period} from '../figures/period.ts';
import {say} from './locale.ts';

/** What the control chart says of a figure in a few words: by a shape, a word, and what may be promised of its target. */
export interface ToldSignal {
  shape: string;
  word: string;
  tone: 'better' | 'worse' | 'neutral';
  assurance: string | undefined;
}

/**
 * Whether a figure of a month is ordinary variation; undefined where no control chart judges it. What is there at the end of a month depends on
 * the month before: a stock is not judged.
 */
export function describeSignal(figures: Figures, kpi: SiteKpi, period: Period): ToldSignal | undefined {
  if (period.grain !== 'month' || kpi.kind === 'stock') return undefined;
  const signal = figures.report.signal(kpi.id, period.start);
  if (signal?.centre == null) return undefined;
  const {locale} = figures.data.pipeline;
  const assurance = signal.assurance === null ? undefined : say(locale, `reliably_${signal.assurance}`);
  const {verdict, side} = signal;
  if (verdict === 'ordinary') return {shape: '●', word: say(locale, 'signal_ordinary'), tone: 'neutral', assurance};
  if (!isSignal(verdict) || side === null) return undefined;
  return {
    shape: side === 'above' ? '▲' : '▼',
    word: say(locale, `signal_${verdict}_${side}`),
    tone: verdict === 'changed' ? 'neutral' : verdict,
    assurance
  };
}

function isSignal(verdict: SiteSignal['verdict']): verdict is 'better' | 'worse' | 'changed' {
  return verdict === 'better' || verdict === 'worse' || verdict === 'changed';
}
