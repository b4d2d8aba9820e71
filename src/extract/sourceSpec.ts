import {z} from 'zod';
import {strict} from '../config/strict.ts';

const word = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const list = z
  .union([z.string(), z.array(z.string()).min(1)])
  .transform((value) => (typeof value === 'string' ? [value] : value));

/** How a field is read, as written: a column's name, or an object. */
export const fieldSpec = z.preprocess(
  (value) => (typeof value === 'string' ? {column: value} : value),
  strict({
    column: z.string().optional().describe('the column that holds it'),
    columns: z.array(z.string()).min(2).optional().describe('several columns, joined'),
    join: z.string().optional().describe('what stands between the joined columns; a space where nothing is said'),
    constant: word.optional().describe('the same for every row'),
    generate: z.enum(['row_number', 'content_hash']).optional().describe('an identifier for rows that have none'),
    optional: z.boolean().optional().describe('files that lack the column are fine'),
    values: z.record(z.string(), word).optional().describe('their words to ours'),
    otherwise: word.optional().describe('ours for every word that values does not name'),
    formats: list.optional().describe('date formats in strptime tokens, tried in order'),
    nulls: z.array(word).optional().describe("words for nothing in this field, besides the source's"),
    time_zone: z.string().optional().describe("the zone of this field's times, where it is not the source's")
  }).refine(
    ({column, columns, constant, generate}) =>
      [column, columns, constant, generate].filter((origin) => origin !== undefined).length === 1,
    {error: 'give exactly one of column, columns, constant or generate'}
  )
);

export type FieldSpec = z.output<typeof fieldSpec>;

/** sources/<name>/source.yaml as written. */
export const sourceSpec = strict({
  title: z.string().optional().describe('what the source is, in words'),
  kind: z.enum(['files', 'generated']).describe('where rows come from: files, or a generator in TypeScript'),
  files: list.optional().describe('paths or globs, relative to this file'),
  generator: z.string().optional().describe('a TypeScript module, relative to this file'),
  format: z
    .enum(['csv', 'json', 'jsonl', 'parquet'])
    .optional()
    .describe("what the files are, where their names don't say"),
  delimiter: z
    .string()
    .length(1)
    .optional()
    .describe('what separates the columns; found from the header where nothing is said'),
  encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'gb18030']).optional().describe('how the text is encoded'),
  time_zone: z
    .string()
    .optional()
    .describe("the zone of times without an offset; the pipeline's where nothing is said"),
  nulls: z.array(word).default([]).describe('words for nothing, besides the empty cell'),
  keep: z.array(z.string()).default([]).describe('columns to land although no field reads them, redacted as free text'),
  records: z
    .record(
      z.string(),
      z.object({files: list.optional().describe('the paths or globs of this kind alone')}).catchall(fieldSpec)
    )
    .describe('for each record kind, its fields')
});
