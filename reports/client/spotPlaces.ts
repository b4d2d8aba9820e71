import type {Place} from '../../src/methods/hotSpots.ts';
import type {DataTable} from './dataTable.ts';

/** The kinds of places, as marts.hot_spots tells them: two dimensions together, or one by itself. */
export const PLACES: Readonly<Record<string, readonly [string, string] | readonly [string]>> = {
  weekday_hour: ['weekday', 'hour'],
  product_region: ['product', 'region'],
  product_segment: ['product', 'segment'],
  category_region: ['category', 'region'],
  category_product: ['category', 'product'],
  product: ['product'],
  region: ['region'],
  segment: ['segment']
};

const DAY = 86_400_000;
const HOUR = 3_600_000;

/** What a place is told by: for each row of the cases the code of its member, and the members. */
interface Members {
  code: (row: number) => number;
  members: readonly string[];
}

/** Two dimensions together: one expects what both would bring if they had nothing to do with each other. */
export function crossPlaces(
  cases: DataTable,
  rows: Int32Array,
  kind: string,
  [first, second]: readonly [string, string]
): Place[] {
  const [firsts, seconds] = [membersOf(cases, first), membersOf(cases, second)];
  const width = seconds.members.length;
  const cells = new Float64Array(firsts.members.length * width);
  const [down, across] = [new Float64Array(firsts.members.length), new Float64Array(width)];
  let total = 0;
  for (const row of rows) {
    const [i, j] = [firsts.code(row), seconds.code(row)];
    if (i < 0 || j < 0) continue;
    cells[i * width + j]!++;
    down[i]!++;
    across[j]!++;
    total++;
  }
  const used = (counts: Float64Array) => [...counts.keys()].filter((code) => counts[code]! > 0);
  const columns = used(across);
  return used(down).flatMap((i) =>
    columns.map((j) => ({
      ...nothingBefore(kind),
      first_member: firsts.members[i]!,
      second_member: seconds.members[j]!,
      observed: cells[i * width + j]!,
      expected: (down[i]! * across[j]!) / total
    }))
  );
}

/** One dimension by itself: one expects its share of the cases of the time before. */
export function singlePlaces(
  cases: DataTable,
  {now, before}: {now: Int32Array; before: Int32Array},
  kind: string,
  dimension: string
): Place[] {
  const {code, members} = membersOf(cases, dimension);
  const [counts, earlier] = [new Float64Array(members.length), new Float64Array(members.length)];
  const count = (rows: Int32Array, into: Float64Array) => {
    let total = 0;
    for (const row of rows) {
      const at = code(row);
      if (at < 0) continue;
      into[at]!++;
      total++;
    }
    return total;
  };
  const [total, totalBefore] = [count(now, counts), count(before, earlier)];
  if (total === 0 || totalBefore === 0) return [];
  return members.flatMap((member, at): Place[] =>
    counts[at]! + earlier[at]! === 0
      ? []
      : [
          {
            kind,
            first_member: member,
            second_member: null,
            observed: counts[at]!,
            expected: (earlier[at]! * total) / totalBefore,
            observed_before: earlier[at]!,
            total_before: totalBefore,
            total
          }
        ]
  );
}

function nothingBefore(kind: string) {
  return {kind, observed_before: null, total_before: null, total: null};
}

/** Cases without a member are told by -1. */
function membersOf(cases: DataTable, dimension: string): Members {
  if (dimension === 'weekday' || dimension === 'hour') {
    const received = cases.numbers('received_at');
    // 1970 began on a Thursday; Monday is 1.
    return dimension === 'weekday'
      ? {code: (row) => (Math.floor(received[row]! / DAY) + 3) % 7, members: ['1', '2', '3', '4', '5', '6', '7']}
      : {code: (row) => Math.floor(received[row]! / HOUR) % 24, members: HOURS};
  }
  const {codes, members} = cases.texts(dimension);
  const blank = members.indexOf('');
  return {code: (row) => (codes[row] === blank ? -1 : codes[row]!), members};
}

const HOURS = Array.from({length: 24}, (_, hour) => String(hour).padStart(2, '0'));
