import {z} from 'zod';
import {judgePlaces} from './judgePlaces.ts';
import {defineMethod} from './method.ts';

const share = z.number().gt(0).lt(1);
const options = z.strictObject({
  confidence: share,
  least_expected: z.number().min(0).describe('the expectation under which a place is not tested'),
  look: share.describe('q from which on a place is looked at'),
  act: share.describe('q from which on something is to be done')
});

/** By what places are judged. */
export type PlaceSettings = Readonly<z.output<typeof options>>;

const input = z.strictObject({
  kind: z.string(),
  first_member: z.string(),
  second_member: z.string().nullable(),
  observed: z.number(),
  expected: z.number(),
  /** Of the time before, where the expectation comes from there: how many of how many, and of how many now. */
  observed_before: z.number().nullable(),
  total_before: z.number().nullable(),
  total: z.number().nullable()
});

/** How many were counted in a place, and how many one would expect. */
export type Place = Readonly<z.output<typeof input>>;

/** Places where more or less is counted than expected, with the chance that so many places of a kind would bring about alone. */
export const hotSpots = defineMethod({
  options,
  input,
  columns: {
    kind: 'varchar',
    first_member: 'varchar',
    second_member: 'varchar',
    observed: 'double',
    expected: 'double',
    ratio: 'double',
    low: 'double',
    high: 'double',
    p: 'double',
    q: 'double',
    tested: 'integer',
    verdict: 'varchar'
  },
  run: judgePlaces
});
