import type {LocalTime} from './localTime.ts';

/** What is told of a record: one text per field of its contract, null where there is nothing to tell. */
export type Row = Readonly<Record<string, string | null>>;

/** A record on its way to a file: it goes into the one of its month. */
export interface Entry {
  /** The record kind. */
  readonly kind: string;
  readonly at: LocalTime;
  /** Puts records of the same second in order. */
  readonly order: string;
  /** Whether its row stays as careless hands never touch it. */
  readonly isSafe?: boolean;
  /** Its row with what was known at a moment. */
  readonly row: (asOf: LocalTime) => Row;
}
