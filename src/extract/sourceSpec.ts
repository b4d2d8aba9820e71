import {z} from 'zod';
import {strict} from '../config/strict.ts';
import {databaseSpec} from '../fetch/databaseSpec.ts';
import {restSpec} from '../fetch/restSpec.ts';

const word = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const list = z
  .union([z.string(), z.array(z.string()).min(1)])
  .transform((value) => (typeof value === 'string' ? [value] : value));

/** How a field is read, as written: a column's name, or an object. */
export const fieldSpec = z.preprocess(
  (value) => (typeof value === 'string' ? {column: value} : value),
  strict({
    column: list.optional().describe('the column that holds it; of several names, the first that is there'),
    columns: z.array(z.string()).min(2).optional().describe('several columns, joined'),
    join: z.string().optional().describe('what stands between the joined columns; a space where nothing is said'),
    constant: word.optional().describe('the same for every row'),
    generate: z.enum(['row_number', 'content_hash']).optional().describe('an identifier for rows that have none'),
    optional: z.boolean().optional().describe('files that lack the column are fine'),
    values: z.record(z.string(), word).optional().describe('their words to ours'),
    otherwise: word.optional().describe('ours for every word that values does not name'),
    formats: list
      .optional()
      .describe('date formats in strptime tokens, tried in order; %excel reads the day numbers of spreadsheets'),
    year: z.int().min(1970).max(2199).optional().describe('the year of dates whose format has none'),
    nulls: z.array(word).optional().describe("words for nothing in this field, besides the source's"),
    time_zone: z.string().optional().describe("the zone of this field's times, where it is not the source's")
  }).refine(
    ({column, columns, constant, generate}) =>
      [column, columns, constant, generate].filter((origin) => origin !== undefined).length === 1,
    {error: 'give exactly one of column, columns, constant or generate'}
  )
);

export type FieldSpec = z.output<typeof fieldSpec>;

/** How the records of one kind are found, and how their fields are read. */
export interface RecordSpec {
  readonly files: readonly string[] | undefined;
  readonly from: string | undefined;
  readonly complete: boolean;
  readonly deletedWhen: {readonly column: string; readonly values: readonly string[]} | undefined;
  readonly fields: Readonly<Record<string, FieldSpec>>;
}

const recordSpec = z
  .object({
    files: list.optional().describe('the paths or globs of this kind alone'),
    from: z.string().optional().describe('the stream that brings them; the only one where nothing is said'),
    complete: z
      .boolean()
      .default(false)
      .describe('each reading lists all records: one that is not in the latest any more was deleted'),
    deleted_when: strict({column: z.string(), values: z.array(word).min(1)})
      .optional()
      .describe('the words of a column by which a row tells that its record was deleted')
  })
  .catchall(fieldSpec)
  .transform(({files, from, complete, deleted_when, ...fields}): RecordSpec => {
    return {files, from, complete, deletedWhen: deleted_when, fields};
  });

const common = {
  title: z.string().optional().describe('what the source is, in words'),
  time_zone: z
    .string()
    .optional()
    .describe("the zone of times without an offset; the pipeline's where nothing is said"),
  nulls: z.array(word).default([]).describe('words for nothing, besides the empty cell'),
  keep: z.array(z.string()).default([]).describe('columns to land although no field reads them, redacted as free text'),
  ignore: z.array(z.string()).default([]).describe('columns that may come and go without a word'),
  schema: z
    .enum(['evolve', 'freeze', 'quarantine'])
    .default('evolve')
    .describe(
      'when the columns are others than before: evolve reads on and tells it, freeze refuses the source, quarantine sets the rows aside'
    ),
  records: z.record(z.string(), recordSpec).describe('for each record kind, its fields')
} as const;

/** How files are read where their names and contents don't say. */
const form = {
  format: z
    .enum(['csv', 'json', 'jsonl', 'parquet', 'xlsx'])
    .optional()
    .describe("what the files are, where their names don't say; xlsx stands for .xls too"),
  delimiter: z
    .string()
    .length(1)
    .optional()
    .describe('what separates the columns; found from the header where nothing is said'),
  encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'gb18030']).optional().describe('how the text is encoded'),
  sheet: z
    .union([z.string(), z.int().positive()])
    .optional()
    .describe('the sheet of a workbook, by name or number; the first with rows where nothing is said'),
  header_row: z
    .int()
    .positive()
    .optional()
    .describe(
      'the row of the sheet with the names of the columns; found by the names that are read where nothing is said'
    )
} as const;

/** sources/<name>/source.yaml as written. */
export const sourceSpec = z.discriminatedUnion('kind', [
  strict({
    kind: z.literal('files').describe('files that lie somewhere'),
    files: list.optional().describe('paths or globs, relative to this file'),
    ...form,
    ...common
  }),
  strict({
    kind: z.literal('generated').describe('made up by a generator in TypeScript'),
    generator: z.string().describe('a TypeScript module, relative to this file'),
    files: list.optional().describe('globs over the names that the generator gives'),
    ...common
  }),
  strict({kind: z.literal('postgres').describe('queries to PostgreSQL'), ...databaseSpec, ...common}),
  strict({kind: z.literal('mysql').describe('queries to MySQL or MariaDB'), ...databaseSpec, ...common}),
  strict({kind: z.literal('rest').describe('an HTTP API that answers in JSON'), ...restSpec, ...common})
]);

export type SourceSpec = z.output<typeof sourceSpec>;
export type SchemaMode = SourceSpec['schema'];
