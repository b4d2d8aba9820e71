import {compareUnits} from '../../src/methods/compareUnits.ts';
import type {ComparisonSettings} from '../../src/methods/comparisons.ts';
import type {FunnelRow} from '../drawing/funnelChart.ts';
import type {AnalysisKpi} from './context.ts';
import {countedCases} from './countedCases.ts';
import {FILTER_DIMENSIONS, type Filters} from './filters.ts';
import {monthText} from '../figures/month.ts';
import {peerUnits} from './peerUnits.ts';
import {holds, tableRows} from './tableRows.ts';
import type {TableStore} from './tableStore.ts';
import type {UnitWindow} from './unitWindow.ts';

/** A department beside its peers, as marts.unit_comparisons tells it. */
export interface UnitRow extends FunnelRow {
  count: number;
  low: number;
  high: number;
  expected: number | null;
  ratio: number | null;
  shrunk: number | null;
  dispersion: number | null;
  /** How many are judged. */
  units: number;
}

/** The same departments twice: with the cases that they had allowed for, and as they are counted. */
export interface UnitComparison {
  settings: ComparisonSettings;
  adjusted: readonly UnitRow[];
  raw: readonly UnitRow[];
}

/**
 * Compares the departments over some months: by the mart where it has the period, else by the same method over the cases that the
 * filters leave. A chosen department narrows nothing, for it needs its peers.
 *
 * @returns undefined where the figure is not compared; 'no_records' where only the mart could tell it and does not
 */
export async function readUnits(
  store: TableStore,
  kpi: AnalysisKpi,
  window: UnitWindow,
  filters: Filters
): Promise<UnitComparison | 'no_records' | undefined> {
  const [entry, mart] = await Promise.all([store.entry('unit_comparisons'), store.table('unit_comparisons', kpi.id)]);
  if (!entry || !mart) return undefined;
  const settings = entry.settings as unknown as ComparisonSettings & {prior_cases: number};
  const {grain, from, to} = window;
  const isNarrowed = FILTER_DIMENSIONS.some((name) => name !== 'department' && filters[name] !== undefined);
  const common = {
    kpi: kpi.id,
    grain: grain ?? '',
    period_start: `${monthText(from)}-01`,
    period_end: `${monthText(to + 1)}-01`,
    dimension: 'department',
    role: '',
    kind: 'ratio',
    better: kpi.better,
    minimum: kpi.minimum
  };
  /** Expects of each the plain proportion of its peers, whatever their cases were. */
  const plain = (rows: readonly UnitRow[]) => {
    const [count, total] = [sum(rows, 'count'), sum(rows, 'total')];
    const units = rows.map((row) => {
      const reference = total > row.total ? (count - row.count) / (total - row.total) : null;
      const {member} = row;
      return {
        ...common,
        member,
        count: row.count,
        total: row.total,
        reference,
        expected: reference === null ? null : reference * row.total
      };
    });
    return compareUnits(units, settings) as unknown as UnitRow[];
  };
  if (grain !== null && !isNarrowed) {
    const [isDepartment, isGrain] = [holds(mart, 'dimension', 'department'), holds(mart, 'grain', grain)];
    const starts = mart.months('period_start');
    const rows = tableRows(
      mart,
      (row) => starts[row] === from && isDepartment(row) && isGrain(row)
    ) as unknown as UnitRow[];
    if (rows.length > 0) return {settings, adjusted: rows, raw: plain(rows)};
  }
  const [cases, records] = await Promise.all([store.table('cases'), store.table('figure_records', kpi.id)]);
  if (!cases || !records) return 'no_records';
  const months = {from: monthText(from), to: monthText(to)};
  const counted = countedCases(cases, records, {...withoutDepartment(filters), ...months});
  const units = peerUnits(cases, counted, settings.prior_cases).map((unit) => ({...common, ...unit}));
  const adjusted = compareUnits(units, settings) as unknown as UnitRow[];
  return {settings, adjusted, raw: plain(adjusted)};
}

function sum(rows: readonly UnitRow[], name: 'count' | 'total'): number {
  return rows.reduce((total, row) => total + row[name], 0);
}

function withoutDepartment(filters: Filters): Filters {
  return Object.fromEntries(Object.entries(filters).filter(([name]) => name !== 'department'));
}
