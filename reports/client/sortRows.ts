import type {DataTable} from './dataTable.ts';

/**
 * Rows in the order of a column; those without a value come last, whichever way. Rows that are alike keep their order.
 *
 * @param titles what the members of a column of texts are called, by which they are ordered
 */
export function sortRows(
  table: DataTable,
  rows: Int32Array,
  {column, isDescending}: {column: string; isDescending: boolean},
  titles: (member: string) => string = (member) => member
): Int32Array {
  const keys = keysOf(table, column, titles);
  const sign = isDescending ? -1 : 1;
  return rows.toSorted((a, b) => {
    const [first, second] = [keys[a]!, keys[b]!];
    if (first === second) return 0;
    if (Number.isNaN(first)) return Number.isNaN(second) ? 0 : 1;
    if (Number.isNaN(second)) return -1;
    return sign * (first - second);
  });
}

/** A number for each row by which it is ordered; texts by the places of their titles. */
function keysOf(table: DataTable, column: string, titles: (member: string) => string): Float64Array {
  if (table.kind(column) !== 'text') return table.numbers(column);
  const {members, codes} = table.texts(column);
  const {compare} = new Intl.Collator('zh-CN', {numeric: true});
  const named = members.map((member, code) => ({code, title: titles(member), isNone: member === ''}));
  const places = new Float64Array(members.length);
  // Many members are numbers of cases: they are compared letter by letter, for a collator takes its time.
  const isMany = members.length > 1000;
  named
    .sort((a, b) => (isMany ? (a.title < b.title ? -1 : a.title > b.title ? 1 : 0) : compare(a.title, b.title)))
    .forEach(({code, isNone}, place) => {
      places[code] = isNone ? Number.NaN : place;
    });
  return Float64Array.from(codes, (code) => (code < 0 ? Number.NaN : places[code]!));
}
