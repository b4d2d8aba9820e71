import type {CauseMonth} from '../../src/methods/trends.ts';
import type {DataTable} from './dataTable.ts';
import {monthText} from '../figures/month.ts';

/** The rows of valid complaints among those of the table of cases. */
export function validRows(cases: DataTable, rows: Int32Array): Int32Array {
  const isValid = cases.numbers('is_valid');
  return rows.filter((row) => isValid[row] === 1);
}

/** How many of the cases each member of a dimension has. */
export function countMembers(cases: DataTable, rows: Int32Array, dimension: string): {member: string; value: number}[] {
  const {codes, members} = cases.texts(dimension);
  const counts = new Float64Array(members.length);
  for (const row of rows) counts[codes[row]!]!++;
  return members.map((member, code) => ({member, value: counts[code]!}));
}

/** The months of a table of exposures, in order, since year 0, with the exposure of each. */
export interface Exposures {
  months: readonly number[];
  exposures: readonly number[];
}

/** Reads the exposure of each month out of monthly_causes. */
export function exposuresOf(monthly: DataTable): Exposures {
  const months = monthly.months('period_start');
  const exposures = monthly.numbers('exposure');
  const found = new Map<number, number>();
  for (let row = 0; row < monthly.rows; row++) found.set(months[row]!, exposures[row]!);
  const sorted = [...found].sort(([a], [b]) => a - b);
  return {months: sorted.map(([month]) => month), exposures: sorted.map(([, exposure]) => exposure)};
}

/** The cases of each member of some dimensions month by month, up to a month, as marts.cause_trends reads them. */
export function causeMonths(
  cases: DataTable,
  rows: Int32Array,
  dimensions: readonly string[],
  {months, exposures}: Exposures,
  last: number
): CauseMonth[] {
  const received = cases.months('received_at');
  const first = months[0]!;
  const length = Math.max(0, Math.min(last, months.at(-1)!) - first + 1);
  return dimensions.flatMap((dimension) => {
    const {codes, members} = cases.texts(dimension);
    const counts = members.map(() => new Float64Array(length));
    const seen = new Set<number>();
    for (const row of rows) {
      const at = received[row]! - first;
      if (at < 0 || at >= length) continue;
      counts[codes[row]!]![at]!++;
      seen.add(codes[row]!);
    }
    return [...seen]
      .sort((a, b) => (members[a]! < members[b]! ? -1 : 1))
      .flatMap((code) =>
        Array.from(counts[code]!, (count, at) => ({
          dimension,
          member: members[code]!,
          period_start: `${monthText(first + at)}-01`,
          count,
          exposure: exposures[at]!
        }))
      );
  });
}
