import {z} from 'zod';
import {explainChanges} from './explainChanges.ts';
import {defineMethod} from './method.ts';

const options = z.strictObject({confidence: z.number().gt(0).lt(1)});

const input = z.strictObject({
  kpi: z.string(),
  grain: z.string(),
  period_start: z.string(),
  compared: z.string(),
  compared_start: z.string(),
  dimension: z.string(),
  member: z.string(),
  count_before: z.number(),
  total_before: z.number(),
  count_after: z.number(),
  total_after: z.number()
});

/** How many of how many a member had in the earlier period and in the later one. */
export type ChangePart = Readonly<z.output<typeof input>>;

/** Splits the change of a proportion into what its members' own figures and what their shares of the cases brought about. */
export const changes = defineMethod({
  options,
  input,
  columns: {
    kpi: 'varchar',
    grain: 'varchar',
    period_start: 'date',
    compared: 'varchar',
    compared_start: 'date',
    dimension: 'varchar',
    member: 'varchar',
    count_before: 'double',
    total_before: 'double',
    count_after: 'double',
    total_after: 'double',
    change: 'double',
    within: 'double',
    mix: 'double',
    is_change_real: 'boolean',
    is_within_real: 'boolean',
    is_mix_real: 'boolean'
  },
  run: explainChanges
});
