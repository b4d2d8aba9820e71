import {assurance} from '../statistics/assurance.ts';
import type {ControlChart} from '../statistics/controlChart.ts';
import {overdispersion, standardisedProportions, standardisedRates} from '../statistics/overdispersion.ts';
import {proportionChart} from '../statistics/proportionChart.ts';
import {rateChart} from '../statistics/rateChart.ts';
import {findSignals} from '../statistics/signalRules.ts';
import {xmrChart} from '../statistics/xmrChart.ts';
import {groupsOf} from './groups.ts';
import type {MethodRow} from './method.ts';
import type {SeriesPoint, SignalSettings} from './signals.ts';

/** Limits in the unit of the values, with the kind of chart that they come from. */
interface Limits extends Pick<ControlChart, 'lower' | 'upper' | 'dispersion'> {
  readonly chart: 'p' | 'p_prime' | 'u' | 'u_prime' | 'xmr';
  readonly centre: readonly number[];
  /** The chart that the rules are run on: its values have one centre. */
  readonly judged: {readonly values: readonly number[]; readonly chart: ControlChart};
}

/**
 * Judges one series against the limits of its own past. It runs in Node and in the browser.
 *
 * @returns a row for each point that has a value, in time order
 */
export function judgeSeries(series: readonly SeriesPoint[], settings: SignalSettings): MethodRow[] {
  return groupsOf(series, ['rebased_on'])
    .flatMap((part) => judgePart(part, settings))
    .sort((a, b) => (String(a['period_start']) < String(b['period_start']) ? -1 : 1));
}

/** Judges what lies between two changes of the work. */
function judgePart(series: readonly SeriesPoint[], settings: SignalSettings): MethodRow[] {
  const points = [...series]
    .filter(({value}) => value !== null)
    .sort((a, b) => (a.period_start < b.period_start ? -1 : 1));
  const over = points.filter(({is_over}) => is_over).slice(-(settings.window[series[0]?.grain ?? ''] ?? points.length));
  if (over.length < settings.provisional_from) return points.map((point) => unjudged(point, over.length, 'too_few'));
  const limits = limitsOf(over, settings.widen_below);
  const found = findSignals(limits.judged.values, limits.judged.chart, settings.rules);
  const sides = over.map(({value}, i) => Math.sign(value! - limits.centre[i]!));
  const rows = new Map<SeriesPoint, MethodRow>();
  let since = '';
  over.forEach((point, i) => {
    const rules = found.points[i]!;
    const isSignal = rules.length > 0;
    const continues = isSignal && i > 0 && found.points[i - 1]!.length > 0 && sides[i - 1] === sides[i];
    if (!continues) since = point.period_start;
    rows.set(point, {
      ...head(point),
      chart: limits.chart,
      centre: limits.centre[i]!,
      lower: limits.lower[i]!,
      upper: limits.upper[i]!,
      dispersion: limits.dispersion,
      points: over.length,
      limits: over.length < settings.firm_from ? 'provisional' : 'firm',
      rules: rules.join(','),
      series_rules: found.series.join(','),
      side: sides[i] === 0 ? null : sides[i]! > 0 ? 'above' : 'below',
      since: isSignal ? since : null,
      verdict: isSignal ? verdictOf(point.better, sides[i]!) : 'ordinary',
      assurance:
        point.target === null || point.better === 'neither'
          ? null
          : assurance(point.target, {lower: limits.lower[i]!, upper: limits.upper[i]!}, point.better)
    });
  });
  return points.map(
    (point) => rows.get(point) ?? unjudged(point, over.length, point.is_over ? 'before_window' : 'unfinished')
  );
}

function verdictOf(better: SeriesPoint['better'], side: number): string {
  if (better === 'neither' || side === 0) return 'changed';
  return (better === 'higher') === side > 0 ? 'better' : 'worse';
}

function limitsOf(points: readonly SeriesPoint[], widenBelow: number): Limits {
  const {family} = points[0]!;
  const values = points.map(({value}) => value!);
  if (family === 'individuals') {
    const chart = xmrChart(values);
    return {...chart, chart: 'xmr', centre: values.map(() => chart.centre), judged: {values, chart}};
  }
  const numerators = points.map(({numerator}) => numerator!);
  const denominators = points.map(({denominator}) => denominator!);
  if (family === 'proportion') {
    const isWidened = overdispersion(standardisedProportions(numerators, denominators)).p < widenBelow;
    const chart = proportionChart(numerators, denominators, {isWidened});
    return {
      ...chart,
      chart: isWidened ? 'p_prime' : 'p',
      centre: values.map(() => chart.centre),
      judged: {values, chart}
    };
  }
  const isWidened = overdispersion(standardisedRates(numerators, denominators)).p < widenBelow;
  const chart = rateChart(numerators, denominators, {isWidened});
  const scale = (i: number) => (family === 'count' ? denominators[i]! : 1);
  return {
    chart: isWidened ? 'u_prime' : 'u',
    dispersion: chart.dispersion,
    centre: points.map((_, i) => chart.centre * scale(i)),
    lower: chart.lower.map((limit, i) => limit * scale(i)),
    upper: chart.upper.map((limit, i) => limit * scale(i)),
    judged: {values: numerators.map((count, i) => count / denominators[i]!), chart}
  };
}

function head({kpi, grain, dimension, member, period_start, rebased_on, value, target}: SeriesPoint) {
  return {kpi, grain, dimension, member, period_start, rebased_on, value, target};
}

function unjudged(point: SeriesPoint, points: number, verdict: string): MethodRow {
  return {
    ...head(point),
    chart: null,
    centre: null,
    lower: null,
    upper: null,
    dispersion: null,
    points,
    limits: 'none',
    rules: '',
    series_rules: '',
    side: null,
    since: null,
    verdict,
    assurance: null
  };
}
