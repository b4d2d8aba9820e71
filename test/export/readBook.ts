import {CFB, read, utils, type CellObject, type WorkBook} from '@e965/xlsx';

/** A workbook as another reader than the one that wrote it finds it. */
export function readBook(xlsx: Buffer): WorkBook {
  return read(xlsx, {cellNF: true, cellFormula: true, cellStyles: true, UTC: true});
}

/** The cells of a row by the heads of their columns. Those that are empty are null. */
export type BookRow = Record<string, string | number | Date | null>;

/** The rows of a sheet below its head. */
export function rowsOf(book: WorkBook, sheet: string): BookRow[] {
  const lines = utils.sheet_to_json<BookRow[string][]>(book.Sheets[sheet]!, {header: 1, defval: null});
  const width = Math.max(...lines.map((line) => line.filter((cell) => cell !== null).length));
  const head = lines.findIndex((line) => line.filter((cell) => cell !== null).length === width && width > 1);
  const names = lines[head] ?? [];
  return lines
    .slice(head + 1)
    .map((line) => Object.fromEntries(names.map((name, place) => [String(name), line[place] ?? null])));
}

/** A cell of a sheet; undefined where there is none. */
export function cellOf(book: WorkBook, sheet: string, address: string): CellObject | undefined {
  return book.Sheets[sheet]![address] as CellObject | undefined;
}

/** The files that a workbook consists of, as text, by their paths. */
export function partsOf(xlsx: Buffer): Map<string, string> {
  const {FullPaths, FileIndex} = containers.read(xlsx, {type: 'buffer'});
  return new Map(
    FullPaths.map((path, place) => [
      path.replace(/^Root Entry\//, ''),
      Buffer.from(FileIndex[place]!.content ?? []).toString('utf8')
    ])
  );
}

/** The library does not tell the types of this part of it. */
const containers = CFB as {
  read: (file: Buffer, options: {type: 'buffer'}) => {FullPaths: string[]; FileIndex: {content?: Uint8Array}[]};
};
