import {basename, resolve} from 'node:path';
import {stat} from 'node:fs/promises';
import {parse} from 'csv-parse/sync';
import {ProblemsError, UsageError, messageOf} from '../config/problems.ts';
import {shortPath} from '../config/yamlFile.ts';
import {cleanText} from '../contract/cleanText.ts';
import {columnNames, guessDelimiter} from '../extract/csvHeader.ts';
import {encodingOfMark, formatOf, readHead, type InputFile} from '../extract/inputFile.ts';
import {readWorkbookFile} from '../extract/sheetRelation.ts';
import {HEADER_SEARCH_ROWS, readSheetTable} from '../extract/sheetTable.ts';
import type {Sheet} from '../extract/workbook.ts';
import {guessDates, type GuessedDates} from './guessDates.ts';
import {headerScore} from './headerScore.ts';
import type {Vocabulary} from './vocabulary.ts';

/** How much of a CSV file is looked at, in bytes, and of any file, in rows. */
const HEAD_BYTES = 1 << 24;
const MOST_ROWS = 20_000;

/** A spreadsheet as a draft sees it. */
export interface DraftTable {
  readonly path: string;
  /** The settings of the source without which the file can't be read. */
  readonly settings: Readonly<Record<string, string | number>>;
  /** Where the columns were found, in words. */
  readonly found: string;
  /** The name of the file, the sheet and what stands above the names of the columns. */
  readonly titles: readonly string[];
  readonly columns: readonly DraftColumn[];
  readonly rows: number;
  /** How many rows hold sums. */
  readonly totals: number;
  /** The year in which the file was changed last. */
  readonly changedIn: number;
}

export interface DraftColumn {
  readonly name: string;
  /** The cleaned texts of the cells that hold something. */
  readonly texts: readonly string[];
  /** Those of the words for nothing that stand in it. */
  readonly nulls: readonly string[];
  /** How its texts are read as dates, where they can be. */
  readonly dates: GuessedDates;
}

/** Reads a workbook or CSV file. Throws a UsageError when there is none, a ProblemsError when it can't be read. */
export async function readDraftTable(path: string, vocabulary: Vocabulary): Promise<DraftTable> {
  const changedIn = await stat(path).then(
    ({mtime}) => mtime.getUTCFullYear(),
    () => {
      throw new UsageError(`${path}: there is no such file`);
    }
  );
  const isZipped = path.endsWith('.gz');
  const format = formatOf(isZipped ? path.slice(0, -3) : path);
  if (format !== 'csv' && format !== 'xlsx')
    throw new UsageError(`${path}: expected a spreadsheet; its name ends in .xlsx, .xlsm, .xls, .csv, .tsv or .txt`);
  const file = {path: resolve(path), name: basename(path), format, isZipped} as const;
  const raw = format === 'xlsx' ? await readSheet(file, vocabulary) : await readCsv(file);
  const isTotal = (row: readonly (string | null)[]) =>
    vocabulary.totals.includes(row.find((text) => text !== null) ?? '');
  const there = raw.rows
    .map((row) => row.map((text) => cleanText(text, [])))
    .filter((row) => row.some((text) => text !== null));
  const rows = there.filter((row) => !isTotal(row));
  return {
    path: file.path,
    settings: raw.settings,
    found: raw.found,
    titles: [file.name, ...raw.titles],
    columns: raw.columns.map((name, i) => {
      const texts = rows.map((row) => row[i] ?? null).filter((text) => text !== null);
      const filled = texts.filter((text) => !vocabulary.nulls.includes(text));
      return {
        name,
        texts: filled,
        dates: guessDates(filled, vocabulary.dates),
        nulls: [...new Set(texts.filter((text) => vocabulary.nulls.includes(text)))]
      };
    }),
    rows: rows.length,
    totals: there.length - rows.length,
    changedIn
  };
}

interface RawTable extends Pick<DraftTable, 'settings' | 'found' | 'titles'> {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

async function readSheet(file: InputFile, vocabulary: Vocabulary): Promise<RawTable> {
  const sheets = await readWorkbookFile(file);
  const place = shortPath(file.path);
  const names = Object.values(vocabulary.headers).flatMap((fields) => Object.values(fields).flat());
  const candidates = sheets
    .filter(({isVisible, rows}) => isVisible && rows.size > 0)
    .map((sheet) => ({sheet, ...likelyHeader(sheet, names)}));
  const [first] = candidates;
  if (!first)
    throw new ProblemsError([`${place}: the workbook is empty; expected a row with the names of the columns`]);
  const best = candidates.reduce((most, one) => (one.score > most.score ? one : most));
  const table = readSheetTable(best.sheet, {headerRow: best.row + 1}, [], place);
  const rows: string[][] = [];
  for (const {cells} of table.rows()) {
    rows.push(cells.map((cell) => cell?.text ?? ''));
    if (rows.length >= MOST_ROWS) break;
  }
  return {
    // The first sheet is read where nothing is said, whatever it is called next month.
    settings: best === first ? {} : {sheet: best.sheet.name},
    found: `the sheet ${table.sheet}, names of the columns in row ${table.headerRow}`,
    titles: [table.sheet, ...table.above],
    columns: table.columns,
    rows
  };
}

/** The row at the head of a sheet that holds most names of columns as they are known, or else most texts. */
function likelyHeader(sheet: Sheet, names: readonly string[]): {row: number; score: number} {
  const scored = [...sheet.rows].slice(0, HEADER_SEARCH_ROWS).map(([row, cells]) => {
    const texts = [...cells.values()].filter(({kind}) => kind === 'text');
    const known = texts.filter(({text}) => text.length <= 40 && headerScore(text, names) >= 0.7).length;
    return {row, score: known + texts.length / 1000};
  });
  return scored.reduce((best, one) => (one.score > best.score ? one : best));
}

async function readCsv(file: InputFile): Promise<RawTable> {
  const head = await readHead(file, HEAD_BYTES);
  const whole = head.length < HEAD_BYTES ? head : head.subarray(0, head.lastIndexOf(0x0a) + 1);
  const encoding = encodingOfMark(whole) ?? (isUtf8(whole) ? 'utf-8' : 'gb18030');
  const text = new TextDecoder(encoding).decode(whole);
  try {
    const rows = parse(text, {
      delimiter: guessDelimiter(text),
      to: MOST_ROWS,
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true
    });
    const [header, ...rest] = rows;
    if (!header) throw new Error('it is empty');
    return {
      settings: encoding === 'gb18030' ? {encoding} : {},
      found: 'names of the columns in the first row',
      titles: [],
      columns: columnNames(header),
      rows: rest
    };
  } catch (error) {
    throw new ProblemsError([`${shortPath(file.path)}: it can't be read as CSV: ${messageOf(error).split('\n')[0]}`]);
  }
}

function isUtf8(bytes: Buffer): boolean {
  try {
    new TextDecoder('utf-8', {fatal: true}).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
