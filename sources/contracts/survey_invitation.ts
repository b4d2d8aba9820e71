import {z} from 'zod';
import {defineContract} from '../../src/contract/contract.ts';
import {code, instant, personContact, personIdentifier, recordNumber, text} from '../../src/contract/fields.ts';

const METHODS = ['form', 'phone', 'online', 'call_back'] as const;

/** One row per customer who was asked to answer a survey. */
export default defineContract({
  kind: 'survey_invitation',
  key: ['invitation_id'],
  schema: z.object({
    invitation_id: recordNumber().describe('the number of the invitation, unique in the pipeline'),
    sent_at: instant().describe('when the customer was asked'),
    survey_id: text().optional().describe('which survey'),
    method: code(METHODS).optional().describe('by which way it was asked'),
    returned_at: instant().optional().describe('when the form came back'),
    complaint_id: recordNumber().optional().describe('the case that it follows'),
    customer_id: personIdentifier().optional().describe('who was asked'),
    customer_name: personContact().optional().describe("the customer's name"),
    customer_phone: personContact().optional().describe("the customer's phone number"),
    customer_segment: text().optional().describe('which group of customers'),
    department: text().optional().describe('the department that it is about'),
    product: text().optional().describe('the product or service item that it is about'),
    region: text().optional().describe('where')
  })
});
