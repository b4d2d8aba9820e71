import {z} from 'zod';
import {strict} from '../config/strict.ts';

/** One list of records of a REST source, as written. */
const restStream = strict({
  path: z.string().describe('behind the url of the source')
});

/** What a source of the kind rest says besides its records. */
export const restSpec = {
  url: z.string().min(1).describe('what all paths begin with; ${NAME} stands for an environment variable'),
  streams: z.record(z.string(), restStream).describe('the lists of records, by name')
} as const;

export type RestStream = z.output<typeof restStream>;
