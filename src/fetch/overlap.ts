import {z} from 'zod';
import {ProblemsError} from '../config/problems.ts';
import {duration} from './duration.ts';

/** How far back of the latest row rows are read again, as written: a length of time, or so many numbers. */
export const overlap = z
  .union(
    [
      z
        .int()
        .nonnegative()
        .transform((numbers) => ({numbers})),
      duration.transform((seconds) => ({seconds}))
    ],
    {
      error: 'expected a length of time such as "10 minutes", or a whole number where rows are ordered by numbers'
    }
  )
  .default({numbers: 0});

export type Overlap = z.output<typeof overlap>;

/** Seconds, or numbers. Throws a ProblemsError where the overlap is of the other sort than the column. */
export function overlapOf(written: Overlap, unit: 'seconds' | 'numbers', place: string): number {
  const [size] = Object.values(written) as [number];
  if (size === 0 || unit in written) return size;
  throw new ProblemsError([
    `${place}.overlap: expected ${unit === 'seconds' ? 'a length of time such as "10 minutes"' : 'a whole number'}, for the column holds ${unit === 'seconds' ? 'times' : 'numbers'}`
  ]);
}
