import {z} from 'zod';
import {strict} from '../config/strict.ts';
import {duration} from './duration.ts';

/** How a source is asked again after an error that may pass, as written. Lengths of time are read as seconds. */
export const patience = strict({
  times: z.int().min(0).max(50).default(6).describe('how often something is tried again'),
  wait: duration.prefault('1 second').describe('how long to wait before it is tried again; doubled each time'),
  longest_wait: duration
    .prefault('5 minutes')
    .describe('the longest wait, even where the answer asks for a longer one (Retry-After)')
}).prefault({});

export type Patience = z.output<typeof patience>;
