import type {KpiValue, Locale, SiteKpi, Unit} from '../../src/publish/siteData.ts';
import {say, type Word} from './locale.ts';

const MINUS = '−';

/** How many decimals each unit prints, by what its stored value is multiplied, and what follows the number. */
const UNITS: Record<Unit, {decimals: number; times: number; after: Record<Locale, string>}> = {
  percent: {decimals: 1, times: 100, after: {'zh-CN': '%', en: '%'}},
  points: {decimals: 1, times: 100, after: {'zh-CN': '', en: ''}},
  count: {decimals: 0, times: 1, after: {'zh-CN': ' 件', en: ''}},
  per_100: {decimals: 1, times: 100, after: {'zh-CN': ' 次/百件', en: ' per 100'}},
  per_1000: {decimals: 1, times: 1000, after: {'zh-CN': '‰', en: ' per 1,000'}},
  per_week: {decimals: 1, times: 1, after: {'zh-CN': ' 次/周', en: ' per week'}},
  days: {decimals: 1, times: 1, after: {'zh-CN': ' 天', en: ' days'}},
  hours: {decimals: 1, times: 1, after: {'zh-CN': ' 小时', en: ' hours'}},
  minutes: {decimals: 0, times: 1, after: {'zh-CN': ' 分钟', en: ' minutes'}},
  score: {decimals: 2, times: 1, after: {'zh-CN': ' 分', en: ''}},
  money: {decimals: 0, times: 1, after: {'zh-CN': ' 元', en: ''}}
};

/** What follows a difference, where it is not what follows the value itself. */
const DIFFERENCE_AFTER: Partial<Record<Unit, Record<Locale, string>>> = {
  percent: {'zh-CN': ' 个百分点', en: ' percentage points'},
  points: {'zh-CN': ' 点', en: ' points'}
};

/** A number as it is printed, in two parts so that the unit can be set smaller. */
export interface PrintedValue {
  number: string;
  unit: string;
}

/** Splits a printed value into its number and its unit. */
export function printValue(value: number, unit: Unit, locale: Locale): PrintedValue {
  const {decimals, times, after} = UNITS[unit];
  return {number: formatNumber(value * times, decimals), unit: after[locale]};
}

/** How the stored values of a unit are printed: by what they are multiplied, and with how many decimals. */
export function scaleOf(unit: Unit): {times: number; decimals: number} {
  const {times, decimals} = UNITS[unit];
  return {times, decimals};
}

/** What follows a number of a unit: %, 天, per 100. */
export function unitText(unit: Unit, locale: Locale): string {
  return UNITS[unit].after[locale];
}

/**
 * Prints a value with its unit; percents, points and rates per 100 or 1,000 are stored as fractions.
 *
 * @example formatValue(0.9212, 'percent', 'zh-CN') // '92.1%'
 */
export function formatValue(value: number, unit: Unit, locale: Locale): string {
  const printed = printValue(value, unit, locale);
  return printed.number + printed.unit;
}

/**
 * Prints how far two values lie apart, without a sign; undefined when both print alike. It is the difference of
 * the printed values, so that a reader who subtracts them finds the same.
 *
 * @example formatDifference(0.921, 0.944, 'percent', 'en') // '2.3 percentage points'
 */
export function formatDifference(later: number, earlier: number, unit: Unit, locale: Locale): string | undefined {
  const {decimals, times, after} = UNITS[unit];
  const scale = 10 ** decimals;
  const apart = Math.abs(Math.round(later * times * scale) - Math.round(earlier * times * scale)) / scale;
  if (apart === 0) return undefined;
  return formatNumber(apart, decimals) + (DIFFERENCE_AFTER[unit] ?? after)[locale];
}

const UNIT_SECONDS: Partial<Record<Unit, number>> = {minutes: 60, hours: 3600, days: 86_400};

/** Prints a length in seconds in the unit of its figure. */
export function formatSeconds(seconds: number, unit: Unit, locale: Locale): string {
  return formatValue(seconds / (UNIT_SECONDS[unit] ?? 1), unit, locale);
}

/** Prints a whole number with thousands separators. */
export function formatCount(count: number): string {
  return formatNumber(count, 0);
}

/** Prints a target: as its value, without decimals that say nothing. */
export function formatTarget(target: number, unit: Unit, locale: Locale): string {
  const {decimals, times, after} = UNITS[unit];
  return formatNumber(target * times, decimals, 0) + after[locale];
}

/** Prints what stands behind a figure: numerator over denominator, or how many; empty for counts and stocks. */
export function formatCounts(kpi: SiteKpi, figure: KpiValue, locale: Locale): string {
  if (figure.denominator === null || kpi.kind === 'count' || kpi.kind === 'stock' || kpi.kind === 'sum') return '';
  const denominator = formatCount(figure.denominator);
  const isShare = kpi.kind === 'ratio' && kpi.unit === 'percent';
  if (!isShare || figure.numerator === null) {
    return say(locale, kpi.of === 'survey_response' ? 'sample_answers' : 'sample', {count: denominator});
  }
  return say(locale, 'count_of', {numerator: formatCount(figure.numerator), denominator});
}

/** Prints the interval of a figure with its name, by another word where one is given; empty without one. */
export function formatInterval({low, high}: KpiValue, unit: Unit, locale: Locale, word: Word = 'interval'): string {
  if (low === null || high === null) return '';
  return say(locale, word, {low: printValue(low, unit, locale).number, high: formatValue(high, unit, locale)});
}

const formats = new Map<string, Intl.NumberFormat>();

/** Prints a number with thousands separators, with `least` to `decimals` decimals. */
export function formatNumber(value: number, decimals: number, least = decimals): string {
  const key = `${least} ${decimals}`;
  let format = formats.get(key);
  if (format === undefined) {
    format = new Intl.NumberFormat('en-US', {minimumFractionDigits: least, maximumFractionDigits: decimals});
    formats.set(key, format);
  }
  const digits = format.format(Math.abs(value));
  return value < 0 && /[1-9]/.test(digits) ? MINUS + digits : digits;
}
