import {z} from 'zod';
import {defineContract} from '../../src/contract/contract.ts';
import {code, freeText, instant, recordNumber, text} from '../../src/contract/fields.ts';

const ORIGINS = ['complaint', 'survey', 'nonconformance', 'prevention'] as const;

/** One row per measure against a cause, from its proposal to the judgement of its effect. */
export default defineContract({
  kind: 'improvement_measure',
  key: ['measure_id'],
  schema: z.object({
    measure_id: recordNumber().describe('the number of the measure, unique in the pipeline'),
    proposed_at: instant().describe('when it was proposed'),
    title: text().optional().describe('what it is called'),
    description: freeText().optional().describe('what is to be done'),
    origin: code(ORIGINS).optional().describe('what it answers to'),
    complaint_id: recordNumber().optional().describe('the case that it answers to'),
    survey_id: text().optional().describe('the survey that it answers to'),
    survey_item: text().optional().describe('the question of that survey'),
    cause_root: text().optional().describe('the root cause against which it is taken'),
    category: text().optional().describe('the category of complaints that it is to lower'),
    product: text().optional().describe('the product or service item'),
    department: text().optional().describe('the department that owns it'),
    owner: text().optional().describe('the member of staff who owns it'),
    approved_at: instant().optional().describe('when the departments approved it'),
    due_at: instant().optional().describe('until when it is to be rolled out'),
    completed_at: instant().optional().describe('when it was rolled out'),
    customer_informed_at: instant().optional().describe('when the customers were told'),
    evaluation_due_at: instant().optional().describe('until when its effect is to be judged'),
    evaluated_at: instant().optional().describe('when its effect was judged'),
    is_effective: z.boolean().optional().describe('whether it was judged to have worked')
  })
});
