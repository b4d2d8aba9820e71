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
  const deletion = records.flatMap(({mapping: {deletedWhen, contract}}) =>
    !deletedWhen || columns.includes(deletedWhen.column)
      ? []
      : [message(`records.${contract.kind}.deleted_when`, [deletedWhen.column])]
  );
  const kept = source.keep.filter((column) => !columns.includes(column)).map((column) => message('keep', [column]));
  return [...missing, ...deletion, ...kept];
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

/** What the columns of a file say to those of the files before it. */
export interface Shape {
  /** Why the source is refused. */
  readonly problems: readonly string[];
  /** What the operator is told. */
  readonly notes: readonly string[];
  /** Why all rows of the file are set aside. */
  readonly setAside?: string;
}

/**
 * Judges the columns of a file under the source's `schema`: a column that is mapped must be there in every mode; a new one
 * is told (evolve), refused (freeze) or sets the rows aside (quarantine), unless the source names it.
 *
 * @param known the columns of the loads before that were not set aside; none for the first
 */
export function judgeColumns(
  source: Source,
  records: readonly SourceRecord[],
  file: InputFile,
  columns: readonly string[],
  known: ReadonlySet<string>
): Shape {
  // An API leaves keys out that have no value, in a page or in all that is new.
  const present = source.fetch ? [...new Set([...columns, ...known])] : columns;
  const missing = missingColumns(source, records, file, present);
  if (known.size === 0) return {problems: missing, notes: []};
  const added = unmappedColumns(source, records, columns).filter(
    (column) => !known.has(column) && !source.ignore.includes(column) && !isData(column)
  );
  const gone = [...known].filter((column) => !present.includes(column) && !source.ignore.includes(column));
  const notes = [
    ...added.map((column) => `${file.name}: the column "${column}" is new; no field reads it`),
    ...gone.map((column) => `${file.name}: the column "${column}" is gone`)
  ];
  const isChanged = added.length > 0 || missing.length > 0;
  if (source.schema === 'quarantine' && isChanged) {
    return {
      problems: [],
      notes,
      setAside: [...added.map((column) => `new column ${column}`), ...gone.map((column) => `${column} is gone`)].join(
        '; '
      )
    };
  }
  if (source.schema === 'freeze' && added.length > 0) {
    const place = `${shortPath(source.path)}, schema: ${file.name}`;
    const remedy = 'map it, name it under ignore, or set schema to evolve';
    return {
      problems: [...missing, ...added.map((column) => `${place} has the new column "${column}"; ${remedy}`)],
      notes
    };
  }
  return {problems: missing, notes};
}

/** Whether a header cell is a value rather than a name: a file without a header must not have its first row printed. */
export function isData(name: string): boolean {
  return /[0-9]{6}|[0-9]{4}[-/.年][0-9]{1,2}[-/.月]/.test(name) || redactForms(name) !== name;
}
