import type {Expected} from '../drawing/forecastChart.ts';
import {monthOfText} from '../figures/month.ts';
import type {DataTable} from './dataTable.ts';
import {holds} from './tableRows.ts';

/** The member of a dimension that stands for all that are not forecast by themselves. */
export const REST = '(rest)';

/** What was expected of a month, and how such forecasts have done. */
export interface Expectation extends Expected {
  model: string;
  folds: number;
  mase: number | undefined;
  maseNaive: number | undefined;
  coverage80: number | undefined;
  coverage95: number | undefined;
  notes: readonly string[];
}

/** The forecasts of one member: those from an origin, and those of one month that were made before it. */
export interface MemberForecast {
  ahead: readonly Expectation[];
  past: readonly Expectation[];
}

/**
 * Reads the forecasts of a member.
 *
 * @param origin the last month that they may know; the latest where none is given
 * @returns undefined where it has none from that month
 */
export function readForecast(
  table: DataTable,
  dimension: string,
  member: string,
  origin = newestOrigin(table)
): MemberForecast | undefined {
  const isDimension = holds(table, 'dimension', dimension);
  const isMember = holds(table, 'member', member);
  const origins = table.months('origin');
  const rows = Array.from({length: table.rows}, (_, row) => row)
    .filter((row) => isDimension(row) && isMember(row) && origins[row]! <= origin)
    .map((row) => expectationOf(table, row))
    .sort((a, b) => a.origin - b.origin || a.month - b.month);
  const ahead = rows.filter((row) => row.origin === origin);
  return ahead.length === 0
    ? undefined
    : {ahead, past: rows.filter((row) => row.origin < origin && row.month === row.origin + 1)};
}

/** The latest month from which there are forecasts. */
export function newestOrigin(table: DataTable): number {
  return table.months('origin').reduce((latest, month) => Math.max(latest, month), 0);
}

/** The members of a dimension that are forecast, the rest last. */
export function forecastMembers(table: DataTable, dimension: string): string[] {
  const isDimension = holds(table, 'dimension', dimension);
  const members = new Set<string>();
  for (let row = 0; row < table.rows; row++) if (isDimension(row)) members.add(table.text('member', row)!);
  return [...members].sort((a, b) => Number(a === REST) - Number(b === REST) || (a < b ? -1 : 1));
}

/**
 * The counts of a member by month, from its first one to a last month; the rest is what the members that are forecast leave of the total.
 *
 * @param values the part of kpi_values that belongs to the figure
 */
export function readHistory(
  values: DataTable,
  {dimension, member, members}: {dimension: string; member: string; members: readonly string[]},
  last: number
): {month: number; value: number}[] {
  const months = values.months('period_start');
  const numbers = values.numbers('value');
  const isDimension = holds(values, 'dimension', dimension);
  const isWhole = holds(values, 'dimension', 'all');
  const {codes, members: names} = values.texts('member');
  const named = new Set(members.filter((each) => each !== REST).map((each) => names.indexOf(each)));
  const wanted = names.indexOf(member);
  const sums = new Map<number, number>();
  for (let row = 0; row < values.rows; row++) {
    const month = months[row]!;
    if (month > last) continue;
    const add = (value: number) => sums.set(month, (sums.get(month) ?? 0) + value);
    if (member === REST) {
      if (isWhole(row)) add(numbers[row]!);
      else if (isDimension(row) && named.has(codes[row]!)) add(-numbers[row]!);
    } else if (isDimension(row) && codes[row] === wanted) add(numbers[row]!);
  }
  if (sums.size === 0) return [];
  const first = Math.min(...sums.keys());
  return Array.from({length: last - first + 1}, (_, step) => ({
    month: first + step,
    value: sums.get(first + step) ?? 0
  }));
}

function expectationOf(table: DataTable, row: number): Expectation {
  const number = (name: string) => table.numbers(name)[row]!;
  const known = (name: string) => (Number.isNaN(number(name)) ? undefined : number(name));
  return {
    origin: table.months('origin')[row]!,
    month: table.months('period_start')[row]!,
    model: table.text('model', row) ?? '',
    point: number('point'),
    low80: number('low80'),
    high80: number('high80'),
    low95: number('low95'),
    high95: number('high95'),
    actual: known('actual'),
    isOutside: number('is_outside95') === 1,
    folds: number('folds'),
    mase: known('mase'),
    maseNaive: known('mase_naive'),
    coverage80: known('coverage80'),
    coverage95: known('coverage95'),
    notes: (table.text('note', row) ?? '').split(',').filter((note) => note !== '')
  };
}

/** Reads a month as the filters write it; undefined where there is none. */
export function monthOrNone(text: string | undefined): number | undefined {
  return text === undefined ? undefined : monthOfText(text);
}
