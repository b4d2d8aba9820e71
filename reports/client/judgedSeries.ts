import {judgeSeries as judge} from '../../src/methods/judgeSeries.ts';
import type {SeriesPoint} from '../../src/methods/signals.ts';
import {targetOf, type AnalysisContext, type AnalysisKpi} from './context.ts';
import type {DataTable} from './dataTable.ts';
import {daysOfMonth, monthOfText, monthText} from '../figures/month.ts';
import type {JudgedPoint, JudgedSeries, MonthlyPoint} from '../figures/judgedSeries.ts';

/** Rows of marts.kpi_signals, whoever made them. */
type SignalRow = Readonly<Record<string, string | number | boolean | null>>;

/** Judges a series by the method and the settings that make marts.kpi_signals. */
export function judgeSeries(context: AnalysisContext, kpi: AnalysisKpi, points: readonly MonthlyPoint[]): JudgedSeries {
  const {signal_settings} = context;
  if (signal_settings === null) return gather(points, []);
  const family =
    kpi.kind === 'ratio' && kpi.unit === 'percent'
      ? 'proportion'
      : kpi.kind === 'count' || kpi.kind === 'rate'
        ? kpi.kind
        : 'individuals';
  const rows = points.map(({month, numerator, denominator, value}): SeriesPoint => ({
    kpi: kpi.id,
    grain: 'month',
    dimension: 'all',
    member: 'all',
    period_start: `${monthText(month)}-01`,
    family,
    numerator,
    denominator: kpi.kind === 'count' ? daysOfMonth(month) : denominator,
    value,
    better: kpi.better,
    target: targetOf(context, kpi.id, monthText(month)) ?? null,
    rebased_on: rebasedOn(context, kpi.id, monthText(month)),
    is_over: monthText(month + 1) <= context.as_of.slice(0, 7)
  }));
  return gather(points, judge(rows, signal_settings));
}

/** The series as marts.kpi_signals judges it; undefined where it does not hold the series. */
export function readJudged(
  table: DataTable,
  {dimension, member}: {dimension: string; member: string},
  points: readonly MonthlyPoint[]
): JudgedSeries | undefined {
  const names = ['chart', 'rules', 'series_rules', 'side', 'verdict', 'assurance', 'limits'];
  const numbers = ['centre', 'lower', 'upper', 'dispersion', 'points', 'target'];
  const rows: SignalRow[] = [];
  for (let row = 0; row < table.rows; row++) {
    if (table.text('grain', row) !== 'month') continue;
    if (table.text('dimension', row) !== dimension || table.text('member', row) !== member) continue;
    const [since, rebased] = [table.months('since')[row]!, table.months('rebased_on')[row]!];
    rows.push({
      period_start: monthText(table.months('period_start')[row]!),
      since: since < 0 ? null : monthText(since),
      rebased_on: rebased < 0 ? null : monthText(rebased),
      ...Object.fromEntries(names.map((name) => [name, table.text(name, row) ?? null])),
      ...Object.fromEntries(
        numbers.map((name) => {
          const value = table.numbers(name)[row]!;
          return [name, Number.isNaN(value) ? null : value];
        })
      )
    });
  }
  return rows.length === 0 ? undefined : gather(points, rows);
}

function gather(points: readonly MonthlyPoint[], rows: readonly SignalRow[]): JudgedSeries {
  const byMonth = new Map(rows.map((row) => [monthOfText(String(row['period_start'])), row]));
  const shown = points.map((point): JudgedPoint => {
    const row = byMonth.get(point.month);
    return {
      ...point,
      centre: number(row, 'centre'),
      lower: number(row, 'lower'),
      upper: number(row, 'upper'),
      rules: list(row, 'rules'),
      side: (row?.['side'] ?? null) as JudgedPoint['side'],
      since: monthIn(row, 'since'),
      rebased: monthIn(row, 'rebased_on'),
      verdict: (row?.['verdict'] ?? 'too_few') as JudgedPoint['verdict']
    };
  });
  const isShown = new Set(points.map(({month}) => month));
  const seen = rows.filter((row) => isShown.has(monthOfText(String(row['period_start']))));
  const judged = seen.findLast((row) => row['chart'] !== null);
  return {
    points: shown,
    chart: (judged?.['chart'] ?? null) as JudgedSeries['chart'],
    dispersion: number(judged, 'dispersion') ?? 1,
    judged: number(judged ?? seen.at(-1), 'points') ?? 0,
    isFirm: judged?.['limits'] === 'firm',
    seriesRules: list(judged, 'series_rules'),
    assurance: (judged?.['assurance'] ?? null) as JudgedSeries['assurance'],
    target: number(seen.at(-1), 'target') ?? undefined
  };
}

/** The first day of the latest recorded change of the work up to a month; null where there is none. */
function rebasedOn({process_changes}: AnalysisContext, kpi: string, month: string): string | null {
  const known = process_changes.filter((change) => change.kpis.includes(kpi) && change.month <= month);
  const latest = known
    .map((change) => change.month)
    .sort()
    .at(-1);
  return latest === undefined ? null : `${latest}-01`;
}

function monthIn(row: SignalRow | undefined, column: string): string | null {
  const day = row?.[column];
  return typeof day === 'string' ? day.slice(0, 7) : null;
}

function number(row: SignalRow | undefined, name: string): number | null {
  const value = row?.[name];
  return typeof value === 'number' ? value : null;
}

function list(row: SignalRow | undefined, name: string): string[] {
  const value = row?.[name];
  return typeof value === 'string' && value !== '' ? value.split(',') : [];
}
