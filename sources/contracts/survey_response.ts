import {z} from 'zod';
import {defineContract} from '../../src/contract/contract.ts';
import {code, freeText, instant, personIdentifier, recordNumber, text} from '../../src/contract/fields.ts';

const METHODS = ['form', 'phone', 'online', 'call_back'] as const;

/** One row per answer: a questionnaire with several items gives one row per item. */
export default defineContract({
  kind: 'survey_response',
  key: ['response_id'],
  schema: z.object({
    response_id: recordNumber().describe('the number of the answer, unique in the pipeline'),
    answered_at: instant().describe('when it was given'),
    survey_id: text().optional().describe('which survey'),
    invitation_id: recordNumber().optional().describe('the invitation that it answers'),
    item: text().optional().describe('which question of it'),
    score: z.number().min(0).max(100).optional().describe('how satisfied, on the scale beside it'),
    scale_low: z.number().min(0).max(100).optional().describe('the worst score that could be given'),
    scale_high: z.number().min(0).max(100).optional().describe('the best score that could be given'),
    likelihood_to_recommend: z.int().min(0).max(10).optional().describe('0 (never) to 10 (certainly)'),
    method: code(METHODS).optional().describe('by which way it was asked'),
    complaint_id: recordNumber().optional().describe('the case that it follows'),
    customer_id: personIdentifier().optional().describe('who answered'),
    department: text().optional().describe('the department that it is about'),
    product: text().optional().describe('the product or service item that it is about'),
    comment: freeText().optional().describe('what was written')
  })
});
