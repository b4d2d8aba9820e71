import {z} from 'zod';
import {groupsOf} from './groups.ts';
import {judgeSeries} from './judgeSeries.ts';
import {defineMethod} from './method.ts';

const options = z.strictObject({
  window: z
    .record(z.string(), z.int().min(2))
    .describe('by grain, how many periods make the limits, the latest that are over'),
  provisional_from: z.int().min(3).describe('how many points limits need'),
  firm_from: z.int().min(3).describe('from how many points on limits are firm'),
  widen_below: z
    .number()
    .gt(0)
    .lt(1)
    .describe('limits are widened where chance alone would give such a spread more rarely'),
  rules: z.enum(['anhoej', 'nhs', 'western_electric', 'nelson'])
});

/** By what a series is judged. */
export type SignalSettings = Readonly<z.output<typeof options>>;

const input = z.strictObject({
  kpi: z.string(),
  grain: z.string(),
  dimension: z.string(),
  member: z.string(),
  /** Its first day, YYYY-MM-DD. */
  period_start: z.string(),
  /** How the value comes about: a count is drawn as a rate per unit of exposure. */
  family: z.enum(['proportion', 'rate', 'count', 'individuals']),
  numerator: z.number().nullable(),
  /** The denominator; of a count, the exposure of its period. */
  denominator: z.number().nullable(),
  /** Null where nothing was counted or too little to be told. */
  value: z.number().nullable(),
  better: z.enum(['higher', 'lower', 'neither']),
  target: z.number().nullable(),
  /** The day of the latest recorded change of the work; limits begin anew there. */
  rebased_on: z.string().nullable(),
  is_over: z.boolean()
});

/** One period of a series. */
export type SeriesPoint = Readonly<z.output<typeof input>>;

/**
 * Control charts: one row per point of each series, with its limits, the rules that it breaks by name, and what that means.
 * A period that is not over is drawn and never judged.
 */
export const signals = defineMethod({
  options,
  input,
  columns: {
    kpi: 'varchar',
    grain: 'varchar',
    dimension: 'varchar',
    member: 'varchar',
    period_start: 'date',
    rebased_on: 'date',
    value: 'double',
    target: 'double',
    chart: 'varchar',
    centre: 'double',
    lower: 'double',
    upper: 'double',
    dispersion: 'double',
    points: 'integer',
    limits: 'varchar',
    rules: 'varchar',
    series_rules: 'varchar',
    side: 'varchar',
    since: 'date',
    verdict: 'varchar',
    assurance: 'varchar'
  },
  run: (rows, settings) =>
    groupsOf(rows, ['kpi', 'grain', 'dimension', 'member']).flatMap((series) => judgeSeries(series, settings))
});
