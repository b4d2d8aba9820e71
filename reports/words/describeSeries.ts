import type {Locale, SiteData} from '../../src/publish/siteData.ts';
import type {JudgedPoint, JudgedSeries, MonthlyPoint, ShownKpi} from '../figures/judgedSeries.ts';
import {monthText} from '../figures/month.ts';
import {periodOf} from '../figures/period.ts';
import {formatCount, formatNumber, formatTarget, formatValue} from './formatValue.ts';
import {say, WORDS, type Word} from './locale.ts';
import {periodName} from './periodName.ts';

/** The language in which a series is told. */
interface Spoken {
  readonly locale: Locale;
}

/** The language, and the changes of the work at which limits begin anew. */
type Changing = Spoken & Pick<SiteData, 'process_changes'>;

/** A month in full, by its number or as YYYY-MM. */
export function monthName(month: number | string, locale: Locale): string {
  return periodName(periodOf('month', `${typeof month === 'number' ? monthText(month) : month}-01`), locale);
}

/** A value with what it was counted from: 92.1%（1,204/1,307）. */
export function tellValue({locale}: Spoken, kpi: ShownKpi, point: MonthlyPoint): string {
  if (point.value === null) return say(locale, 'series_withheld');
  const value = formatValue(point.value, kpi.unit, locale);
  const counts = tellCounts(locale, kpi, point);
  return counts === '' ? value : locale === 'zh-CN' ? `${value}（${counts}）` : `${value} (${counts})`;
}

/** What a value was counted from; empty for a count. */
export function tellCounts(locale: Locale, kpi: ShownKpi, point: MonthlyPoint): string {
  if (point.denominator === null || kpi.kind === 'count' || kpi.kind === 'sum') return '';
  const denominator = formatCount(point.denominator);
  if (kpi.kind !== 'ratio' || point.numerator === null) {
    return say(locale, kpi.of === 'survey_response' ? 'sample_answers' : 'sample', {count: denominator});
  }
  return say(locale, 'count_of', {numerator: formatCount(point.numerator), denominator});
}

/** The name of a rule in words. */
export function ruleName(rule: string, locale: Locale): string {
  const word = `rule_${rule}`;
  return word in WORDS ? say(locale, word as Word) : rule;
}

/** The last month that is judged; undefined where none is. */
export function lastJudged({points}: JudgedSeries): JudgedPoint | undefined {
  return points.findLast(({centre}) => centre !== null);
}

/** The finding of a series in one line. */
export function titleSeries(context: Spoken, kpi: ShownKpi, series: JudgedSeries): string {
  const {locale} = context;
  const point = lastJudged(series) ?? series.points.findLast(({value}) => value !== null);
  const name = kpi.title[locale];
  if (point === undefined) return say(locale, 'series_title_none', {name});
  const told = {name, month: monthName(point.month, locale), value: tellValue(context, kpi, point)};
  return say(locale, 'series_title', {...told, verdict: verdictWords(point, locale)});
}

function verdictWords(point: JudgedPoint, locale: Locale): string {
  if (point.centre === null) return say(locale, 'verdict_none');
  if (point.rules.length === 0) return say(locale, 'verdict_ordinary');
  const since = monthName(point.since!, locale);
  return say(locale, point.side === 'below' ? 'verdict_below' : 'verdict_above', {since});
}

/** How to read a series now: what to do, what stands before, and what may be promised of its target. */
export function readSeries({locale}: Spoken, kpi: ShownKpi, series: JudgedSeries): string {
  const point = lastJudged(series);
  const print = (value: number | null) => formatValue(value ?? 0, kpi.unit, locale);
  const sentences: string[] = [];
  if (point === undefined) {
    sentences.push(say(locale, 'series_too_few', {count: series.points.filter(({value}) => value !== null).length}));
  } else {
    const told = {
      month: monthName(point.month, locale),
      value: print(point.value),
      lower: print(point.lower),
      upper: print(point.upper),
      centre: print(point.centre),
      since: point.since === null ? '' : monthName(point.since, locale)
    };
    const side = point.side === 'below' ? 'below' : 'above';
    const word: Word = point.rules.includes('outside_limits')
      ? `series_outside_${side}`
      : point.rules.length > 0
        ? `series_run_${side}`
        : 'series_ordinary';
    sentences.push(say(locale, word, told));
    const earlier = series.points.filter((each) => each.rules.length > 0 && each.since !== point.since).length;
    if (earlier > 0)
      sentences.push(say(locale, earlier === 1 ? 'series_earlier_one' : 'series_earlier', {count: earlier}));
    if (series.seriesRules.includes('few_crossings')) sentences.push(say(locale, 'series_few_crossings'));
  }
  if (series.assurance !== null && series.target !== undefined) {
    const target = formatTarget(series.target, kpi.unit, locale);
    sentences.push(say(locale, `assurance_${series.assurance}`, {target}));
  }
  return sentences.join(locale === 'zh-CN' ? '' : ' ');
}

/** By which chart and which rules a series is judged. */
export function ruleSeries(context: Changing, kpi: ShownKpi, series: JudgedSeries): string | undefined {
  const {locale} = context;
  if (series.chart === null) return undefined;
  const chart = say(locale, `chart_${series.chart}`, {dispersion: formatNumber(series.dispersion, 2)});
  const rule = say(locale, series.isFirm ? 'series_rule' : 'series_rule_provisional', {chart, count: series.judged});
  return [rule, ...tellChanges(context, kpi, series)].join(locale === 'zh-CN' ? '' : ' ');
}

/** What was changed in the work, where limits begin anew. */
function tellChanges({locale, process_changes}: Changing, kpi: ShownKpi, {points}: JudgedSeries): string[] {
  const shown = new Set(points.map(({rebased}) => rebased));
  return process_changes
    .filter(({month, kpis}) => kpis.includes(kpi.id) && shown.has(month))
    .map(({month, what}) => say(locale, 'series_rebased', {month: monthName(month, locale), what: what[locale]}));
}
