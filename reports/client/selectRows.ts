import type {DataTable} from './dataTable.ts';
import {FILTER_DIMENSIONS, type Filters} from './filters.ts';
import {monthOfText} from '../figures/month.ts';

/**
 * The rows that filters let through, in the order of the table. A dimension that the table has no column of is not filtered by.
 *
 * @param time the column of days or times by which months are told
 */
export function selectRows(table: DataTable, time: string, filters: Filters): Int32Array {
  const months = table.months(time);
  // A row without a time is let through where no month is asked for.
  const from = filters.from === undefined ? (filters.to === undefined ? -1 : 0) : monthOfText(filters.from);
  const to = filters.to === undefined ? Infinity : monthOfText(filters.to);
  const tests = FILTER_DIMENSIONS.filter((name) => filters[name] !== undefined && table.has(name)).map((name) => {
    const {codes, members} = table.texts(name);
    const wanted = members.indexOf(filters[name]!);
    // A code of -1 is no member; a member that does not occur must not be taken for it.
    return {codes, wanted: wanted === -1 ? -2 : wanted};
  });
  const rows = new Int32Array(table.rows);
  let count = 0;
  for (let row = 0; row < rows.length; row++) {
    const month = months[row]!;
    if (month < from || month > to) continue;
    if (tests.every(({codes, wanted}) => codes[row] === wanted)) rows[count++] = row;
  }
  return rows.subarray(0, count);
}
