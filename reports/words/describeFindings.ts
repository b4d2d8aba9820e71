import type {KpiValue, Locale, SiteKpi} from '../../src/publish/siteData.ts';
import type {SiteCause, SiteFinding, SiteForecast, SiteSignal, SiteUnit} from '../../src/publish/siteReport.ts';
import {isPublished} from '../figures/compareFigures.ts';
import type {Figures} from '../figures/figures.ts';
import {judgeTarget} from '../figures/judgeTarget.ts';
import {periodOf, type Period} from '../figures/period.ts';
import {lastMonth} from '../figures/reportRows.ts';
import {describeChange, describeFigure, describeTarget} from './describeFigure.ts';
import {formatCount, formatDifference, formatTarget, formatValue} from './formatValue.ts';
import {say, type Word} from './locale.ts';
import {memberTitle} from './memberTitle.ts';
import {earlierName, periodName} from './periodName.ts';
import {formatRatio} from './ratioText.ts';

/** A finding in words. */
export interface ToldFinding {
  kind: SiteFinding['kind'];
  /** The part that stands out, and what follows it up to its full stop. */
  lead: string;
  rest: string;
  /** A second sentence: why, or what is being done. */
  why?: string | undefined;
  /** Where on the report's page its evidence stands, such as #trend-satisfaction. */
  evidence?: string;
}

/** Says what marts.findings names of a period that is over; every number stands in the mart that the finding refers to. */
export function describeFindings(figures: Figures, period: Period): ToldFinding[] {
  const all = figures.report.findings(period);
  return all.flatMap((finding) => {
    const told = describe(figures, period, finding, all);
    return told === undefined ? [] : [told];
  });
}

function describe(
  figures: Figures,
  period: Period,
  finding: SiteFinding,
  all: readonly SiteFinding[]
): ToldFinding | undefined {
  const {kind} = finding;
  const scene: Scene = {figures, period, locale: figures.data.pipeline.locale, finding};
  const kpi = finding.kpi === null ? undefined : figures.kpi(finding.kpi);
  if (kind === 'quiet') return quiet(scene);
  if (kind === 'cause') return cause(scene);
  if (kind === 'measure') return measure(scene);
  if (kpi === undefined || kind === 'explanation') return undefined;
  if (kind === 'volume') return volume(scene, kpi);
  if (kind === 'department') return department(scene, kpi);
  if (kind === 'duty') return duty(scene, kpi);
  if (kind === 'outlook') return outlook(scene, kpi);
  const reason = all.find((other) => other.kind === 'explanation' && other.kpi === kpi.id);
  return figure(scene, kpi, reason);
}

interface Scene {
  figures: Figures;
  period: Period;
  locale: Locale;
  finding: SiteFinding;
}

function volume({figures, period, locale}: Scene, kpi: SiteKpi): ToldFinding | undefined {
  const value = figures.find(kpi.id, period);
  if (!isPublished(value)) return undefined;
  const signal = period.grain === 'month' ? figures.report.signal(kpi.id, period.start) : undefined;
  const parts = [
    ...changes({figures, period, locale}, kpi, value, signal?.centre != null),
    ...signalWords(kpi, signal, locale)
  ];
  const expected = period.grain === 'month' ? figures.report.forecastOf(kpi.id, period.start) : undefined;
  if (expected?.is_outside95 === true) {
    const word = value.value > expected.high95 ? 'found_above_forecast' : 'found_below_forecast';
    parts.push(say(locale, word, {low: formatCount(expected.low95), high: formatCount(expected.high95)}));
  }
  return {kind: 'volume', ...sentence(locale, leadOf(kpi, value, locale), parts), evidence: `#trend-${kpi.id}`};
}

function figure(
  {figures, period, locale, finding}: Scene,
  kpi: SiteKpi,
  reason: SiteFinding | undefined
): ToldFinding | undefined {
  const value = figures.find(kpi.id, period);
  if (!isPublished(value)) return undefined;
  const target = judgeTarget(kpi, value);
  const parts = target ? [describeTarget(kpi, target, locale)] : [];
  const signal = figures.report.signal(kpi.id, finding.month ?? period.start);
  if (finding.month !== null) parts.push(...signalWords(kpi, signal, locale));
  else if (period.grain === 'month' && target && !target.isMet && signal?.verdict === 'ordinary') {
    const word = signal.assurance === 'missed' ? 'found_usual_missed' : 'found_usual';
    parts.push(say(locale, word, rangeOf(kpi, signal, locale)));
  }
  const change = figures.report.change(kpi.id, period, 'before');
  const isJudged = period.grain === 'month' && signal?.centre != null;
  if (!isJudged && change?.is_real === true) {
    const told = describeChange(kpi, change.value, change.earlier, earlierName(period, locale), locale);
    parts.push(told + say(locale, 'clause_comma') + say(locale, 'beyond_chance'));
  }
  const why = reason && explanation({figures, period, locale, finding: reason}, kpi);
  return {kind: 'figure', ...sentence(locale, leadOf(kpi, value, locale), parts), why, evidence: `#trend-${kpi.id}`};
}

function explanation({figures, period, locale, finding}: Scene, kpi: SiteKpi): string | undefined {
  const part = figures.report.explanation(finding);
  const change = part && figures.report.change(kpi.id, period, part.compared);
  if (part === undefined || change === undefined) return undefined;
  const points = (amount: number) => formatDifference(Math.abs(amount), 0, kpi.unit, locale);
  const told = {
    when: part.compared === 'before' ? earlierName(period, locale) : say(locale, 'last_year'),
    change: formatDifference(change.value, change.earlier, kpi.unit, locale) ?? '',
    within: points(part.within) ?? '',
    mix: points(part.mix) ?? '',
    dimension: dimensionTitle(figures, part.dimension),
    member: nameOf(figures, part.dimension, part.member)
  };
  if (told.change === '' || told.within === '') return undefined;
  const isAgainst = part.mix * part.change < 0;
  const mix = told.mix === '' ? '' : say(locale, isAgainst ? 'found_mix_against' : 'found_mix', told);
  return say(locale, 'found_part', told) + mix + stop(locale);
}

function cause({figures, period, locale, finding}: Scene): ToldFinding | undefined {
  const found = figures.report
    .causes(finding.month ?? period.start)
    .find(
      ({dimension, member, verdict}) =>
        dimension === finding.dimension && member === finding.member && verdict === 'act'
    );
  if (found === undefined) return undefined;
  const names = {
    dimension: dimensionTitle(figures, found.dimension),
    member: nameOf(figures, found.dimension, found.member)
  };
  const lead = say(locale, `found_cause_${found.direction}`, names);
  const since =
    found.change_point === null ? '' : say(locale, 'found_since', {month: monthTitle(found.change_point, locale)});
  const rest =
    colon(locale) + describeCause(found, locale) + (found.direction === 'rising' ? since : '') + stop(locale);
  const review = figures.report.reviewAgainst(found.dimension, found.member, period);
  const why =
    review && found.direction === 'rising'
      ? say(locale, 'found_against', {
          title: review.title,
          months: review.review,
          verdict: say(locale, `found_effect_${review.verdict}`)
        }) + stop(locale)
      : undefined;
  return {kind: 'cause', lead, rest, why, evidence: '#causes'};
}

/** How a cause rose or fell, by the test that found it. */
export function describeCause(
  {test, period_start, observed, expected, ratio, low, high}: SiteCause,
  locale: Locale
): string {
  const word: Word = test === 'trend' ? 'found_cause_trend' : test === 'latest_1' ? 'found_cause_1' : 'found_cause_3';
  return say(locale, word, {
    month: monthTitle(period_start, locale),
    observed: formatCount(observed),
    expected: formatCount(expected),
    ratio: formatRatio(ratio),
    low: formatRatio(low),
    high: formatRatio(high)
  });
}

function department({figures, locale, finding}: Scene, kpi: SiteKpi): ToldFinding | undefined {
  const {dimension, month, member} = finding;
  if (dimension === null || month === null || member === null) return undefined;
  const unit = figures.report.units(kpi.id, dimension as SiteUnit['grain'], month).find((row) => row.member === member);
  const settings = figures.report.comparisonSettings;
  if (unit?.expected == null || settings === null) return undefined;
  const lead = say(locale, 'found_unit', {
    name: kpi.title[locale],
    member: nameOf(figures, 'department', member),
    value: describeUnit(kpi, unit, locale)
  });
  const expected = unit.expected / unit.total;
  const rest = say(locale, unit.value < expected ? 'found_unit_below' : 'found_unit_above', {
    span: say(locale, `found_unit_${unit.grain}`),
    expected: formatValue(expected, kpi.unit, locale),
    limit: formatTarget(settings.investigate, 'percent', locale)
  });
  return {kind: 'department', lead, rest: rest + stop(locale), evidence: `#department-${kpi.id}`};
}

/** The figure of a department with its counts. */
export function describeUnit(kpi: SiteKpi, {value, count, total}: SiteUnit, locale: Locale): string {
  const counts = say(locale, 'count_of', {numerator: formatCount(count), denominator: formatCount(total)});
  const printed = formatValue(value, kpi.unit, locale);
  return locale === 'zh-CN' ? `${printed}（${counts}）` : `${printed} (${counts})`;
}

function measure({figures, locale, finding}: Scene): ToldFinding | undefined {
  const review =
    finding.measure_id === null ? undefined : figures.report.review(finding.measure_id, finding.review ?? 0);
  if (review === undefined || review.verdict === 'too_early' || review.verdict === 'too_few') return undefined;
  const {ratio, low, high, expected} = review;
  const lead = say(locale, `found_measure_${review.verdict}`, {title: review.title});
  const rest = say(locale, 'found_measure', {
    rolled_out: monthTitle(`${review.rolled_out_on.slice(0, 7)}-01`, locale),
    months: review.review,
    dimension: dimensionTitle(figures, review.dimension),
    member: nameOf(figures, review.dimension, review.member),
    count: formatCount(review.count_after),
    expected: formatCount(expected ?? 0),
    ratio: formatRatio(ratio ?? 0),
    low: formatRatio(low ?? 0),
    high: high === null ? '∞' : formatRatio(high)
  });
  const others =
    finding.others > 0 ? say(locale, 'semicolon') + say(locale, 'found_measure_others', {count: finding.others}) : '';
  return {kind: 'measure', lead, rest: rest + others + stop(locale), evidence: '#measures'};
}

function duty({figures, period, locale, finding}: Scene, kpi: SiteKpi): ToldFinding | undefined {
  const rule = figures.data.policy.duties[(finding.clause ?? 0) - 1];
  const value = figures.find(kpi.id, period);
  if (rule === undefined || !isPublished(value)) return undefined;
  const lead = say(locale, 'found_duty', {clause: rule.clause, rule: rule.rule[locale]});
  const verdict = judgeTarget(kpi, value);
  const parts = [leadOf(kpi, value, locale), ...(verdict ? [describeTarget(kpi, verdict, locale)] : [])];
  const others =
    finding.others > 0 ? say(locale, 'semicolon') + say(locale, 'found_duty_others', {count: finding.others}) : '';
  const rest = colon(locale) + parts.join(say(locale, 'clause_comma')) + others + stop(locale);
  return {kind: 'duty', lead, rest, evidence: '#duties'};
}

function quiet({figures, period, locale}: Scene): ToldFinding {
  const isJudged = figures.report.isJudged(lastMonth(figures, period).start);
  const rest = say(locale, isJudged ? 'found_quiet_rest' : 'found_quiet_so_far') + stop(locale);
  return {kind: 'quiet', lead: say(locale, 'found_quiet'), rest};
}

function outlook({figures, locale, finding}: Scene, kpi: SiteKpi): ToldFinding | undefined {
  const next = finding.month === null ? undefined : figures.report.forecast(kpi.id, finding.month)[0];
  if (next === undefined) return undefined;
  const lead = say(locale, 'found_outlook', {
    month: monthTitle(next.period_start, locale),
    name: kpi.title[locale],
    point: formatValue(next.point, kpi.unit, locale)
  });
  return {kind: 'outlook', lead, rest: outlookRest(next, locale), evidence: `#trend-${kpi.id}`};
}

function outlookRest({low80, high80, model}: SiteForecast, locale: Locale): string {
  const interval = say(locale, 'found_outlook_rest', {low: formatCount(low80), high: formatCount(high80)});
  const naive = model === 'seasonal_naive' ? say(locale, 'found_outlook_naive') : '';
  return interval + naive + stop(locale);
}

/** How a figure differs from the period before and from the same a year earlier; what is beyond chance is said where no control chart tells it. */
function changes(
  {figures, period, locale}: Pick<Scene, 'figures' | 'period' | 'locale'>,
  kpi: SiteKpi,
  {value}: KpiValue & {value: number},
  isJudged: boolean
): string[] {
  return (['before', 'last_year'] as const).flatMap((compared) => {
    const change = figures.report.change(kpi.id, period, compared);
    if (change === undefined) return [];
    const when = compared === 'before' ? earlierName(period, locale) : say(locale, 'last_year');
    const told = describeChange(kpi, value, change.earlier, when, locale);
    return [told + (change.is_real === true && !isJudged ? say(locale, 'found_beyond') : '')];
  });
}

/** What the control chart says of a month; nothing where it does not judge. */
function signalWords(kpi: SiteKpi, signal: SiteSignal | undefined, locale: Locale): string[] {
  if (signal === undefined) return [];
  if (signal.verdict === 'ordinary') return [say(locale, 'found_ordinary')];
  if (!['better', 'worse', 'changed'].includes(signal.verdict) || signal.side === null) return [];
  if (signal.rules?.includes('outside_limits') === true) {
    const {low, high} = rangeOf(kpi, signal, locale);
    return [say(locale, `found_outside_${signal.side}`, {limit: signal.side === 'above' ? high : low})];
  }
  return [say(locale, `found_run_${signal.side}`, {since: monthTitle(signal.since ?? signal.period_start, locale)})];
}

function rangeOf(kpi: SiteKpi, {lower, upper}: SiteSignal, locale: Locale): {low: string; high: string} {
  return {low: formatValue(lower ?? 0, kpi.unit, locale), high: formatValue(upper ?? 0, kpi.unit, locale)};
}

function leadOf(kpi: SiteKpi, value: KpiValue, locale: Locale): string {
  return say(locale, 'found_figure', {name: kpi.title[locale], value: describeFigure(kpi, value, locale)});
}

function sentence(locale: Locale, lead: string, parts: readonly string[]): {lead: string; rest: string} {
  const comma = say(locale, 'clause_comma');
  return {lead, rest: parts.map((part) => comma + part).join('') + stop(locale)};
}

function dimensionTitle(figures: Figures, id: string): string {
  const {locale} = figures.data.pipeline;
  const title = figures.data.dimensions.find((dimension) => dimension.id === id)?.title[locale] ?? id;
  return locale === 'en' ? title.toLowerCase() : title;
}

function nameOf(figures: Figures, dimension: string, member: string): string {
  const {policy, pipeline} = figures.data;
  return memberTitle(policy, dimension, member, pipeline.locale);
}

function monthTitle(day: string, locale: Locale): string {
  return periodName(periodOf('month', day), locale);
}

function stop(locale: Locale): string {
  return say(locale, 'full_stop').trim();
}

function colon(locale: Locale): string {
  return locale === 'zh-CN' ? '：' : ': ';
}
