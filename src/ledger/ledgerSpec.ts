import {z} from 'zod';
import {strict} from '../config/strict.ts';

const KINDS = ['adjustment', 'objection'] as const;
export const ASKS = ['exclude', 'in_favour', 'reassign'] as const;
const OUTCOMES = ['granted', 'refused'] as const;

const text = () => z.string('expected a text; put it in quotes');

const entry = text()
  .regex(/^\d{4}-\d{4,}$/, 'expected a year and a running number such as 2026-0001')
  .describe('the number of the entry');

const at = z.iso
  .datetime({offset: true, error: 'expected a time with its offset such as 2026-10-01T09:30:00+08:00'})
  .describe('when, in ISO 8601 with the offset');

const words = text().regex(/\S/, 'expected words');

const to = strict({
  department: words.optional().describe('the department to which it is to count'),
  handler: words.optional().describe('the member of staff to whom it is to count')
}).refine(({department, handler}) => (department === undefined) !== (handler === undefined), {
  error: 'expected either department or handler'
});

/** What somebody asks for: that a case counts in another way in a figure. */
export const askedSpec = strict({
  entry,
  asked: z.enum(KINDS).describe('an adjustment by who answers for the figures, or an objection of who is appraised'),
  at,
  by: words.describe('who asks'),
  case: words.describe('the number of the record that the figure counts'),
  figure: words.describe('a KPI of the scorecard'),
  ask: z
    .enum(ASKS)
    .describe(
      'that it is not counted, that it counts as kept, or that it counts to another department or member of staff'
    ),
  to: to.optional().describe('to whom it is to count, where reassign is asked for'),
  reason: words.describe('why; no name or number of a customer')
}).superRefine((asked, context) => {
  if ((asked.ask === 'reassign') === (asked.to !== undefined)) return;
  const message =
    asked.ask === 'reassign'
      ? 'missing; expected to whom the case is to count, such as {department: …} or {handler: …}'
      : 'it goes with "ask: reassign" alone; take it out';
  context.addIssue({code: 'custom', path: ['to'], message});
});

/** What was decided on an entry. */
export const decidedSpec = strict({
  entry,
  decided: z.enum(OUTCOMES).describe('whether it was granted'),
  at,
  by: words.describe('who decided; not who asked, nor who had a part in the case'),
  reason: words.describe('why; no name or number of a customer')
});

export type Asked = z.output<typeof askedSpec>;
export type Decided = z.output<typeof decidedSpec>;

/** An entry with all decisions on it in the order in which they were made; the last counts. */
export interface LedgerEntry extends Asked {
  readonly decisions: readonly Decided[];
}
