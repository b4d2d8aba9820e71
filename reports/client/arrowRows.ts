import {arrowTable, type PublishedType} from '../../src/publish/arrowTable.ts';
import type {DataTable} from './dataTable.ts';

const DAY = 86_400_000;

/** Some rows of a table as an Arrow IPC stream, with all columns in their own types. */
export function arrowRows(table: DataTable, rows: Int32Array): Uint8Array {
  return arrowTable(
    table.columns.map((name) => {
      const kind = table.kind(name);
      return {name, type: kind, as: kind satisfies PublishedType, values: valuesOf(table, name, rows)};
    })
  );
}

function valuesOf(table: DataTable, name: string, rows: Int32Array): unknown[] {
  if (table.kind(name) === 'text') {
    const {members, codes} = table.texts(name);
    return Array.from(rows, (row) => members[codes[row]!] ?? null);
  }
  const kind = table.kind(name);
  const numbers = table.numbers(name);
  return Array.from(rows, (row) => {
    const value = numbers[row]!;
    if (Number.isNaN(value)) return null;
    return kind === 'boolean' ? value === 1 : kind === 'day' ? value / DAY : value;
  });
}
