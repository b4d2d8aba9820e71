import generate from '../../../sources/demo/company.ts';
import type {GeneratedFile} from '../../../sources/demo/generatedFile.ts';

export type Row = Readonly<Record<string, string | null>>;

export interface Tables {
  readonly complaints: readonly Row[];
  readonly events: readonly Row[];
  readonly surveys: readonly Row[];
}

const texts = new Map<string, Map<string, string>>();

/** The text of each file, by its name; worked out once for each clock. */
export function exportedTexts(asOf: string): Map<string, string> {
  const files = texts.get(asOf) ?? freshTexts(asOf);
  texts.set(asOf, files);
  return files;
}

/** `exportedTexts`, worked out anew. */
export function freshTexts(asOf: string): Map<string, string> {
  return new Map(
    [...generate(new Date(asOf))].map((file) => [file.name, JSON.stringify([file.columns, ...file.rows])])
  );
}

/** All rows by kind of file. */
export function exportedTables(files: Iterable<GeneratedFile>): Tables {
  const tables = {complaints: [] as Row[], events: [] as Row[], surveys: [] as Row[]};
  for (const {name, columns, rows} of files) {
    const table = tables[name.split('-')[0] as keyof Tables];
    for (const row of rows) table.push(Object.fromEntries(columns.map((column, i) => [column, row[i] ?? null])));
  }
  return tables;
}

/** `2026-08` from the number of a case, which no dirty hand changes. */
export function monthOfNumber(row: Row): string {
  const number = row['投诉编号'] ?? '';
  return `${number.slice(2, 6)}-${number.slice(6, 8)}`;
}

/** How often each value of a column stands in the rows. */
export function countBy(rows: readonly Row[], valueOf: (row: Row) => string | null): Map<string, number> {
  const counts = new Map<string, number>();
  for (const row of rows) {
    const value = valueOf(row) ?? '';
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}
