import type {DataTable} from './dataTable.ts';
import type {Filters} from './filters.ts';
import {monthOfText} from '../figures/month.ts';
import {selectRows} from './selectRows.ts';

/** The cases that a figure counts, as rows of the table of cases, with what each brings to it. */
export interface CountedCases {
  rows: Int32Array;
  /** By row of the table of cases; NaN where the figure does not count the case. */
  numerators: Float64Array;
  /** In which month it is counted, since year 0; by row of the table of cases. */
  months: Int32Array;
}

const places = new WeakMap<DataTable, ReadonlyMap<string, number>>();
const rowsOfRecords = new WeakMap<DataTable, Int32Array>();

/**
 * Finds the cases behind a figure. Months are those in which the figure counts a case; the other filters are those of the cases.
 *
 * @param records the part of figure_records that belongs to the figure
 */
export function countedCases(cases: DataTable, records: DataTable, {from, to, ...others}: Filters): CountedCases {
  const placed = rowsOf(cases, records);
  const counted = records.months('month');
  const given = records.numbers('numerator');
  const numerators = new Float64Array(cases.rows).fill(Number.NaN);
  const months = new Int32Array(cases.rows).fill(-1);
  const [first, last] = [from ? monthOfText(from) : -Infinity, to ? monthOfText(to) : Infinity];
  for (let record = 0; record < records.rows; record++) {
    const month = counted[record]!;
    if (month < first || month > last) continue;
    const row = placed[record]!;
    if (row < 0) continue;
    numerators[row] = given[record]!;
    months[row] = month;
  }
  const rows = selectRows(cases, 'received_at', others).filter((row) => months[row]! >= 0);
  return {rows, numerators, months};
}

/** For each record the row of its case; -1 where there is none. */
function rowsOf(cases: DataTable, records: DataTable): Int32Array {
  let found = rowsOfRecords.get(records);
  if (found === undefined) {
    const byNumber = placesOf(cases);
    const {codes, members} = records.texts('number');
    found = codes.map((code) => byNumber.get(members[code]!) ?? -1);
    rowsOfRecords.set(records, found);
  }
  return found;
}

/** The row of each case in the table of cases, by its number; made once. */
export function placesOf(cases: DataTable): ReadonlyMap<string, number> {
  let found = places.get(cases);
  if (found === undefined) {
    const {codes, members} = cases.texts('number');
    found = new Map(Array.from(codes, (code, row) => [members[code]!, row]));
    places.set(cases, found);
  }
  return found;
}
