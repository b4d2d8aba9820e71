import {z} from 'zod';
import {defineContract} from '../../src/contract/contract.ts';
import {freeText, instant, recordNumber, text} from '../../src/contract/fields.ts';

/** One row per nonconformance sheet that quality issues to the unit responsible. */
export default defineContract({
  kind: 'nonconformance',
  key: ['nonconformance_id'],
  schema: z.object({
    nonconformance_id: recordNumber().describe('the number of the sheet, unique in the pipeline'),
    issued_at: instant().describe('when it was issued'),
    complaint_id: recordNumber().optional().describe('the case that it follows'),
    product: text().optional().describe('the product'),
    defect: text().optional().describe('the defect, as a code or a few words'),
    department: text().optional().describe('the unit responsible'),
    handler: text().optional().describe('the member of staff who follows it up'),
    due_at: instant().optional().describe('until when it is to be answered'),
    answered_at: instant().optional().describe('when cause and measures came back'),
    cause: freeText().optional().describe('the cause that was found'),
    corrective_measure: freeText().optional().describe('what was put right'),
    preventive_measure: freeText().optional().describe('what keeps it from coming back'),
    verified_at: instant().optional().describe('when quality verified the measures'),
    closed_at: instant().optional().describe('when the sheet was closed'),
    quantity: z.number().min(0).optional().describe('how many pieces it is about')
  })
});
