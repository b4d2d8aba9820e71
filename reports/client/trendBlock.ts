import {markup, type Markup} from '../drawing/markup.ts';
import {table} from '../drawing/table.ts';
import {formatCount} from '../words/formatValue.ts';
import {say, type Word} from '../words/locale.ts';
import {causeLine} from './causeLine.ts';
import type {CauseTrend, CauseTrends} from './causeTrends.ts';
import {memberName, type AnalysisContext} from './context.ts';
import {monthName} from '../words/describeSeries.ts';
import {figureBlock} from './figureBlock.ts';
import {monthOfText} from '../figures/month.ts';
import {formatQ, formatRatio, ratioSpan} from '../words/ratioText.ts';
import {toElement} from './toNodes.ts';

/** How many months a line shows. */
const SHOWN = 24;
/** How many findings a title names. */
const NAMED = 2;
const ORDER = ['act', 'look', 'list_changed', 'none', 'too_few'];

/** Which members of a dimension rise and fall: what was tested, what was found, and a row for each. */
export function trendBlock(context: AnalysisContext, by: string, found: CauseTrends): (HTMLElement | Markup)[] {
  const {locale} = context;
  const heading = markup`<h2>${say(locale, 'trends_heading')}</h2>`;
  const title = (name: string) => context.dimensions[name]?.[locale] ?? name;
  const month = monthName(found.last, locale);
  const dimensions = found.dimensions.map(title).join(say(locale, 'comma'));
  const muted = (sentence: string) => [heading, markup`<p class="muted">${sentence}</p>`];
  if (!found.dimensions.includes(by))
    return muted(say(locale, 'trends_not_tested', {dimension: title(by), tested: dimensions}));
  const trends = found.trends
    .filter(({dimension}) => dimension === by)
    .sort(
      (a, b) =>
        ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict) ||
        (a.q ?? 1) - (b.q ?? 1) ||
        b.latest_year - a.latest_year ||
        (a.member < b.member ? -1 : 1)
    );
  const [any] = trends;
  if (any === undefined || any.tests === 0) return muted(say(locale, 'trends_too_short', {month}));
  const {settings} = found;
  const told = {
    month,
    causes: any.causes,
    tests: any.tests,
    dimensions,
    act: settings.act,
    look: settings.look,
    recent: settings.recent.join(say(locale, 'comma')),
    baseline: settings.baseline,
    window: settings.window
  };
  return [
    heading,
    markup`<p>${say(locale, 'trends_tested', told)}</p>`,
    figureBlock({
      title: titleTrends(context, by, trends, title(by)),
      chart: toElement(trendTable(context, by, trends, found, title(by))),
      sentence: readTrendList(context, by, trends),
      rule: say(locale, 'trends_rule', told)
    })
  ];
}

function titleTrends(context: AnalysisContext, by: string, trends: readonly CauseTrend[], dimension: string): string {
  const {locale} = context;
  const acting = trends.filter(({verdict}) => verdict === 'act');
  if (acting.length === 0) return say(locale, 'trends_none', {dimension});
  const names = acting
    .slice(0, NAMED)
    .map((trend) => tellTrend(context, by, trend))
    .join(say(locale, 'semicolon'));
  return acting.length === 1 ? names : say(locale, 'trends_title', {count: acting.length, names});
}

/** The findings that the title has no room for, and what is to be made of the rest. */
function readTrendList(context: AnalysisContext, by: string, trends: readonly CauseTrend[]): string {
  const {locale} = context;
  const of = (verdict: CauseTrend['verdict']) => trends.filter((trend) => trend.verdict === verdict);
  const names = (list: readonly CauseTrend[]) =>
    list.map(({member}) => memberName(context, by, member)).join(say(locale, 'comma'));
  const sentences: string[] = [];
  const further = of('act').slice(NAMED);
  if (further.length > 0) {
    const findings = further.map((trend) => tellTrend(context, by, trend)).join(say(locale, 'semicolon'));
    sentences.push(`${findings}${say(locale, 'full_stop').trim()}`);
  }
  if (of('look').length > 0) sentences.push(say(locale, 'trends_look', {names: names(of('look'))}));
  if (of('list_changed').length > 0) {
    sentences.push(say(locale, 'trends_changed_list', {names: names(of('list_changed'))}));
  }
  const quiet = of('none').length;
  if (of('act').length + of('look').length === 0) sentences.push(say(locale, 'trends_none_reading'));
  else if (quiet > 0) sentences.push(say(locale, 'trends_rest', {count: quiet}));
  return sentences.join(locale === 'zh-CN' ? '' : ' ');
}

function tellTrend(context: AnalysisContext, by: string, {member, test, ratio, change_point}: CauseTrend): string {
  const {locale} = context;
  const since =
    change_point === null ? '' : say(locale, 'since_about', {month: monthName(change_point.slice(0, 7), locale)});
  const finding = say(locale, 'trend_finding', {
    test: testWords(context, test),
    ratio: say(locale, 'ratio_times', {ratio: formatRatio(ratio ?? 1)}),
    since
  });
  return say(locale, 'trends_one', {name: memberName(context, by, member), finding});
}

function testWords({locale}: AnalysisContext, test: string | null): string {
  const months = /^latest_(\d+)$/.exec(test ?? '')?.[1];
  if (months === undefined) return say(locale, 'test_trend');
  return months === '1' ? say(locale, 'test_latest_one') : say(locale, 'test_latest', {months});
}

function testName({locale}: AnalysisContext, test: string | null, baseline: number): string {
  if (test === null) return '—';
  const months = /^latest_(\d+)$/.exec(test)?.[1];
  return months === undefined ? say(locale, 'test_name_trend') : say(locale, 'test_name_latest', {months, baseline});
}

function trendTable(
  context: AnalysisContext,
  by: string,
  trends: readonly CauseTrend[],
  {counts, settings, last}: CauseTrends,
  dimension: string
): Markup {
  const {locale} = context;
  const length = Math.min(SHOWN, Math.max(2, counts(by, trends[0]!.member).length));
  const line = ({member, change_point}: CauseTrend) => {
    const shown = counts(by, member).slice(-length);
    if (shown.length < 2) return undefined;
    const change = change_point === null ? undefined : monthOfText(change_point) - (last - shown.length + 1);
    const [low, high] = [formatCount(Math.min(...shown)), formatCount(Math.max(...shown))];
    const name = memberName(context, by, member);
    return causeLine(shown, change, say(locale, 'line_label', {name, months: shown.length, low, high}));
  };
  return table(
    [
      {head: dimension},
      {head: say(locale, 'head_verdict')},
      {head: say(locale, 'head_line', {months: length})},
      {head: say(locale, 'head_cases_year', {months: settings.baseline}), isNumber: true},
      {head: say(locale, 'head_ratio'), isNumber: true},
      {head: say(locale, 'head_q'), isNumber: true},
      {head: say(locale, 'head_test')},
      {head: say(locale, 'head_change')}
    ],
    trends.map((trend) => [
      memberName(context, by, trend.member),
      verdictMark(context, trend),
      line(trend),
      formatCount(trend.latest_year),
      ratioSpan(trend.ratio, trend.low, trend.high),
      trend.q === null ? '—' : formatQ(trend.q, locale),
      testName(context, trend.test, settings.baseline),
      trend.change_point?.slice(0, 7) ?? '—'
    ]),
    dimension,
    'trend-table'
  );
}

function verdictMark({locale}: AnalysisContext, {verdict, direction}: CauseTrend): Markup {
  const isTold = verdict === 'act' || verdict === 'look';
  const word: Word = isTold ? `cause_${verdict}_${direction ?? 'rising'}` : `cause_${verdict}`;
  const kind = isTold ? `verdict ${direction === 'falling' ? 'better' : 'worse'}` : 'verdict muted';
  return markup`<span class="${kind}">${say(locale, word)}</span>`;
}
