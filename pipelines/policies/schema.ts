import {z} from 'zod';
import {localText, strict} from '../../src/config/strict.ts';

const clause = z.string().optional().describe('the clause of the written policy that asks for it');
const origin = z
  .enum(['policy', 'organisation'])
  .default('organisation')
  .describe('whether the document says it, or leaves it to the organisation');

const recurrence = strict({
  window_days: z.int().positive().describe('how many days back an earlier complaint counts'),
  match: z
    .array(z.enum(['category', 'subcategory', 'product', 'region']))
    .describe('what must be the same, besides the customer'),
  clause,
  source: origin
});

const clock = strict({
  id: z.enum(['register', 'dispatch', 'respond', 'resolve', 'inform', 'call_back']).describe('which limit'),
  from: z.enum(['received', 'registered', 'dispatched', 'responded']).describe('the step that starts it'),
  to: z
    .enum(['registered', 'dispatched', 'responded', 'resolved', 'informed', 'called_back'])
    .describe('the step that stops it'),
  limit: z.number().positive().describe('how long it may take'),
  unit: z.enum(['minutes', 'hours']).describe('the unit of the limit; it runs round the clock'),
  severity: z.string().optional().describe('only for cases of this severity'),
  clause,
  source: origin
});

const satisfaction = strict({
  satisfied_from: z.number().describe('the score from which a customer counts as satisfied'),
  scale_low: z.number().describe('the worst score of that scale'),
  scale_high: z.number().describe('the best score of that scale'),
  clause,
  source: origin
});

const survey = strict({
  scale_low: z.number().describe('the worst score, where an answer does not say its scale'),
  scale_high: z.number().describe('the best score, where an answer does not say its scale'),
  top_boxes: z.int().positive().describe('how many of the best scores count as satisfied'),
  promoter_from: z.int().describe('the likelihood to recommend from which a customer is a promoter'),
  detractor_to: z.int().describe('the likelihood to recommend up to which a customer is a detractor'),
  clause,
  source: origin
});

const requiredField = strict({
  field: z.string().describe('a field of the contract complaint'),
  clause,
  source: origin
});

const target = strict({
  kpi: z.string().describe('a file in pipelines/kpis, without .sql'),
  target: z.number().describe('the value to reach, as a fraction where the unit is percent'),
  clause,
  source: origin
});

/** What may stand in a version of a policy. Each section becomes a table policy.<section>. */
export const policySections = {
  recurrence,
  clocks: clock,
  satisfaction,
  survey,
  required_fields: requiredField,
  targets: target
};

/** pipelines/policies/<id>.yaml: a written policy as dated data. */
export const policySchema = strict({
  id: z.string(),
  title: localText,
  versions: z
    .array(
      strict({
        effective_from: z.iso.date().describe('the first day on which it applies'),
        recurrence,
        clocks: z.array(clock).default([]),
        satisfaction,
        survey,
        required_fields: z.array(requiredField).min(1),
        targets: z.array(target).default([])
      })
    )
    .min(1)
});

export type Policy = z.output<typeof policySchema>;
