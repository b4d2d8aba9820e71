import type {z} from 'zod';

/** A value of a row: days are text, YYYY-MM-DD, and numbers are plain numbers. */
export type Cell = string | number | boolean | null;
export type MethodRow = Readonly<Record<string, Cell>>;

/**
 * A statistic that SQL can't say: it makes a mart's rows of those that the mart's query returns. A mart names it in its header
 * (`method: signals`), with its settings (`options:`). It knows no business word and reads nothing but its rows.
 */
export interface Method {
  /** The settings that the header may hold. */
  readonly options: z.ZodType;
  /** One row of the query. Further columns are refused; so are missing ones. */
  readonly input: z.ZodType;
  /** The mart's columns with their SQL types, in their order. */
  readonly columns: Readonly<Record<string, string>>;
  run(rows: readonly unknown[], options: unknown): readonly MethodRow[];
}

/** Binds a method to the forms of its rows and its options. */
export function defineMethod<Options extends z.ZodType, Input extends z.ZodType>(method: {
  readonly options: Options;
  readonly input: Input;
  readonly columns: Readonly<Record<string, string>>;
  readonly run: (rows: readonly z.output<Input>[], options: z.output<Options>) => readonly MethodRow[];
}): Method {
  return {
    ...method,
    run: (rows, options) => method.run(rows as readonly z.output<Input>[], options as z.output<Options>)
  };
}
