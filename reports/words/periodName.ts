import type {Locale} from '../../src/publish/siteData.ts';
import type {Period} from '../figures/period.ts';
import {say, type Word} from './locale.ts';

const QUARTERS = ['一', '二', '三', '四'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const LONG_MONTHS = 'January February March April May June July August September October November December'.split(' ');

/**
 * Names a period in full.
 *
 * @example periodName(periodOf('quarter', '2026-10-01'), 'zh-CN') // '2026年第四季度'
 */
export function periodName(period: Period, locale: Locale): string {
  const {year, month, quarter} = partsOf(period);
  const isChinese = locale === 'zh-CN';
  if (period.grain === 'year') return isChinese ? `${year}年` : year;
  if (period.grain === 'quarter') return isChinese ? `${year}年第${QUARTERS[quarter - 1]}季度` : `Q${quarter} ${year}`;
  return isChinese ? `${year}年${month}月` : `${LONG_MONTHS[month - 1]} ${year}`;
}

/** Names a period within its year: 10月, Oct, Q4; a year by itself. */
export function shortPeriodName(period: Period, locale: Locale): string {
  const {year, month, quarter} = partsOf(period);
  if (period.grain === 'year') return locale === 'zh-CN' ? `${year}年` : year;
  if (period.grain === 'quarter') return locale === 'zh-CN' ? `${QUARTERS[quarter - 1]}季度` : `Q${quarter}`;
  return monthName(month, locale);
}

/** Names a month of the year, 1 to 12: 10月, Oct. */
export function monthName(month: number, locale: Locale): string {
  return locale === 'zh-CN' ? `${month}月` : MONTHS[month - 1]!;
}

/** What an axis prints under a period: the year where a year begins, months by quarter, nothing between. */
export function axisLabel(period: Period, locale: Locale): string {
  const {year, month} = partsOf(period);
  if (month === 1) return year;
  if (period.grain === 'month' && month % 3 === 1) return shortPeriodName(period, locale);
  return '';
}

/** Names the kind of report: 月报, 季报, 年报. */
export function reportName(period: Period, locale: Locale): string {
  return say(locale, `${period.grain}_report`);
}

/** The title of a period's report: 2026年10月客户投诉与满意度月报. */
export function reportTitle(period: Period, locale: Locale): string {
  return say(locale, 'report_title', {period: periodName(period, locale), report: reportName(period, locale)});
}

/** Names the period before: 上月, 上季度, 上年. */
export function earlierName(period: Period, locale: Locale): string {
  const word: Word = `earlier_${period.grain}`;
  return say(locale, word);
}

function partsOf({start}: Period): {year: string; month: number; quarter: number} {
  const month = Number(start.slice(5, 7));
  return {year: start.slice(0, 4), month, quarter: Math.ceil(month / 3)};
}
