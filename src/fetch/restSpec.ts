import {z} from 'zod';
import {strict} from '../config/strict.ts';
import {duration} from './duration.ts';
import {overlap} from './overlap.ts';
import {patience} from './patience.ts';

const word = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const words = z.union([word, z.array(word).min(1)]).transform((value) => (Array.isArray(value) ? value : [value]));
const query = z.record(z.string(), word).default({});
const path = z.string().min(1);

/** What ends a list besides an empty page and a place that is not named any more. */
const ends = {
  until: path.optional().describe('a path in the answer that holds true on the last page'),
  while: path.optional().describe('a path in the answer that holds false on the last page')
} as const;

const paging = z.discriminatedUnion('kind', [
  strict({
    kind: z.literal('page').describe('pages are numbered'),
    parameter: z.string().describe('the query parameter of the number'),
    first: z.int().nonnegative().default(1).describe('the number of the first page'),
    ...ends
  }),
  strict({
    kind: z.literal('offset').describe('pages begin at a row'),
    parameter: z.string().describe("the query parameter of the first row's place, from 0"),
    ...ends
  }),
  strict({
    kind: z.literal('cursor').describe('each answer says where the next one begins'),
    parameter: z.string().describe('the query parameter of that place'),
    from: path.describe('the path of that place in the answer'),
    resume: z.boolean().default(false).describe('the next run begins where the last one ended'),
    ...ends
  }),
  strict({
    kind: z.literal('link').describe('each answer has the address of the next one'),
    from: path.optional().describe('the path of that address in the answer; its Link header where nothing is said'),
    ...ends
  }),
  strict({
    kind: z.literal('after').describe('the next page begins after the last row of this one'),
    parameter: z.string().describe('the query parameter of what the last row holds'),
    from: z
      .union([path, z.array(path).min(1)])
      .transform((value) => (typeof value === 'string' ? [value] : value))
      .describe('the paths in a row of what it holds'),
    join: z.string().default('_').describe('what stands between the values of several paths'),
    ...ends
  })
]);

const since = strict({
  parameter: z.string().describe('the query parameter of the time, or number, from which rows are asked for'),
  column: z.string().describe('the column that holds it in a row'),
  format: z.enum(['iso', 'unix', 'date', 'number']).default('iso').describe('how it is written in the query'),
  value: z
    .string()
    .regex(/\{\}/, {error: 'expected {} where the time is to stand'})
    .default('{}')
    .describe('the value of the parameter; {} stands for the time, as in "updated >= \'{}\'"'),
  overlap: overlap.describe(
    'how far back of the latest row is asked again: a length of time, or a number where the format is number'
  ),
  start: word.optional().describe('where the first run begins; everything where nothing is said')
});

/** How the records of an answer become rows, as written. */
const rowShape = {
  keyed: z
    .record(z.string(), strict({key: z.string(), value: z.string()}))
    .default({})
    .describe('lists of {key, value}: each becomes a column called like the list and the key'),
  explode: path
    .optional()
    .describe('a list in a record: each of its items becomes a row, with the columns of the record'),
  where: z.record(z.string(), words).default({}).describe('only rows with one of these words in these columns')
} as const;

/** One list of records of a REST source, as written. */
const restStream = strict({
  path: z.string().default('').describe('behind the url of the source'),
  query: query.describe('query parameters of all pages'),
  first: query.describe('query parameters of the first page alone; of none where a run resumes at a cursor'),
  rows: z.string().default('').describe('the path of the list in the answer; the answer itself where nothing is said'),
  paging: paging.optional().describe('how the next page is found; there is only one where nothing is said'),
  since: since.optional().describe('how only what is new is asked for'),
  count: path.optional().describe('the path in the answer of how many records there are'),
  ...rowShape
}).refine(({paging: pages, since: from}) => !(from && pages?.kind === 'cursor' && pages.resume), {
  path: ['since'],
  error: 'a stream that resumes at its cursor needs no since; leave one out'
});

/** What a source of the kind rest says besides its records. */
export const restSpec = {
  url: z.string().min(1).describe('what all paths begin with; ${NAME} stands for an environment variable'),
  headers: z
    .record(z.string(), z.string())
    .default({})
    .describe('headers of all requests; ${NAME} stands for an environment variable, ${NAME:-} for one that may lack'),
  login: strict({user: z.string(), password: z.string()})
    .optional()
    .describe('user and password, sent by the Basic scheme; ${NAME} stands for an environment variable'),
  rate: strict({requests: z.int().positive(), per: duration})
    .optional()
    .describe('how many requests the API allows in a length of time'),
  timeout: duration.prefault('2 minutes').describe('how long an answer may take to arrive in full'),
  largest_answer_mb: z.number().positive().default(100).describe('an answer that is larger is refused'),
  retry: patience,
  streams: z.record(z.string(), restStream).describe('the lists of records, by name')
} as const;

export type RestStream = z.output<typeof restStream>;
export type Paging = z.output<typeof paging>;
export type Since = z.output<typeof since>;
export type RowShape = Pick<RestStream, 'keyed' | 'explode' | 'where'>;
