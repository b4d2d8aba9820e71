import {explainChanges} from '../../src/methods/explainChanges.ts';
import type {AnalysisKpi} from './context.ts';
import {countedCases, type CountedCases} from './countedCases.ts';
import type {DataTable} from './dataTable.ts';
import {FILTER_DIMENSIONS, type Filters} from './filters.ts';
import {monthText} from '../figures/month.ts';
import {holds, tableRows} from './tableRows.ts';
import type {TableStore} from './tableStore.ts';
import {windowBefore, type UnitWindow} from './unitWindow.ts';

/** What a member contributed to a change, as marts.change_explanations tells it. */
export interface ChangePart {
  member: string;
  count_before: number;
  total_before: number;
  count_after: number;
  total_after: number;
  change: number;
  within: number;
  mix: number;
  is_change_real: boolean;
  is_within_real: boolean;
  is_mix_real: boolean;
}

/**
 * What the change of a figure is made of: by the mart where it has the period, else by the same method over the cases that the filters
 * leave.
 *
 * @returns undefined where there are no parts; 'no_records' where only the mart could tell them and does not
 */
export async function readChange(
  store: TableStore,
  kpi: AnalysisKpi,
  {window, compared, dimension}: {window: UnitWindow; compared: 'before' | 'last_year'; dimension: string},
  filters: Filters
): Promise<readonly ChangePart[] | 'no_records' | undefined> {
  const [entry, mart] = await Promise.all([
    store.entry('change_explanations'),
    store.table('change_explanations', kpi.id)
  ]);
  if (!entry) return undefined;
  const settings = entry.settings as unknown as {confidence: number};
  const isNarrowed = FILTER_DIMENSIONS.some((name) => filters[name] !== undefined);
  if (mart && window.grain !== null && !isNarrowed) {
    const tests = [
      holds(mart, 'grain', window.grain),
      holds(mart, 'compared', compared),
      holds(mart, 'dimension', dimension)
    ];
    const starts = mart.months('period_start');
    const parts = tableRows(mart, (row) => starts[row] === window.from && tests.every((test) => test(row)));
    if (parts.length > 0) return parts as unknown as ChangePart[];
  }
  const [cases, records] = await Promise.all([store.table('cases'), store.table('figure_records', kpi.id)]);
  if (!cases || !records) return 'no_records';
  const earlier = windowBefore(window, compared);
  const count = ({from, to}: UnitWindow) =>
    countMembers(
      cases,
      countedCases(cases, records, {...filters, from: monthText(from), to: monthText(to)}),
      dimension
    );
  const [before, after] = [count(earlier), count(window)];
  const common = {
    kpi: kpi.id,
    grain: window.grain ?? '',
    period_start: `${monthText(window.from)}-01`,
    compared,
    compared_start: `${monthText(earlier.from)}-01`,
    dimension
  };
  const members = [...new Set([...before.keys(), ...after.keys()])].sort();
  const parts = members.map((member) => ({
    ...common,
    member,
    count_before: before.get(member)?.count ?? 0,
    total_before: before.get(member)?.total ?? 0,
    count_after: after.get(member)?.count ?? 0,
    total_after: after.get(member)?.total ?? 0
  }));
  const told = explainChanges(parts, settings);
  return told.length === 0 ? undefined : (told as unknown as ChangePart[]);
}

function countMembers(
  cases: DataTable,
  {rows, numerators}: CountedCases,
  dimension: string
): Map<string, {count: number; total: number}> {
  const {codes, members} = cases.texts(dimension);
  const counts = new Map<string, {count: number; total: number}>();
  for (const row of rows) {
    const member = members[codes[row]!]!;
    let count = counts.get(member);
    if (count === undefined) counts.set(member, (count = {count: 0, total: 0}));
    count.count += numerators[row]!;
    count.total++;
  }
  return counts;
}
