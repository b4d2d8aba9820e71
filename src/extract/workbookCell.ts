import {SSF, utils, type CellObject} from '@e965/xlsx';

/** What a cell of a sheet holds, as text. */
export interface SheetCell {
  readonly kind: 'text' | 'number' | 'date' | 'flag' | 'error';
  /** Of an error its sign, such as #N/A. */
  readonly text: string;
  /** Of an error the name of its cell, such as D7. */
  readonly at?: string;
}

/** Where a cell stands, both from 0. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** Errors by their numbers in the file formats ([MS-XLS] 2.5.10, BErr). */
const ERRORS: Readonly<Record<number, string>> = {
  0x00: '#NULL!',
  0x07: '#DIV/0!',
  0x0f: '#VALUE!',
  0x17: '#REF!',
  0x1d: '#NAME?',
  0x24: '#NUM!',
  0x2a: '#N/A',
  0x2b: '#GETTING_DATA'
};

const {is_date: isDateFormat} = SSF as {is_date: (format: string) => boolean};

const DAY_SECONDS = 86_400;
/** Days count from here in the date system of 1900, whose day 60 never was; from its day 61 on the sum is right. */
const EPOCH_1900 = Date.UTC(1899, 11, 30);
const DAYS_TO_1904 = 1462;
/** The day after 9999-12-31. */
const LAST_DAY = 2_958_466;

/**
 * The text of a cell: dates as `YYYY-MM-DD HH:MM:SS` to the nearest second, times of day as `HH:MM:SS`, numbers without an
 * exponent in the 15 digits that spreadsheets keep, line ends as a line feed. Undefined where there is nothing.
 */
export function readCell(cell: CellObject, place: CellPlace, is1904: boolean): SheetCell | undefined {
  const {t: type, v: value} = cell;
  if (type === 'e') {
    const text = ERRORS[Number(value)] ?? '#ERROR!';
    return {kind: 'error', text, at: utils.encode_cell({r: place.row, c: place.column})};
  }
  if (typeof value === 'boolean') return {kind: 'flag', text: value ? 'TRUE' : 'FALSE'};
  if (typeof value === 'number') {
    const date = isDate(cell) ? dateText(value, is1904) : undefined;
    return date === undefined ? {kind: 'number', text: plainNumber(value)} : {kind: 'date', text: date};
  }
  return typeof value === 'string' && value !== ''
    ? {kind: 'text', text: value.toWellFormed().replace(/\r\n?/g, '\n')}
    : undefined;
}

/** The library knows no format for the built-in dates of East Asia, but what it shows for them is one of two forms. */
function isDate({z: format, w: shown}: CellObject): boolean {
  if (format !== undefined) return isDateFormat(String(format));
  return shown !== undefined && /^(?:\d{1,2}\/\d{1,2}\/\d{2}|\d{1,2}:\d{2}(?::\d{2})?)$/.test(shown);
}

/** The day and time that a number of days stands for; undefined where that is no date. */
function dateText(days: number, is1904: boolean): string | undefined {
  if (days < 0 || days >= LAST_DAY) return undefined;
  const seconds = Math.round(days * DAY_SECONDS);
  const since1900 = seconds + (is1904 ? DAYS_TO_1904 * DAY_SECONDS : 0);
  const [day, time] = new Date(EPOCH_1900 + since1900 * 1000).toISOString().slice(0, 19).split('T');
  return seconds < DAY_SECONDS ? time : `${day} ${time}`;
}

/** A number as people write it: 13800138000, 0.3, 0.00000012. */
export function plainNumber(value: number): string {
  const short = String(Number(value.toPrecision(15)) + 0);
  const [, sign, whole, fraction = '', exponent] = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/.exec(short) ?? [];
  if (exponent === undefined) return short;
  const digits = `${whole}${fraction}`;
  const point = 1 + Number(exponent);
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  return `${sign}${digits.padEnd(point, '0')}`;
}
