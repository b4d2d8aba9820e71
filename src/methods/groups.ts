/** Rows by what they have in common in some columns, in the order in which each group first comes. */
export function groupsOf<Row extends object>(rows: readonly Row[], columns: readonly (keyof Row)[]): Row[][] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = JSON.stringify(columns.map((column) => row[column]));
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups.values()];
}
