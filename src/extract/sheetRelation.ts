import {createHash} from 'node:crypto';
import {createWriteStream} from 'node:fs';
import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {Readable} from 'node:stream';
import {pipeline} from 'node:stream/promises';
import {gunzipSync} from 'node:zlib';
import {shortPath} from '../config/yamlFile.ts';
import {columnsOf, partsOf} from '../contract/mapping.ts';
import {literal} from '../warehouse/quote.ts';
import type {InputFile} from './inputFile.ts';
import type {RejectedRow, Relation} from './relation.ts';
import {chooseSheet, readSheetTable, type SheetTable} from './sheetTable.ts';
import type {Source} from './source.ts';
import type {Sheet} from './workbook.ts';

/** No row of a sheet is longer: 16,384 cells of 32,767 characters never come together in practice. */
const LONGEST_ROW_BYTES = 1 << 26;

/** The sheets of a workbook, which may be zipped. Throws a ProblemsError when it can't be read. */
export async function readWorkbookFile(file: Pick<InputFile, 'path' | 'isZipped'>): Promise<Sheet[]> {
  // A large library, which no run but of workbooks needs.
  const {readWorkbook} = await import('./workbook.ts');
  const bytes = await readFile(file.path);
  return readWorkbook(file.isZipped ? gunzipSync(bytes) : bytes, shortPath(file.path));
}

/**
 * Opens the sheet of a workbook that a source reads. It is written as CSV into `scratch`, which lies outside the data and
 * goes with the run; a row keeps the number that it has in the sheet. A row with an error in a cell that is read is rejected.
 * Throws a ProblemsError when the workbook, the sheet or the names of its columns can't be found.
 */
export async function openSheet(file: InputFile, source: Source, scratch: string): Promise<Relation> {
  const place = shortPath(file.path);
  const sheet = chooseSheet(await readWorkbookFile(file), source, place);
  const names = [...new Set([...source.records.flatMap(({mapping}) => columnsOf(mapping)), ...source.keep])];
  const table = readSheetTable(sheet, source, names, place);
  const path = join(scratch, `${createHash('sha256').update(file.path).digest('hex').slice(0, 16)}.sheet.csv`);
  const rejected: RejectedRow[] = [];
  await pipeline(
    Readable.from(csvRows(table, forgivenErrors(source, table.columns), rejected)),
    createWriteStream(path, {mode: 0o600})
  );
  const columns = ['_row', ...table.columns.map((_, i) => `c${i}`)];
  const types = columns.map((column, i) => `${column}: '${i === 0 ? 'BIGINT' : 'VARCHAR'}'`);
  const options = `columns = {${types.join(', ')}}, delim = ',', quote = '"', escape = '"', header = false, auto_detect = false,
    max_line_size = ${LONGEST_ROW_BYTES}, parallel = false`;
  return {
    files: [file],
    columns: table.columns,
    hasRow: true,
    sql: `select 0 as _file, * from read_csv(${literal(path)}, ${options})`,
    takeRejected: () => Promise.resolve(rejected)
  };
}

function* csvRows(
  table: SheetTable,
  forgiven: readonly (readonly string[] | undefined)[],
  rejected: RejectedRow[]
): Generator<string> {
  for (const {number, cells} of table.rows()) {
    const errors = cells.filter((cell, i) => cell?.kind === 'error' && forgiven[i]?.includes(cell.text) === false);
    if (errors.length > 0) {
      const reason = errors.map((cell) => `cell ${cell!.at} holds the error ${cell!.text}`).join('; ');
      rejected.push({file: 0, row: number, reason, isEncoding: false});
      continue;
    }
    yield `${[number, ...cells.map((cell) => (cell ? `"${cell.text.replaceAll('"', '""')}"` : ''))].join(',')}\n`;
  }
}

/** For each column that a field reads, the errors that stand for nothing in all fields that read it. */
function forgivenErrors(source: Source, columns: readonly string[]): (readonly string[] | undefined)[] {
  const fields = source.records.flatMap(({mapping}) => mapping.fields);
  return columns.map((column) => {
    const readers = fields.filter(({origin}) =>
      partsOf(origin).some((names) => names.find((name) => columns.includes(name)) === column)
    );
    return readers.length === 0
      ? undefined
      : readers[0]!.nulls.filter((word) => readers.every(({nulls}) => nulls.includes(word)));
  });
}
