import type {Contract, ContractField} from './contract.ts';
import type {DateFormat} from './dateFormat.ts';

/** Where a field's text comes from. */
export type Origin =
  | {
      readonly from: 'columns';
      /** What is joined: for each part the names under which its column goes, the first that is there. */
      readonly parts: readonly (readonly string[])[];
      readonly join: string;
      readonly optional: boolean;
    }
  | {readonly from: 'constant'; readonly constant: string}
  | {readonly from: 'row_number'}
  | {readonly from: 'content_hash'};

/** How one field of a contract is read from a source's rows. */
export interface FieldMapping {
  readonly field: ContractField;
  readonly origin: Origin;
  /** Their words to ours. */
  readonly values?: ReadonlyMap<string, string>;
  /** Ours for every word that `values` does not name; without it, such a word stays as it is. */
  readonly otherwise?: string;
  /** Tried in order. */
  readonly formats: readonly DateFormat[];
  /** Words that stand for nothing, besides the empty text. */
  readonly nulls: readonly string[];
  readonly timeZone: string;
}

/** How records of one kind are read from a source's rows. */
export interface RecordMapping {
  readonly contract: Contract;
  readonly fields: readonly FieldMapping[];
  /** The words of a column by which a row tells that its record was deleted. */
  readonly deletedWhen?: {readonly column: string; readonly values: readonly string[]};
}

/** A source's row before it is mapped: column name to text. */
export type SourceRow = Readonly<Record<string, string | null>>;

/** The columns that a record mapping can read, each once. */
export function columnsOf(mapping: RecordMapping): string[] {
  const told = mapping.deletedWhen ? [mapping.deletedWhen.column] : [];
  return [...new Set([...mapping.fields.flatMap(({origin}) => partsOf(origin).flat()), ...told])];
}

/** The parts of a field, each with the names under which its column goes; none where it comes from no column. */
export function partsOf(origin: Origin): readonly (readonly string[])[] {
  return origin.from === 'columns' ? origin.parts : [];
}

/** Maps a word of theirs to one of ours. */
export function mapWord(value: string, {values, otherwise}: Pick<FieldMapping, 'values' | 'otherwise'>): string {
  return values?.get(value) ?? otherwise ?? value;
}
