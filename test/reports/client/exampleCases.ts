import {DataTable} from '../../../reports/client/dataTable.ts';
import {arrowTable, type PublishedType} from '../../../src/publish/arrowTable.ts';

/** A table of what its columns hold, as a page has it: texts, or numbers where a type is named. */
export function exampleTable(
  columns: Readonly<Record<string, readonly unknown[]>>,
  types: Readonly<Record<string, PublishedType>> = {}
): DataTable {
  const bytes = arrowTable(
    Object.entries(columns).map(([name, values]) => {
      const as = types[name] ?? 'text';
      return {name, type: as, as, values};
    })
  );
  return DataTable.decode(bytes.slice().buffer);
}

/** All rows of a table. */
export function allRows(table: DataTable): Int32Array {
  return Int32Array.from({length: table.rows}, (_, row) => row);
}
