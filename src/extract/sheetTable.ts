import {ProblemsError} from '../config/problems.ts';
import {suggestion} from '../config/nearest.ts';
import {cleanText} from '../contract/cleanText.ts';
import {isData} from './checkColumns.ts';
import {columnNames} from './csvHeader.ts';
import type {MergedCells, Sheet, SheetCells} from './workbook.ts';
import type {SheetCell} from './workbookCell.ts';

/** How many rows at the head of a sheet are searched for the names of the columns. */
export const HEADER_SEARCH_ROWS = 30;

/** A sheet as a table. */
export interface SheetTable {
  readonly sheet: string;
  /** The row with the names of the columns, from 1; the lowest one where they take several rows. */
  readonly headerRow: number;
  /** Names without the blanks around them, as those of a CSV file: see CsvHeader.columns. */
  readonly columns: readonly string[];
  /** The rows below that hold anything of their own, in order. */
  rows(): Iterable<SheetRow>;
  /** The texts above the names of the columns, such as the title of the sheet. */
  readonly above: readonly string[];
}

/** A row of a table, with its number in the sheet, from 1. */
export interface SheetRow {
  readonly number: number;
  /** In the order of the columns. A cell that is merged over several rows stands in each of them. */
  readonly cells: readonly (SheetCell | undefined)[];
}

export interface SheetChoice {
  /** By name, or by number from 1; the first visible sheet with rows where nothing is said. */
  readonly sheet?: string | number;
  /** From 1. */
  readonly headerRow?: number;
}

/**
 * The sheet of a workbook that is chosen. `place` names the file in errors. Throws a ProblemsError when there is no such
 * sheet, or nothing in it.
 */
export function chooseSheet(sheets: readonly Sheet[], {sheet: chosen}: SheetChoice, place: string): Sheet {
  const names = sheets.map(({name}) => name);
  if (typeof chosen === 'string') {
    const found = sheets.find(({name}) => name.trim() === chosen.trim());
    if (!found) throw new ProblemsError([`${place}: there is no sheet "${chosen}"${suggestion(chosen, names)}`]);
    return found;
  }
  if (chosen !== undefined) {
    const found = sheets[chosen - 1];
    if (!found)
      throw new ProblemsError([`${place}: expected a sheet ${chosen}, got ${names.length}: ${names.join(', ')}`]);
    return found;
  }
  const found = sheets.find(({isVisible, rows}) => isVisible && rows.size > 0);
  if (!found)
    throw new ProblemsError([`${place}: the workbook is empty; expected a row with the names of the columns`]);
  return found;
}

/**
 * Reads a sheet as a table. The names of the columns stand in `headerRow`, or in the row that holds most of the `names`
 * that are looked for. Throws a ProblemsError that lists what was found when no row holds any of them.
 */
export function readSheetTable(
  sheet: Sheet,
  {headerRow}: SheetChoice,
  names: readonly string[],
  place: string
): SheetTable {
  const filled = fillMerged(sheet);
  const header = headerRow === undefined ? findHeader(filled, names, sheet.name, place) : filled.header(headerRow - 1);
  const columns = [...header.names.keys()];
  const rest = [...sheet.rows].filter(([row]) => row > header.lastRow);
  for (const [, cells] of rest) for (const column of cells.keys()) if (!header.names.has(column)) columns.push(column);
  const there = [...new Set(columns)].sort((a, b) => a - b);
  if (there.length === 0)
    throw new ProblemsError([
      `${place}, row ${headerRow} of the sheet ${sheet.name}: expected the names of the columns, got nothing`
    ]);
  const all = columnNames(Array.from({length: there.at(-1)! + 1}, (_, column) => header.names.get(column) ?? ''));
  return {
    sheet: sheet.name,
    headerRow: header.lastRow + 1,
    columns: there.map((column) => all[column]!),
    *rows() {
      for (const {row, cells} of filled.rowsAfter(header.lastRow))
        yield {number: row + 1, cells: there.map((column) => cells.get(column))};
    },
    above: [...sheet.rows].flatMap(([row, cells]) =>
      row < header.firstRow ? [...cells.values()].map(({text}) => text) : []
    )
  };
}

interface Header {
  readonly firstRow: number;
  readonly lastRow: number;
  /** By column: of several rows the lowest name. */
  readonly names: ReadonlyMap<number, string>;
}

function findHeader(filled: Filled, names: readonly string[], sheet: string, place: string): Header {
  const wanted = new Set(names);
  const candidates = [...filled.sheet.rows.keys()].slice(0, HEADER_SEARCH_ROWS).map((row) => {
    const header = filled.header(row);
    return {header, count: columnNames([...header.names.values()]).filter((name) => wanted.has(name)).length};
  });
  const best = candidates.reduce<(typeof candidates)[number] | undefined>(
    (most, candidate) => (candidate.count > (most?.count ?? 0) ? candidate : most),
    undefined
  );
  if (best) return best.header;
  const likely = candidates.find(({header}) => looksLikeNames(filled.sheet.rows.get(header.firstRow)));
  const found = likely ? `, got ${[...likely.header.names.values()].join(', ')}` : '; no row looks like such names';
  throw new ProblemsError([
    `${place}: expected one of the columns that are read, such as ${names.slice(0, 5).join(', ')}, in the first rows of the sheet ${sheet}${found}; set sheet, header_row, or the columns of the fields`
  ]);
}

/** Whether the cells of a row may be shown as names of columns: texts alone, and none of them a value. */
function looksLikeNames(cells: SheetCells | undefined): boolean {
  const all = [...(cells?.values() ?? [])];
  return all.length > 1 && all.every(({kind, text}) => kind === 'text' && !isData(text));
}

interface Filled {
  readonly sheet: Sheet;
  header(row: number): Header;
  /** The rows below one with the cells of their own and those that reach into them from above. */
  rowsAfter(last: number): Iterable<{readonly row: number; readonly cells: SheetCells}>;
}

function fillMerged(sheet: Sheet): Filled {
  const tall = sheet.merged.filter(({row, lastRow}) => lastRow > row).sort((a, b) => a.row - b.row);
  return {
    sheet,
    header: (row) => headerAt(row, sheet, tall),
    *rowsAfter(last) {
      let open: MergedCells[] = [];
      let next = 0;
      for (const [row, own] of sheet.rows) {
        for (; next < tall.length && tall[next]!.row < row; next++) open.push(tall[next]!);
        open = open.filter(({lastRow}) => lastRow >= row);
        if (row <= last || ![...own.values()].some(({text}) => cleanText(text, []) !== null)) continue;
        const above = open.flatMap((merged) => {
          const cell = sheet.rows.get(merged.row)?.get(merged.column);
          return cell && merged.row > last ? [[merged.column, cell] as const] : [];
        });
        yield {row, cells: new Map([...above, ...own])};
      }
    }
  };
}

/** The names that begin in a row, with the rows below into which its cells reach, and what reaches into it from above. */
function headerAt(row: number, sheet: Sheet, tall: readonly MergedCells[]): Header {
  const across = tall.filter((merged) => merged.row <= row && merged.lastRow >= row);
  const lastRow = Math.max(row, ...across.map((merged) => merged.lastRow));
  const names = new Map<number, string>();
  for (const {row: top, column} of across) {
    const cell = sheet.rows.get(top)?.get(column);
    if (cell) names.set(column, cell.text);
  }
  for (let r = row; r <= lastRow; r++) {
    for (const [column, {text}] of sheet.rows.get(r) ?? []) if (cleanText(text, []) !== null) names.set(column, text);
  }
  return {firstRow: Math.min(row, ...across.map((merged) => merged.row)), lastRow, names};
}
