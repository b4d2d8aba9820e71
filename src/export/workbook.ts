import {Workbook, encodeCol, type Style, type Worksheet} from '@cj-tech-master/excelts';
import {textWidth} from '../textWidth.ts';

/** What a cell holds. A text stays a text, whatever it begins with. The UTC parts of a date are the local time that is shown. */
export type CellValue = string | number | Date | null;

/** A value with its number format, as spreadsheets write it: 0.0%. */
export interface FormattedCell {
  readonly value: CellValue;
  readonly format: string;
}

/** A number that the spreadsheet computes from other cells of the sheet. */
export interface FormulaCell {
  /** The formula without its equals sign, in the row with this number: `B5/C5`. Columns are named by columnName. */
  readonly formula: (row: number) => string;
  /** What it comes to, for readers that compute nothing. */
  readonly value: number;
  readonly format: string;
}

export type Cell = CellValue | FormattedCell | FormulaCell;

export interface Column {
  readonly head: string;
  /** The number format of its cells, where they have none of their own. */
  readonly format?: string;
  /** How many letters wide it may become before its texts are broken; a Chinese character counts as two. */
  readonly widest?: number;
}

/** A line of text above a table. */
export interface Line {
  readonly text: string;
  readonly style: 'title' | 'heading' | 'text' | 'note';
}

/** One table with what is said above it. */
export interface Sheet {
  /** At most 31 characters, none of them one of : \ / ? * [ ] */
  readonly name: string;
  readonly lines: readonly Line[];
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** The last row adds the others up. */
  readonly hasTotal?: boolean;
  /** Its head stays in sight, and its rows can be filtered. */
  readonly isList: boolean;
  /** What stands in the place of rows where there are none. */
  readonly empty: string;
}

export interface Book {
  readonly title: string;
  readonly author: string;
  /** The time that it bears, as a date of a cell. The same contents under the same date give the same bytes. */
  readonly date: Date;
  readonly font: string;
  readonly sheets: readonly Sheet[];
}

/** What is longer makes a spreadsheet call the file damaged. */
const LONGEST_TEXT = 32_767;
const NARROWEST = 9;
const WIDEST = 44;
/** The filter's button hides the end of a head. */
const BUTTON = 3;
/** How many letters fit a sheet of A4 upright at a size that can be read. */
const UPRIGHT = 100;
const LINE_HEIGHT = 16;
const TEXT_FORMAT = '@';

const INK = {argb: 'FF1B1F23'};
const MUTED = {argb: 'FF5C636A'};
const ACCENT = {argb: 'FF1F5A96'};
const RULE = {argb: 'FFDEDBD4'};
const RAISED = {argb: 'FFF7F6F3'};

const LINES = {
  title: {size: 16, bold: true, color: INK},
  heading: {size: 12, bold: true, color: ACCENT},
  text: {size: 10.5, bold: false, color: INK},
  note: {size: 9.5, bold: false, color: MUTED}
} as const;

/** Writes a workbook of sheets that can be read, filtered and printed as they are: an xlsx file. */
export async function writeWorkbook({title, author, date, font, sheets}: Book): Promise<Buffer> {
  const book = new Workbook();
  Object.assign(book, {title, creator: author, lastModifiedBy: author, created: date, modified: date});
  const styles = new Styles(font);
  for (const sheet of sheets) addSheet(book, sheet, styles);
  return Buffer.from(await book.xlsx.writeBuffer({zip: {modTime: fileTime(date), timestamps: 'dos'}}));
}

/** The files in a workbook bear the time that the machine's own clock would show; noon is there on every day. */
function fileTime(date: Date): Date {
  return new Date(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate(), 12);
}

function addSheet(book: Workbook, sheet: Sheet, styles: Styles): void {
  const {name, lines, columns, rows, isList} = sheet;
  const head = lines.length + 1;
  const widths = columns.map((column, place) => columnWidth(sheet, column, place));
  const whole = widths.reduce((sum, width) => sum + width, 0);
  const worksheet = book.addWorksheet(name, {
    views: [{state: 'frozen', xSplit: isList ? 1 : 0, ySplit: isList ? head : 1, showGridLines: false}],
    pageSetup: {
      paperSize: 9,
      orientation: whole > UPRIGHT ? 'landscape' : 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      margins: {left: 0.6, right: 0.6, top: 0.6, bottom: 0.7, header: 0.3, footer: 0.3},
      printTitlesRow: `${head}:${head}`
    },
    headerFooter: {oddFooter: `&L${footerText(lines[0]?.text ?? name)}&R&P / &N`}
  });
  widths.forEach((width, place) => {
    worksheet.getColumn(place + 1).width = width;
  });
  lines.forEach((line, place) => {
    addLine(worksheet, place + 1, line, {styles, columns: columns.length, width: whole});
  });
  addHead(worksheet, head, columns, widths, styles);
  rows.forEach((row, place) => {
    addRow(worksheet, head + 1 + place, row, {
      columns,
      styles,
      isTotal: sheet.hasTotal === true && place === rows.length - 1
    });
  });
  if (rows.length === 0) {
    addLine(worksheet, head + 1, {text: sheet.empty, style: 'note'}, {styles, columns: columns.length, width: whole});
  }
  if (isList && rows.length > 0) {
    const last = head + rows.length - (sheet.hasTotal === true ? 1 : 0);
    worksheet.autoFilter = {from: {row: head, column: 1}, to: {row: last, column: columns.length}};
  }
}

function addLine(
  worksheet: Worksheet,
  row: number,
  {text, style}: Line,
  {styles, columns, width}: {styles: Styles; columns: number; width: number}
): void {
  const cell = worksheet.getCell(row, 1);
  cell.value = text.slice(0, LONGEST_TEXT);
  cell.style = styles.line(style);
  if (columns > 1) worksheet.mergeCells(row, 1, row, columns);
  const {size} = LINES[style];
  // A merged cell does not make its row higher by itself.
  const broken = Math.max(1, Math.ceil((textWidth(text) * (size / 10)) / width));
  worksheet.getRow(row).height = broken * size * 1.55 + (style === 'heading' ? 8 : 2);
}

function addHead(
  worksheet: Worksheet,
  row: number,
  columns: readonly Column[],
  widths: readonly number[],
  styles: Styles
): void {
  let most = 1;
  columns.forEach(({head, format}, place) => {
    const cell = worksheet.getCell(row, place + 1);
    cell.value = head;
    cell.style = styles.head(format !== undefined);
    most = Math.max(most, Math.ceil((textWidth(head) + BUTTON) / widths[place]!));
  });
  worksheet.getRow(row).height = most * LINE_HEIGHT + 4;
}

function addRow(
  worksheet: Worksheet,
  row: number,
  cells: readonly Cell[],
  {columns, styles, isTotal}: {columns: readonly Column[]; styles: Styles; isTotal: boolean}
): void {
  columns.forEach(({format}, place) => {
    const filled = cells[place] ?? null;
    const {value, format: own = format} = formatted(filled);
    const cell = worksheet.getCell(row, place + 1);
    if (isFormula(filled)) cell.value = {formula: filled.formula(row), result: filled.value};
    else cell.value = typeof value === 'string' ? value.slice(0, LONGEST_TEXT) : value;
    cell.style = styles.cell(value, own, isTotal);
  });
}

/** The styles of a workbook, each made once: so it is written once, and a hundred thousand cells are quickly written. */
class Styles {
  readonly #made = new Map<string, Partial<Style>>();

  constructor(readonly font: string) {}

  line(line: Line['style']): Partial<Style> {
    const {size, bold, color} = LINES[line];
    return this.#once(`line ${line}`, () => ({
      font: {name: this.font, size, bold, color},
      alignment: {vertical: 'top', wrapText: true}
    }));
  }

  head(isNumber: boolean): Partial<Style> {
    return this.#once(`head ${isNumber}`, () => ({
      font: {name: this.font, size: 10, bold: true, color: INK},
      fill: {type: 'pattern', pattern: 'solid', fgColor: RAISED},
      border: {top: {style: 'thin', color: RULE}, bottom: {style: 'medium', color: ACCENT}},
      alignment: {vertical: 'middle', wrapText: true, horizontal: isNumber ? 'right' : 'left'}
    }));
  }

  cell(value: CellValue, format: string | undefined, isTotal: boolean): Partial<Style> {
    const isText = typeof value === 'string';
    const isWord = isText && format !== undefined;
    // A text that begins like a formula stays a text when somebody opens its cell and leaves it again.
    const shown = isText ? (/^[=+\-@\t\r\n]/.test(value) ? TEXT_FORMAT : undefined) : format;
    return this.#once(`cell ${isText} ${isWord} ${isTotal} ${shown ?? ''}`, () => ({
      font: {name: this.font, size: 10, bold: isTotal, color: isWord ? MUTED : INK},
      border: {...(isTotal && {top: {style: 'thin', color: ACCENT}}), bottom: {style: 'hair', color: RULE}},
      alignment: {
        vertical: 'top',
        wrapText: isText,
        ...((isWord || (!isText && format !== undefined)) && {horizontal: 'right' as const})
      },
      ...(shown !== undefined && {numFmt: shown})
    }));
  }

  #once(name: string, make: () => Partial<Style>): Partial<Style> {
    const found = this.#made.get(name);
    if (found !== undefined) return found;
    const made = make();
    this.#made.set(name, made);
    return made;
  }
}

function columnWidth({rows, isList}: Sheet, {head, format, widest = WIDEST}: Column, place: number): number {
  const button = isList ? BUTTON : 1;
  let width = Math.max(NARROWEST, Math.min(textWidth(head) + button, Math.ceil(textWidth(head) / 2) + button + 2));
  for (const row of rows) {
    const {value, format: own = format} = formatted(row[place] ?? null);
    width = Math.max(width, shownWidth(value, own) + 2);
    if (width >= widest) return widest;
  }
  return width;
}

/** About how many letters wide a value is shown. */
function shownWidth(value: CellValue, format = ''): number {
  if (typeof value === 'string') return Math.max(...value.split('\n').map(textWidth));
  if (typeof value === 'number') {
    const digits = String(Math.round(value)).length;
    return digits + Math.floor(digits / 3) + (/\.0+/.exec(format)?.[0].length ?? 0);
  }
  return value === null ? 0 : format.length;
}

function formatted(cell: Cell): {value: CellValue; format?: string} {
  return cell !== null && typeof cell === 'object' && 'value' in cell ? cell : {value: cell};
}

function isFormula(cell: Cell): cell is FormulaCell {
  return cell !== null && typeof cell === 'object' && 'formula' in cell;
}

/** The letters of a column, the first being 0: A, Z, AA. */
export function columnName(place: number): string {
  return encodeCol(place);
}

/** In a footer, & begins a command. */
function footerText(text: string): string {
  return text.replaceAll('&', '&&');
}
