import type {KpiValue, Locale, SiteKpi, Unit} from '../../src/publish/siteData.ts';
import {isPublished, type Comparison} from '../figures/compareFigures.ts';
import type {TargetVerdict} from '../figures/judgeTarget.ts';
import {formatCounts, formatDifference, formatTarget, formatValue} from './formatValue.ts';
import {say, type Word} from './locale.ts';

const CHANGE_WORDS: Record<'level' | 'amount' | 'length', {up: Word; down: Word}> = {
  level: {up: 'higher', down: 'lower'},
  amount: {up: 'more', down: 'fewer'},
  length: {up: 'longer', down: 'shorter'}
};

/** A figure with its counts, as it stands in a sentence: 92.1%（1,204/1,307）. */
export function describeFigure(kpi: SiteKpi, figure: KpiValue | undefined, locale: Locale): string {
  if (!isPublished(figure)) return describeMissing(kpi, figure, locale);
  const counts = formatCounts(kpi, figure, locale);
  const value = formatValue(figure.value, kpi.unit, locale);
  if (counts === '') return value;
  return locale === 'zh-CN' ? `${value}（${counts}）` : `${value} (${counts})`;
}

/** Why a figure has no value to print: withheld, not to be told yet, or nothing there. */
export function describeMissing(kpi: SiteKpi, figure: KpiValue | undefined, locale: Locale): string {
  if (figure?.is_withheld) return say(locale, 'withheld_why', {minimum: kpi.minimum});
  const isNotReached = kpi.kind === 'duration' && (figure?.denominator ?? 0) > 0;
  return say(locale, isNotReached ? 'not_reached' : 'no_figure');
}

/** A change in words, without its certainty: 比上月低 2.3 个百分点. */
export function describeChange(kpi: SiteKpi, later: number, earlier: number, when: string, locale: Locale): string {
  const difference = formatDifference(later, earlier, kpi.unit, locale);
  if (difference === undefined) return say(locale, 'level', {when});
  const words = CHANGE_WORDS[changeKind(kpi.unit)];
  return say(locale, later > earlier ? words.up : words.down, {when, difference});
}

/** How certain a change is, in words; empty where no interval tells it, or where nothing seems to have changed. */
export function describeCertainty(
  kpi: SiteKpi,
  later: number,
  {certainty, earlier}: Comparison,
  locale: Locale
): string {
  if (certainty === 'beyond') return say(locale, 'beyond_chance');
  const isLevel = formatDifference(later, earlier, kpi.unit, locale) === undefined;
  return certainty === 'unknown' || isLevel ? '' : say(locale, 'within_chance');
}

/** A change with its certainty: 比上月低 2.3 个百分点，超出偶然波动. */
export function describeComparison(
  kpi: SiteKpi,
  later: number,
  comparison: Comparison,
  when: string,
  locale: Locale
): string {
  const change = describeChange(kpi, later, comparison.earlier, when, locale);
  const certainty = describeCertainty(kpi, later, comparison, locale);
  return certainty === '' ? change : change + say(locale, 'clause_comma') + certainty;
}

/** How a figure stands to its target, in words. */
export function describeTarget(kpi: SiteKpi, verdict: TargetVerdict, locale: Locale): string {
  const target = formatTarget(verdict.target, kpi.unit, locale);
  const sentence = say(locale, verdict.isMet ? 'target_met' : 'target_missed', {target});
  return verdict.isClose ? sentence + say(locale, 'target_close') : sentence;
}

function changeKind(unit: Unit): keyof typeof CHANGE_WORDS {
  if (unit === 'count' || unit === 'money') return 'amount';
  return unit === 'days' || unit === 'hours' || unit === 'minutes' ? 'length' : 'level';
}
