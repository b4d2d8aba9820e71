import type {Cell, MethodRow} from '../../src/methods/method.ts';
import type {DataTable} from './dataTable.ts';
import {dayText} from './timeText.ts';

/** Rows of a table as a method makes them: days are text, YYYY-MM-DD, and what is not there is null. */
export function tableRows(table: DataTable, isWanted: (row: number) => boolean): MethodRow[] {
  const readers = table.columns.map((name) => [name, readerOf(table, name)] as const);
  const rows: MethodRow[] = [];
  for (let row = 0; row < table.rows; row++) {
    if (isWanted(row)) rows.push(Object.fromEntries(readers.map(([name, read]) => [name, read(row)])));
  }
  return rows;
}

function readerOf(table: DataTable, name: string): (row: number) => Cell {
  const kind = table.kind(name);
  if (kind === 'text') return (row) => table.text(name, row) ?? null;
  const numbers = table.numbers(name);
  return (row) => {
    const value = numbers[row]!;
    if (Number.isNaN(value)) return null;
    if (kind === 'boolean') return value === 1;
    return kind === 'day' ? dayText(value) : value;
  };
}

/** Whether a column of texts holds a text, asked without comparing texts. */
export function holds(table: DataTable, name: string, text: string): (row: number) => boolean {
  const {codes, members} = table.texts(name);
  const wanted = members.indexOf(text);
  return (row) => wanted >= 0 && codes[row] === wanted;
}
