import {textWidth} from '../textWidth.ts';

/** Prints rows as JSON, or as a table with aligned columns. */
export function printRows(rows: readonly Readonly<Record<string, unknown>>[], asJson: boolean): void {
  process.stdout.write(`${asJson ? JSON.stringify(rows, null, 1) : table(rows)}\n`);
}

/** A plain table: Chinese characters count as two columns. */
export function table(rows: readonly Readonly<Record<string, unknown>>[]): string {
  if (rows.length === 0) return '(no rows)';
  const columns = Object.keys(rows[0]!);
  const cells = [columns, ...rows.map((row) => columns.map((column) => shown(row[column])))];
  const widths = columns.map((_, i) => Math.max(...cells.map((line) => textWidth(line[i]!))));
  const isNumber = columns.map((column) =>
    rows.every((row) => row[column] === null || typeof row[column] === 'number')
  );
  const line = (values: readonly string[]) =>
    values
      .map((value, i) => (isNumber[i] ? pad(widths[i]!, value) + value : value + pad(widths[i]!, value)))
      .join('  ')
      .trimEnd();
  return [line(cells[0]!), widths.map((count) => '─'.repeat(count)).join('  '), ...cells.slice(1).map(line)].join('\n');
}

function shown(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return Number.isInteger(value) ? String(value) : value.toFixed(4);
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function pad(to: number, value: string): string {
  return ' '.repeat(Math.max(0, to - textWidth(value)));
}
