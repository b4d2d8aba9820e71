import {benjaminiHochberg} from '../../src/statistics/benjaminiHochberg.ts';
import {proportionDifference} from '../../src/statistics/proportionDifference.ts';
import {placesOf, type CountedCases} from './countedCases.ts';
import type {DataTable} from './dataTable.ts';
import type {Filters} from './filters.ts';
import {selectRows} from './selectRows.ts';

/** A complaint with those that came again after it, as rows of the table of chains. */
export interface Chain {
  /** The number of its first complaint. */
  readonly number: string;
  /** All its complaints in their order, the first one too. */
  readonly rows: readonly number[];
  /** Those that came again and that the filters let through. */
  readonly counted: readonly number[];
}

/** The chains in which a complaint came again that the filters let through, the latest first. */
export function chainsUnder(table: DataTable, filters: Filters): Chain[] {
  const position = table.numbers('position');
  const received = table.numbers('received_at');
  const {codes, members} = table.texts('chain');
  const rows = new Map<number, number[]>();
  const counted = new Map<number, number[]>();
  for (let row = 0; row < table.rows; row++) push(rows, codes[row]!, row);
  for (const row of selectRows(table, 'received_at', filters)) {
    if (position[row]! > 1) push(counted, codes[row]!, row);
  }
  return [...counted]
    .map(([code, repeats]) => ({
      number: members[code]!,
      rows: rows.get(code)!.toSorted((a, b) => position[a]! - position[b]!),
      counted: repeats
    }))
    .sort((a, b) => received[b.rows.at(-1)!]! - received[a.rows.at(-1)!]! || (a.number < b.number ? -1 : 1));
}

/** How many complaints came again after how many days; those of a case that was still open are counted apart. */
export interface DaysBin {
  /** From this day on, up to the next bin's. */
  readonly from: number;
  readonly until: number;
  readonly solved: number;
  readonly open: number;
}

/** Counts days in bins of the same width from 0 to the end of the window, at most `most` of them. */
export function binDays(repeats: readonly {days: number; wasOpen: boolean}[], window: number, most: number): DaysBin[] {
  const width = Math.max(1, Math.ceil(window / most));
  const bins = Array.from({length: Math.ceil(window / width)}, (_, place) => ({
    from: place * width,
    until: Math.min(window, (place + 1) * width),
    solved: 0,
    open: 0
  }));
  for (const {days, wasOpen} of repeats) {
    const bin = bins[Math.min(bins.length - 1, Math.floor(days / width))]!;
    bin[wasOpen ? 'open' : 'solved']++;
  }
  return bins;
}

/** What is found of the share of some cases when it is held against that of all others. */
export interface CaseShare {
  /** Over all that are compared; undefined where there is nothing to compare with. */
  readonly q: number | undefined;
  readonly isHigher: boolean;
}

/**
 * What share of the cases of each group has a property, each held against all other cases, all comparisons judged together.
 *
 * @param groups how many have it, of how many
 */
export function compareShares(groups: readonly {count: number; total: number}[]): CaseShare[] {
  const count = sum(groups.map((group) => group.count));
  const total = sum(groups.map((group) => group.total));
  const found = groups.map((group) =>
    proportionDifference({counts: [count - group.count, group.count], totals: [total - group.total, group.total]})
  );
  const q = benjaminiHochberg(found.flatMap((each) => (each === undefined ? [] : [each.p])));
  let place = 0;
  return groups.map((_, index) => {
    const difference = found[index];
    return {
      q: difference === undefined ? undefined : q[place++],
      isHigher: (difference?.difference ?? 0) > 0
    };
  });
}

/** The cases of a figure by the members of a dimension: how many it counts, and how many of them in its numerator. */
export function countByMember(
  cases: DataTable,
  {rows, numerators}: CountedCases,
  dimension: string
): {member: string; count: number; total: number}[] {
  const {codes, members} = cases.texts(dimension);
  const counts = members.map((member) => ({member, count: 0, total: 0}));
  for (const row of rows) {
    const found = counts[codes[row]!]!;
    found.total++;
    found.count += numerators[row]!;
  }
  return counts.filter(({total}) => total > 0).sort((a, b) => b.count - a.count || b.total - a.total);
}

/** Some cases, and how many of them came again after their solution. */
export interface AgainCount {
  count: number;
  total: number;
}

/** How often cases came again after their first solution, by what that was. */
export interface FirstSolutions {
  /** By outcome, an empty one for none given, those with the most cases first. */
  readonly outcomes: readonly (AgainCount & {member: string})[];
  readonly paid: AgainCount;
  readonly unpaid: AgainCount;
  readonly total: AgainCount;
}

/**
 * Counts how often cases came again after their solution; what came while a case was still open is not counted.
 *
 * @param rows those to look at
 * @param until only cases received up to this time, in milliseconds, have had the whole window to come again
 */
export function firstSolutions(cases: DataTable, chains: DataTable, rows: Int32Array, until: number): FirstSolutions {
  const again = cameAgain(cases, chains);
  const received = cases.numbers('received_at');
  const payments = cases.numbers('compensation_amount');
  const {codes, members} = cases.texts('outcome');
  const none = (): AgainCount => ({count: 0, total: 0});
  const [total, paid, unpaid, unsaid] = [none(), none(), none(), none()];
  const outcomes = members.map(none);
  for (const row of rows) {
    if (received[row]! > until) continue;
    const payment = payments[row]!;
    const found = [total, outcomes[codes[row]!] ?? unsaid];
    if (!Number.isNaN(payment)) found.push(payment > 0 ? paid : unpaid);
    for (const one of found) {
      one.total++;
      one.count += again[row]!;
    }
  }
  const listed = [...outcomes.map((one, code) => ({...one, member: members[code]!})), {...unsaid, member: ''}];
  return {
    outcomes: listed.filter((one) => one.total > 0).sort((a, b) => b.total - a.total),
    paid,
    unpaid,
    total
  };
}

const againByTable = new WeakMap<DataTable, Uint8Array>();

/** By row of the table of cases, 1 where the customer came again within the window after the solution. */
function cameAgain(cases: DataTable, chains: DataTable): Uint8Array {
  let found = againByTable.get(cases);
  if (found !== undefined) return found;
  againByTable.set(cases, (found = new Uint8Array(cases.rows)));
  const places = placesOf(cases);
  const position = chains.numbers('position');
  const wasOpen = chains.numbers('was_open');
  let before: number | undefined;
  for (let row = 0; row < chains.rows; row++) {
    if (position[row]! > 1 && before !== undefined && wasOpen[row] !== 1) found[before] = 1;
    before = places.get(chains.text('complaint_id', row)!);
  }
  return found;
}

function push(lists: Map<number, number[]>, code: number, row: number): void {
  const list = lists.get(code);
  if (list) list.push(row);
  else lists.set(code, [row]);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
