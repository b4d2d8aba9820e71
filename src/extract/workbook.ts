import {read, set_cptable, type WorkBook} from '@e965/xlsx';
import * as codePages from '@e965/xlsx/dist/cpexcel.full.mjs';
import {ProblemsError} from '../config/problems.ts';
import {encodingOfMark} from './inputFile.ts';
import {readCell, type SheetCell} from './workbookCell.ts';

set_cptable(codePages);

/** A row of a sheet: its cells by column, from 0. */
export type SheetCells = ReadonlyMap<number, SheetCell>;

/** Rows and columns that are merged into one cell, from 0, the last ones included. */
export interface MergedCells {
  readonly row: number;
  readonly column: number;
  readonly lastRow: number;
  readonly lastColumn: number;
}

/** A sheet of a workbook. */
export interface Sheet {
  readonly name: string;
  readonly isVisible: boolean;
  /** The rows that hold anything, by their position from 0, in order. */
  readonly rows: ReadonlyMap<number, SheetCells>;
  readonly merged: readonly MergedCells[];
}

/**
 * The sheets of a workbook: .xlsx, .xlsm, .xls of any age, and the tables of HTML or XML that some systems call .xls.
 * `place` names the file in errors. Throws a ProblemsError for a file that has a password, is broken, or is no workbook.
 */
export function readWorkbook(bytes: Buffer, place: string): Sheet[] {
  const book = openWorkbook(bytes, place);
  const is1904 = book.Workbook?.WBProps?.date1904 === true;
  return book.SheetNames.map((name, i) => {
    const sheet = book.Sheets[name];
    if (!sheet) throw broken(place);
    const rows = new Map<number, SheetCells>();
    (sheet['!data'] ?? []).forEach((row, r) => {
      const cells = new Map<number, SheetCell>();
      // A row can be missing or hold holes, whatever its type says.
      (row as typeof row | null)?.forEach((cell, c) => {
        const read = (cell as typeof cell | null) && readCell(cell, {row: r, column: c}, is1904);
        if (read) cells.set(c, read);
      });
      if (cells.size > 0) rows.set(r, cells);
    });
    return {
      name,
      isVisible: (book.Workbook?.Sheets?.[i]?.Hidden ?? 0) === 0,
      rows,
      merged: (sheet['!merges'] ?? []).map(({s, e}) => ({row: s.r, column: s.c, lastRow: e.r, lastColumn: e.c}))
    };
  });
}

function openWorkbook(bytes: Buffer, place: string): WorkBook {
  const options = {dense: true, cellNF: true, cellHTML: false, cellFormula: false, raw: true} as const;
  if (isBinary(bytes)) {
    try {
      return read(bytes, {...options, type: 'buffer'});
    } catch (error) {
      if (error instanceof Error && /password|encrypt/i.test(error.message))
        throw new ProblemsError([`${place}: the workbook has a password; save it without one`]);
      throw broken(place);
    }
  }
  const text = decode(bytes);
  if (!/^\s*</.test(text)) {
    throw new ProblemsError([
      `${place}: expected a workbook, got plain text; let its name end in .csv, or set format: csv in its source`
    ]);
  }
  try {
    return read(text, {...options, type: 'string'});
  } catch {
    throw broken(place);
  }
}

function broken(place: string): ProblemsError {
  return new ProblemsError([
    `${place}: expected a workbook, got a file that is broken or something else; open it in a spreadsheet program and save it as .xlsx`
  ]);
}

/** Whether bytes are those of a ZIP archive (.xlsx), a compound file (.xls) or a bare stream of records (.xls before 1995). */
function isBinary(bytes: Buffer): boolean {
  return ['504b', 'd0cf11e0', '0900', '0902', '0904'].some((head) => bytes.toString('hex', 0, 4).startsWith(head));
}

/** The text of a page or XML file by its mark, by what it says of itself, or by what fits. */
function decode(bytes: Buffer): string {
  const told = /(?:charset|encoding)\s*=\s*["']?([\w-]+)/i.exec(bytes.toString('latin1', 0, 2048))?.[1];
  const encodings = [encodingOfMark(bytes), told, 'utf-8', 'gb18030'];
  for (const encoding of encodings.filter((one) => one !== undefined)) {
    try {
      return new TextDecoder(encoding, {fatal: true}).decode(bytes);
    } catch {
      continue;
    }
  }
  return bytes.toString('latin1');
}
