import type {AnalysisKpi} from './context.ts';
import type {DataTable} from './dataTable.ts';
import type {Filters} from './filters.ts';
import type {MonthlyPoint} from '../figures/judgedSeries.ts';
import {monthOfText} from '../figures/month.ts';
import {selectRows} from './selectRows.ts';

/**
 * A figure under filters, month by month: what its cells count, summed up. Every month from the first to the last is there.
 *
 * @param cells the part of figure_cells that belongs to the figure
 */
export function sumCells(kpi: AnalysisKpi, cells: DataTable, filters: Filters): MonthlyPoint[] {
  const months = cells.months('month');
  const numerators = cells.numbers('numerator');
  const denominators = cells.numbers('denominator');
  const sums = new Map<number, {numerator: number; denominator: number}>();
  for (const row of selectRows(cells, 'month', filters)) {
    const month = months[row]!;
    let sum = sums.get(month);
    if (sum === undefined) sums.set(month, (sum = {numerator: 0, denominator: 0}));
    sum.numerator += numerators[row]!;
    sum.denominator += denominators[row]!;
  }
  if (sums.size === 0) return [];
  const isCount = kpi.kind === 'count';
  const [first, last] = [Math.min(...sums.keys()), Math.max(...sums.keys())];
  return Array.from({length: last - first + 1}, (_, step): MonthlyPoint => {
    const month = first + step;
    const {numerator, denominator} = sums.get(month) ?? {numerator: 0, denominator: 0};
    if (isCount) return {month, numerator, denominator: null, value: numerator};
    const isTold = denominator > 0 && denominator >= kpi.minimum;
    return {month, numerator, denominator, value: isTold ? numerator / denominator : null};
  });
}

/**
 * A figure as the mart holds it, month by month.
 *
 * @param values the part of kpi_values that belongs to the figure
 * @param slice a dimension and its member; `all` of `all` for everything
 */
export function readValues(
  values: DataTable,
  {dimension, member}: {dimension: string; member: string},
  {from, to}: Filters
): MonthlyPoint[] {
  const months = values.months('period_start');
  const columns = ['numerator', 'denominator', 'value'] as const;
  const numbers = columns.map((name) => values.numbers(name));
  const points: MonthlyPoint[] = [];
  for (let row = 0; row < values.rows; row++) {
    if (values.text('dimension', row) !== dimension || values.text('member', row) !== member) continue;
    const month = months[row]!;
    if ((from !== undefined && month < monthOfText(from)) || (to !== undefined && month > monthOfText(to))) continue;
    const [numerator, denominator, value] = numbers.map((column) => orNull(column[row]!));
    points.push({month, numerator: numerator!, denominator: denominator!, value: value!});
  }
  return points.sort((a, b) => a.month - b.month);
}

function orNull(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}
