import {CFB, utils, write, type BookType, type CellObject, type WorkSheet} from '@e965/xlsx';

/** What a cell is made of: a value, or all that the library takes. */
export type Made = string | number | boolean | null | CellObject;

export interface MadeSheet {
  readonly name?: string;
  readonly rows: readonly (readonly Made[])[];
  /** Such as A1:C1. */
  readonly merged?: readonly string[];
  readonly isHidden?: boolean;
  /** How many rows the sheet says it has. */
  readonly claimedRows?: number;
}

export interface MadeOptions {
  readonly as?: BookType;
  readonly is1904?: boolean;
}

/** A cell with a day, as its number, and the format in which it is shown. */
export function dated(days: number, format = 'yyyy/m/d h:mm'): CellObject {
  return {t: 'n', v: days, z: format};
}

/** A cell with an error, by its number in the file format. */
export function failed(error: number): CellObject {
  return {t: 'e', v: error};
}

export const NOT_AVAILABLE = 0x2a;
export const NO_REFERENCE = 0x17;

/** The bytes of a workbook. */
export function makeWorkbook(
  sheets: MadeSheet | readonly MadeSheet[],
  {as = 'xlsx', is1904 = false}: MadeOptions = {}
): Buffer {
  const book = utils.book_new();
  const made = Array.isArray(sheets) ? (sheets as readonly MadeSheet[]) : [sheets as MadeSheet];
  for (const [i, {name, rows, merged = [], claimedRows}] of made.entries()) {
    const sheet: WorkSheet = {'!merges': merged.map((range) => utils.decode_range(range))};
    rows.forEach((row, r) => {
      row.forEach((value, c) => {
        if (value !== null) sheet[utils.encode_cell({r, c})] = cellOf(value);
      });
    });
    const last = {
      r: Math.max(claimedRows ?? 0, rows.length, 1) - 1,
      c: Math.max(1, ...rows.map((row) => row.length)) - 1
    };
    sheet['!ref'] = utils.encode_range({s: {r: 0, c: 0}, e: last});
    utils.book_append_sheet(book, sheet, name ?? `Sheet${i + 1}`);
  }
  book.Workbook = {
    WBProps: {date1904: is1904},
    Sheets: made.map(({isHidden = false}) => ({Hidden: isHidden ? 1 : 0}))
  };
  return Buffer.from(
    write(book, {bookType: as, type: 'buffer', compression: true, bookSST: as !== 'biff5'}) as Uint8Array
  );
}

function cellOf(value: Exclude<Made, null>): CellObject {
  if (typeof value === 'object') return value;
  if (typeof value === 'number') return {t: 'n', v: value};
  return typeof value === 'boolean' ? {t: 'b', v: value} : {t: 's', v: value};
}

interface Part {
  content: Uint8Array;
  size: number;
}

/** What is used here of the library's containers, which it does not type. */
const containers = CFB as {
  read: (bytes: Buffer, options: {type: 'buffer'}) => object;
  find: (container: object, path: string) => Part;
  write: (container: object, options: {type: 'buffer'; fileType?: 'zip'; compression?: boolean}) => Uint8Array;
  utils: {cfb_new: () => object; cfb_add: (container: object, path: string, content: Buffer) => void};
};

/** Changes the text of one file inside an .xlsx. */
export function editPart(workbook: Buffer, path: string, edit: (text: string) => string): Buffer {
  const archive = containers.read(workbook, {type: 'buffer'});
  const part = containers.find(archive, path);
  part.content = Buffer.from(edit(Buffer.from(part.content).toString('utf8')));
  part.size = part.content.length;
  return Buffer.from(containers.write(archive, {type: 'buffer', fileType: 'zip', compression: true}));
}

/** A compound file as it is left of an .xlsx that was saved with a password. */
export function lockedWorkbook(): Buffer {
  const file = containers.utils.cfb_new();
  containers.utils.cfb_add(file, '/EncryptionInfo', Buffer.from([4, 0, 4, 0, 0x40, 0, 0, 0]));
  containers.utils.cfb_add(file, '/EncryptedPackage', Buffer.alloc(4096, 7));
  return Buffer.from(containers.write(file, {type: 'buffer'}));
}
