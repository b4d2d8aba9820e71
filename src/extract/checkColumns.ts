import {suggestion} from '../config/nearest.ts';
import {shortPath} from '../config/yamlFile.ts';
import {columnsOf} from '../contract/mapping.ts';
import {redactForms} from '../privacy/redactText.ts';
import type {InputFile} from './inputFile.ts';
import type {Source, SourceRecord} from './source.ts';

/** The columns that a mapping or `keep` names and the file lacks, as messages. */
export function missingColumns(
  source: Source,
  records: readonly SourceRecord[],
  file: InputFile,
  columns: readonly string[]
): string[] {
  const place = shortPath(source.path);
  const message = (path: string, names: readonly string[]) =>
    `${place}, ${path}: expected a column of ${file.name}, got "${names.join('" or "')}"${hint(names[0]!)}`;
  const hint = (column: string) =>
    columns.some(isData)
      ? '; its first row does not look like names of columns, which must stand there'
      : suggestion(column, columns);
  const missing = records.flatMap(({mapping}) =>
    mapping.fields.flatMap(({field, origin}) => {
      if (origin.from !== 'columns' || origin.optional) return [];
      const absent = origin.parts.filter((names) => !names.some((name) => columns.includes(name)));
      return absent.map((names) => message(`records.${mapping.contract.kind}.${field.name}`, names));
    })
  );
  const kept = source.keep.filter((column) => !columns.includes(column)).map((column) => message('keep', [column]));
  return [...missing, ...kept];
}

/** The columns of a file that nothing names, and that are therefore not landed. */
export function unmappedColumns(
  source: Source,
  records: readonly SourceRecord[],
  columns: readonly string[]
): string[] {
  const named = new Set([...records.flatMap(({mapping}) => columnsOf(mapping)), ...source.keep]);
  return columns.filter((column) => !named.has(column));
}

/** Whether a header cell is a value rather than a name: a file without a header must not have its first row printed. */
function isData(name: string): boolean {
  return /[0-9]{6}|[0-9]{4}[-/.年][0-9]{1,2}[-/.月]/.test(name) || redactForms(name) !== name;
}
