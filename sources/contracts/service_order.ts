import {z} from 'zod';
import {defineContract} from '../../src/contract/contract.ts';
import {
  code,
  freeText,
  instant,
  personContact,
  personIdentifier,
  recordNumber,
  text
} from '../../src/contract/fields.ts';

const KINDS = ['installation', 'repair', 'replacement', 'sim_change', 'return'] as const;

/** One row per sheet of work at the customer's: an installation, a repair, a changed terminal or SIM card. */
export default defineContract({
  kind: 'service_order',
  key: ['order_id'],
  schema: z.object({
    order_id: recordNumber().describe('the number of the sheet, unique in the pipeline'),
    requested_at: instant().describe('when the customer asked for it'),
    kind: code(KINDS).describe('what is to be done'),
    is_emergency: z.boolean().optional().describe('whether it could not wait'),
    approved_at: instant().optional().describe('when it was approved'),
    approved_by: text().optional().describe('who approved it'),
    dispatched_at: instant().optional().describe('when somebody was sent'),
    arrived_at: instant().optional().describe('when work began at the customer'),
    completed_at: instant().optional().describe('when it was done'),
    parts_missing_from: instant().optional().describe('since when work waited for a part'),
    parts_arrived_at: instant().optional().describe('when the part had come'),
    customer_id: personIdentifier().optional().describe('who the customer is'),
    customer_name: personContact().optional().describe("the customer's name"),
    customer_phone: personContact().optional().describe("the customer's phone number"),
    customer_address: personContact().optional().describe("the customer's address"),
    contact_name: personContact().optional().describe('whom to ask for at the customer'),
    vehicle: personIdentifier().optional().describe('the number plate of the vehicle'),
    terminal_number: personIdentifier().optional().describe('the number of the terminal that is worked on'),
    new_terminal_number: personIdentifier().optional().describe('the number of the terminal that took its place'),
    sim_number: personIdentifier().optional().describe('the number of the SIM card'),
    new_sim_number: personIdentifier().optional().describe('the number of the SIM card that took its place'),
    product: text().optional().describe('the model'),
    purchased_at: instant().optional().describe('when it was bought'),
    fault: text().optional().describe('what is wrong, as a code or a few words'),
    description: freeText().optional().describe('what the customer said'),
    region: text().optional().describe('where'),
    department: text().optional().describe('the service centre'),
    handler: text().optional().describe('the member of staff who did it'),
    partner: text().optional().describe('the partner company that did it instead'),
    is_paid: z.boolean().optional().describe('whether the customer pays for it'),
    charge_amount: z.number().min(0).optional().describe('what the customer paid'),
    currency: text().optional().describe('in which currency'),
    invoice_number: recordNumber().optional().describe('the number of the invoice'),
    paid_at: instant().optional().describe('when the customer paid'),
    handed_in_at: instant().optional().describe('when the money was handed in')
  })
});
