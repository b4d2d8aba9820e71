/** What begins a formula where a spreadsheet opens the file. */
const FORMULA = /^[=+\-@\t\r]/;

/**
 * Writes rows as CSV that spreadsheets read as UTF-8. A text that would be taken for a formula gets an apostrophe before it.
 *
 * @example csvFile(['a', 'b'], [['=1', -2]]) // '\uFEFFa,b\r\n\'=1,-2\r\n'
 */
export function csvFile(head: readonly string[], rows: Iterable<readonly (string | number | null)[]>): string {
  const lines = [head.map(field).join(',')];
  for (const row of rows) lines.push(row.map(field).join(','));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

function field(value: string | number | null): string {
  if (value === null) return '';
  if (typeof value === 'number') return String(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
