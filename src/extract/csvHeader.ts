import {parse} from 'csv-parse/sync';
import {messageOf, ProblemsError} from '../config/problems.ts';
import {shortPath} from '../config/yamlFile.ts';
import {readHead, type InputFile} from './inputFile.ts';
import type {Source} from './source.ts';

/** The first record of a CSV file. */
export interface CsvHeader {
  /** Names without the blanks around them; a doubled name gets _2, an empty one is called column_N. */
  readonly columns: readonly string[];
  readonly delimiter: string;
}

const HEAD_BYTES = 1 << 18;

/** Reads the header of a UTF-8 file. Throws a ProblemsError for an empty file, or one that is not UTF-8. */
export async function readCsvHeader(file: InputFile, source: Source): Promise<CsvHeader> {
  const place = shortPath(file.path);
  const head = await readHead(file, HEAD_BYTES);
  if (head.length === 0)
    throw new ProblemsError([`${place}: the file is empty; expected a line with the names of the columns`]);
  const text = headText(head, place, source);
  const delimiter = source.delimiter ?? guessDelimiter(text);
  try {
    const [first] = parse(text, {to: 1, delimiter, bom: true, relax_column_count: true});
    if (!first) throw new Error('there is no line with the names of the columns');
    return {columns: columnNames(first), delimiter};
  } catch (cause) {
    throw new ProblemsError([`${place}: the header can't be read: ${messageOf(cause)}`]);
  }
}

function headText(head: Buffer, place: string, source: Source): string {
  const end = head.length < HEAD_BYTES ? head.length : head.lastIndexOf(0x0a) + 1 || head.length;
  const line = head.indexOf(0x0a);
  try {
    new TextDecoder('utf-8', {fatal: true}).decode(head.subarray(0, line < 0 ? end : line));
  } catch {
    throw new ProblemsError([
      `${place}: the names of the columns are not UTF-8; set encoding in ${shortPath(source.path)} (Chinese Excel writes gb18030)`
    ]);
  }
  return head.subarray(0, end).toString('utf8');
}

/** The sign that separates most columns in the first line of a text. */
export function guessDelimiter(text: string): string {
  const [line = ''] = text.replace(/"[^"]*"/g, '').split('\n', 1);
  const candidates = [',', '\t', ';', '|'].map((delimiter) => ({delimiter, count: line.split(delimiter).length}));
  return candidates.reduce((best, candidate) => (candidate.count > best.count ? candidate : best)).delimiter;
}

/** Makes names of header cells that can tell columns apart: see CsvHeader.columns. */
export function columnNames(cells: readonly string[]): string[] {
  const used = new Set<string>();
  return cells.map((cell, i) => {
    const name =
      cell
        .replace(/^\ufeff/, '')
        .replace(/\s+/g, ' ')
        .trim() || `column_${i + 1}`;
    let unique = name;
    for (let times = 2; used.has(unique); times++) unique = `${name}_${times}`;
    used.add(unique);
    return unique;
  });
}
