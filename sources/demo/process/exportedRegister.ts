import {sourceSpec, type RecordSpec} from '../../../src/extract/sourceSpec.ts';
import type {Row} from './row.ts';

/** How a company exports the records of one kind. It is read off source.yaml: what Huisheng reads is what there is. */
export interface ExportedRegister {
  /** The name of its files, with * for the month. */
  readonly file: string;
  readonly columns: readonly string[];
  /** The field that a column holds. Throws when there is no such column. */
  readonly fieldOf: (column: string) => string;
  /** The company's word for one of ours, where it has a word of its own. */
  readonly wordFor: (field: string, ours: string) => string | undefined;
  /** Our word for one of the company's. */
  readonly wordOf: (field: string, theirs: string) => string;
  /** The cells of a row in the order of the columns. Throws when the generator does not tell of a field. */
  readonly cells: (row: Row) => (string | null)[];
}

/** The registers by record kind. Throws where source.yaml is no valid source. */
export function readRegisters(source: unknown): Map<string, ExportedRegister> {
  const {records} = sourceSpec.parse(source);
  return new Map(Object.entries(records).map(([kind, record]) => [kind, register(kind, record)]));
}

function register(kind: string, {files, fields: specs}: RecordSpec): ExportedRegister {
  const fields = Object.entries(specs).flatMap(([field, {column: names, values}]) => {
    const column = names?.[0];
    if (column === undefined) return [];
    const ours = new Map(Object.entries(values ?? {}));
    const theirs = new Map([...ours].reverse().map(([word, code]) => [code, word]));
    return [{field, column, ours, theirs}];
  });
  const byField = new Map(fields.map((each) => [each.field, each]));
  return {
    file: files?.[0] ?? `${kind}-*.csv`,
    columns: fields.map(({column}) => column),
    fieldOf: (column) => {
      const field = fields.find((each) => each.column === column)?.field;
      if (field === undefined) throw new Error(`source.yaml, records.${kind}: no field reads the column "${column}"`);
      return field;
    },
    wordFor: (field, ours) => byField.get(field)?.theirs.get(ours),
    wordOf: (field, theirs) => byField.get(field)?.ours.get(theirs) ?? theirs,
    cells: (row) =>
      fields.map(({field, theirs}) => {
        const value = row[field];
        if (value === undefined)
          throw new Error(`source.yaml, records.${kind}.${field}: the generator tells no such field`);
        return value === null ? null : (theirs.get(value) ?? value);
      })
  };
}
