import {z} from 'zod';
import {strict} from '../config/strict.ts';
import {duration} from './duration.ts';
import {overlap} from './overlap.ts';
import {patience} from './patience.ts';

/** One query of a database source, as written. */
const queryStream = strict({
  query: z.string().min(1).describe('a SELECT, without the condition on the cursor'),
  cursor: z.string().optional().describe('a column that only grows: rows from where the last run stopped are read'),
  overlap: overlap.describe(
    'how far back of the cursor rows are read again, for rows that were committed late: a length of time, or a number where the cursor is one'
  ),
  start: z
    .union([z.string(), z.number()])
    .transform(String)
    .optional()
    .describe('where the cursor begins; everything where nothing is said'),
  count: z.string().optional().describe('a SELECT of one number: how many records the source has')
});

/** What a source of the kinds postgres and mysql says besides its records. */
export const databaseSpec = {
  connection: z.string().min(1).describe('the address of the database; ${NAME} stands for an environment variable'),
  timeout: duration.prefault('10 minutes').describe('how long the database may take for an answer'),
  retry: patience,
  streams: z.record(z.string(), queryStream).describe('the queries, by name')
} as const;

export type QueryStream = z.output<typeof queryStream>;
