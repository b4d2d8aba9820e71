import studentCdf from '@stdlib/stats-base-dists-t-cdf';
import {median} from 'simple-statistics';
import {benjaminiHochberg} from '../statistics/benjaminiHochberg.ts';
import {changePointOfCounts} from '../statistics/changePoint.ts';
import {normalQuantile} from '../statistics/normalQuantile.ts';
import {pearsonDispersion} from '../statistics/pearsonDispersion.ts';
import {poissonRegression} from '../statistics/poissonRegression.ts';
import {rateRatio} from '../statistics/rateRatio.ts';
import {widenRatio} from '../statistics/widenRatio.ts';
import {groupsOf} from './groups.ts';
import type {MethodRow} from './method.ts';
import {monthOf, seasonTerms} from './season.ts';
import {verdictByQ} from './verdictByQ.ts';
import type {CauseMonth, TrendSettings} from './trends.ts';

/** The counts of one cause, month by month, beside the exposure of each month. */
interface Series {
  readonly member: string;
  readonly counts: readonly number[];
}

interface Months {
  readonly dimension: string;
  readonly starts: readonly string[];
  readonly exposures: readonly number[];
  readonly all: readonly Series[];
}

/** One test of one cause. */
interface Test {
  readonly test: string;
  readonly observed: number;
  readonly expected: number;
  readonly ratio: number;
  readonly low: number;
  readonly high: number;
  readonly p: number;
}

/**
 * Judges all causes together at the end of each of the latest months. It runs in Node and in the browser.
 *
 * @param rows every cause has one for each month, in time order
 */
export function judgeCauses(rows: readonly CauseMonth[], settings: TrendSettings): MethodRow[] {
  const dimensions = groupsOf(rows, ['dimension']).map(monthsOf);
  const count = Math.max(0, ...dimensions.map(({starts}) => starts.length));
  const first = Math.max(settings.baseline, count - settings.looked_at);
  return Array.from({length: Math.max(0, count - first)}, (_, i) => lookAt(dimensions, first + i, settings)).flat();
}

function monthsOf(rows: readonly CauseMonth[]): Months {
  const members = groupsOf(rows, ['member']);
  return {
    dimension: rows[0]!.dimension,
    starts: members[0]!.map(({period_start}) => period_start),
    exposures: members[0]!.map(({exposure}) => exposure),
    all: members.map((member) => ({member: member[0]!.member, counts: member.map(({count}) => count)}))
  };
}

/** What is found of one cause. */
interface Finding {
  readonly series: Series;
  readonly months: Months;
  readonly dispersion: number;
  readonly isChanged: boolean;
  readonly trend: Test | undefined;
  /** All tests, the trend among them. */
  readonly tests: readonly Test[];
}

/** What the months up to one of them tell of all causes of all dimensions. */
function lookAt(dimensions: readonly Months[], last: number, settings: TrendSettings): MethodRow[] {
  const found = dimensions.flatMap((months) => testAll(months, last, settings));
  const q = benjaminiHochberg(found.flatMap(({tests}) => tests.map(({p}) => p)));
  const tested = found.filter(({tests}) => tests.length > 0).length;
  let used = 0;
  return found.map((finding) => {
    const tests = finding.tests.map((test, i) => ({...test, q: q[used + i]!}));
    used += tests.length;
    const [strongest] = tests.sort((a, b) => a.q - b.q || a.p - b.p);
    const told = tell(finding, last, strongest, settings);
    return {...told, causes: tested, tests: q.length};
  });
}

function testAll(months: Months, last: number, settings: TrendSettings): Finding[] {
  const coded = months.all.filter(({member}) => member !== '');
  const dispersion = commonDispersion(months, last, settings);
  const changed = changedWords(coded, last, settings);
  return coded.map((series) => {
    const isChanged = changed.has(series);
    const trend = isChanged ? undefined : trendOf(months, series, last, settings);
    const recent = isChanged ? [] : recentTests(months, series, last, dispersion, settings);
    return {series, months, dispersion, isChanged, trend, tests: trend ? [...recent, trend] : recent};
  });
}

function tell(
  {series, months, dispersion, isChanged, trend}: Finding,
  last: number,
  strongest: (Test & {readonly q: number}) | undefined,
  settings: TrendSettings
): MethodRow {
  const total = sumOf(months.all.map(({counts}) => sumOf(latest(counts, last, settings.baseline))));
  const latestYear = sumOf(latest(series.counts, last, settings.baseline));
  const verdict = strongest ? verdictByQ(strongest.q, settings) : isChanged ? 'list_changed' : 'too_few';
  return {
    dimension: months.dimension,
    member: series.member,
    period_start: months.starts[last]!,
    count: series.counts[last]!,
    latest_year: latestYear,
    share: total > 0 ? latestYear / total : null,
    test: strongest?.test ?? null,
    observed: strongest?.observed ?? null,
    expected: strongest?.expected ?? null,
    ratio: finite(strongest?.ratio),
    low: finite(strongest?.low),
    high: finite(strongest?.high),
    p: strongest?.p ?? null,
    q: strongest?.q ?? null,
    trend_ratio: finite(trend?.ratio),
    trend_low: finite(trend?.low),
    trend_high: finite(trend?.high),
    change_point: verdict === 'act' || verdict === 'look' ? changePoint(months, series, last, settings) : null,
    dispersion,
    direction: strongest ? (strongest.ratio >= 1 ? 'rising' : 'falling') : null,
    verdict
  };
}

/** The latest months against those before them. */
function recentTests(
  {exposures}: Months,
  {counts}: Series,
  last: number,
  dispersion: number,
  {recent, baseline, least_cases}: TrendSettings
): Test[] {
  return recent.flatMap((length) => {
    const from = last - length + 1;
    if (from - baseline < 0) return [];
    const [after, before] = [counts.slice(from, last + 1), counts.slice(from - baseline, from)].map(sumOf) as [
      number,
      number
    ];
    const exposed = [exposures.slice(from - baseline, from), exposures.slice(from, last + 1)].map(sumOf) as [
      number,
      number
    ];
    const expected = (before * exposed[1]) / exposed[0];
    if (Math.max(expected, after) < least_cases) return [];
    const ratio = widenRatio(rateRatio({events: [before, after], exposures: exposed})!, dispersion);
    return [{test: `latest_${String(length)}`, observed: after, expected, ...ratio}];
  });
}

/** By how much monthly counts vary more than Poisson's, in the middle of all causes; at least 1. */
function commonDispersion({exposures, all}: Months, last: number, {baseline, least_cases}: TrendSettings): number {
  const time = latest(exposures, last, baseline);
  const ratios = all.flatMap(({counts}) => {
    const seen = latest(counts, last, baseline);
    const rate = sumOf(seen) / sumOf(time);
    if (sumOf(seen) < least_cases) return [];
    return [
      pearsonDispersion(
        seen.map((count, i) => ({count, mean: rate * time[i]!})),
        1
      )
    ];
  });
  return ratios.length === 0 ? 1 : Math.max(1, median(ratios));
}

/** The change per year by a quasi-Poisson regression, with the season allowed for where there are months enough. */
function trendOf(
  {starts, exposures}: Months,
  {counts}: Series,
  last: number,
  {window, season_from, least_cases, baseline}: TrendSettings
): Test | undefined {
  const from = Math.max(0, last + 1 - window);
  const seen = counts.slice(from, last + 1);
  if (seen.length <= baseline || sumOf(seen) < least_cases) return undefined;
  const hasSeason = seen.length >= season_from;
  const fit = poissonRegression({
    y: seen,
    x: seen.map((_, i) => {
      const month = monthOf(starts[from + i]!);
      return [1, i / 12, ...(hasSeason ? seasonTerms(month) : [])];
    }),
    offset: exposures.slice(from, last + 1).map(Math.log)
  });
  if (!fit) return undefined;
  const [slope, error] = [fit.coefficients[1]!, fit.standardErrors[1]! * Math.sqrt(Math.max(1, 1 / fit.dispersion))];
  if (!(error > 0) || !Number.isFinite(slope)) return undefined;
  const half = normalQuantile(0.95) * error;
  return {
    test: 'trend',
    observed: sumOf(seen),
    expected: sumOf(seen),
    ratio: Math.exp(slope),
    low: Math.exp(slope - half),
    high: Math.exp(slope + half),
    p: 2 * studentCdf(-Math.abs(slope / error), fit.degrees)
  };
}

/** The first month of the second part, where a series falls into two. */
function changePoint(
  {starts}: Months,
  {counts}: Series,
  last: number,
  {window, baseline, change_point}: TrendSettings
): string | null {
  const from = Math.max(0, last + 1 - window);
  const seen = counts.slice(from, last + 1);
  if (seen.length < baseline) return null;
  const found = changePointOfCounts(seen, {minimumSegment: 2});
  return found !== undefined && found.p < change_point ? starts[from + found.after]! : null;
}

/**
 * Words that came in when another one went out: within the window, the first case of one stands in the month after the last case of another,
 * or in that month, and both were used before or since.
 */
function changedWords(
  all: readonly Series[],
  last: number,
  {window, least_cases, baseline}: TrendSettings
): Set<Series> {
  const from = Math.max(0, last + 1 - window);
  const used = all
    .map((series) => ({series, seen: series.counts.slice(from, last + 1)}))
    .filter(({seen}) => sumOf(seen) >= least_cases)
    .map(({series, seen}) => ({
      series,
      first: seen.findIndex((count) => count > 0),
      final: seen.findLastIndex((count) => count > 0),
      length: seen.length
    }));
  const rest = Math.floor(baseline / 4);
  const gone = used.filter(({first, final, length}) => length - 1 - final >= rest && final - first >= rest);
  const come = used.filter(({first, final}) => first >= rest && final - first >= rest);
  const changed = new Set<Series>();
  for (const {series, final} of gone) {
    for (const other of come) {
      if (other.first - final < 0 || other.first - final > 1) continue;
      changed.add(series);
      changed.add(other.series);
    }
  }
  return changed;
}

function latest(values: readonly number[], last: number, count: number): readonly number[] {
  return values.slice(Math.max(0, last + 1 - count), last + 1);
}

function sumOf(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function finite(value: number | undefined): number | null {
  return value !== undefined && Number.isFinite(value) ? value : null;
}
