import {z} from 'zod';
import {judgeCauses} from './judgeCauses.ts';
import {defineMethod} from './method.ts';

const share = z.number().gt(0).lt(1);
const options = z.strictObject({
  baseline: z.int().min(3).describe('how many months the latest ones are held against'),
  recent: z.array(z.int().min(1)).min(1).describe('how many of the latest months are held against them, in turn'),
  window: z.int().min(12).describe('how many months make a trend'),
  season_from: z.int().min(12).describe('from how many months on a trend allows for the season'),
  looked_at: z.int().min(1).describe('at the end of how many of the latest months trends are told'),
  least_cases: z.number().min(1).describe('how many cases, counted or expected, a test needs'),
  look: share.describe('q from which on a cause is looked at'),
  act: share.describe('q from which on something is to be done'),
  change_point: share.describe('p from which on a change point is told')
});

/** By what causes are judged. */
export type TrendSettings = Readonly<z.output<typeof options>>;

const input = z.strictObject({
  dimension: z.string(),
  member: z.string(),
  /** Its first day, YYYY-MM-DD. */
  period_start: z.string(),
  count: z.number(),
  exposure: z.number()
});

/** How often a cause was counted in a month, beside the month's exposure. */
export type CauseMonth = Readonly<z.output<typeof input>>;

/**
 * Which of many causes rise or fall. At the end of each month every cause is tested in several ways: the latest months against those
 * before, and the trend of years. All tests of a month are judged together, so that looking at many causes raises no false alarm.
 *
 * A month holds more than chance: by how much is told by the median over the causes of how their counts vary.
 */
export const trends = defineMethod({
  options,
  input,
  columns: {
    dimension: 'varchar',
    member: 'varchar',
    period_start: 'date',
    count: 'double',
    latest_year: 'double',
    share: 'double',
    test: 'varchar',
    observed: 'double',
    expected: 'double',
    ratio: 'double',
    low: 'double',
    high: 'double',
    p: 'double',
    q: 'double',
    trend_ratio: 'double',
    trend_low: 'double',
    trend_high: 'double',
    change_point: 'date',
    dispersion: 'double',
    causes: 'integer',
    tests: 'integer',
    direction: 'varchar',
    verdict: 'varchar'
  },
  run: judgeCauses
});
