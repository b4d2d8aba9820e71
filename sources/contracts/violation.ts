import {z} from 'zod';
import {defineContract} from '../../src/contract/contract.ts';
import {code, freeText, instant, recordNumber, text} from '../../src/contract/fields.ts';

const KINDS = ['attitude', 'avoiding', 'perfunctory', 'delay', 'concealment', 'other'] as const;
const PENALTIES = ['none', 'criticism', 'circulated', 'fine', 'bonus_stopped', 'transfer'] as const;

/** One row per violation by a member of staff in the handling of customers. */
export default defineContract({
  kind: 'violation',
  key: ['violation_id'],
  schema: z.object({
    violation_id: recordNumber().describe('the number of the violation, unique in the pipeline'),
    happened_at: instant().describe('when it happened'),
    kind: code(KINDS).optional().describe('what it was'),
    staff: text().optional().describe('the member of staff'),
    department: text().optional().describe('the department'),
    complaint_id: recordNumber().optional().describe('the case in which it happened'),
    decided_at: instant().optional().describe('when it was decided on'),
    penalty: code(PENALTIES).optional().describe('what followed'),
    amount: z.number().min(0).optional().describe('the fine'),
    description: freeText().optional().describe('what was written about it')
  })
});
