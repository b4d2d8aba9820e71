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

const KINDS = ['complaint', 'suggestion', 'report', 'inquiry', 'praise'] as const;
const CHANNELS = [
  'phone',
  'website',
  'app',
  'social',
  'email',
  'sms',
  'fax',
  'letter',
  'in_person',
  'third_party',
  'other'
] as const;
const OUTCOMES = ['resolved', 'partly', 'unresolved', 'withdrawn'] as const;
const RESPONSIBILITIES = ['ours', 'shared', 'not_ours'] as const;

/** One row per case: a complaint, suggestion, report, inquiry or praise that a customer brought. */
export default defineContract({
  kind: 'complaint',
  key: ['complaint_id'],
  schema: z.object({
    complaint_id: recordNumber().describe('the number of the case, unique in the pipeline'),
    sheet_number: recordNumber().optional().describe('the number of its sheet, where sheets are numbered in series'),
    received_at: instant().describe('when the customer said it'),
    kind: code(KINDS).optional().describe('what it is; a complaint where nothing is said'),
    channel: code(CHANNELS).optional().describe('by which way it came'),
    customer_id: personIdentifier().optional().describe('who the customer is: a number, an account, an address'),
    customer_name: personContact().optional().describe("the customer's name"),
    customer_phone: personContact().optional().describe("the customer's phone number"),
    customer_email: personContact().optional().describe("the customer's e-mail address"),
    customer_address: personContact().optional().describe("the customer's address"),
    customer_segment: text().optional().describe('which group of customers'),
    category: text().optional().describe('what it is about, first level'),
    subcategory: text().optional().describe('what it is about, second level'),
    severity: text().optional().describe("how grave it is, in the policy's codes"),
    risk: text().optional().describe("how risky it is, in the policy's codes"),
    product: text().optional().describe('the product or service item'),
    region: text().optional().describe('where'),
    department: text().optional().describe('the department responsible'),
    handler: text().optional().describe('the member of staff who handles it'),
    first_receiver: text().optional().describe('the member of staff whom the customer asked first'),
    involved_staff: text().optional().describe('the member of staff whom it is about'),
    demand: freeText().optional().describe('what the customer asks for'),
    description: freeText().optional().describe('what happened'),
    plan: freeText().optional().describe('what is going to be done'),
    resolution: freeText().optional().describe('what was done'),
    registered_at: instant().optional().describe('when it was entered in the register'),
    dispatched_at: instant().optional().describe('when it was passed on to the department'),
    responded_at: instant().optional().describe('when the customer had the first answer'),
    resolved_at: instant().optional().describe('when it was solved'),
    informed_at: instant().optional().describe('when the customer was told the result'),
    called_back_at: instant().optional().describe('when the customer was called back and asked'),
    callback_score: z.number().min(0).max(100).optional().describe('how satisfied the customer was at the call-back'),
    closed_at: instant().optional().describe('when the case was closed'),
    archived_at: instant().optional().describe('when the papers of the case were archived'),
    due_at: instant().optional().describe('until when it was to be solved, where the source sets it'),
    reported_on_time: z.boolean().optional().describe('the verdict on time, where the source only gives that'),
    extension_requested_at: instant().optional().describe('when more time was asked for'),
    extension_until: instant().optional().describe('the new due time'),
    extension_approved_by: text().optional().describe('who granted it'),
    extension_approved_at: instant().optional().describe('when it was granted'),
    escalated_at: instant().optional().describe('when a person escalated it'),
    escalation_level: text().optional().describe('to which level it was escalated'),
    outcome: code(OUTCOMES).optional().describe('how it ended'),
    is_valid: z.boolean().optional().describe('whether the complaint stands; it does where nothing is said'),
    invalid_reason: text().optional().describe('why it does not stand'),
    validity_judged_by: text().optional().describe('the member of staff who judged that it does not stand'),
    responsibility: code(RESPONSIBILITIES).optional().describe('whose fault it was'),
    compensation_amount: z.number().min(0).optional().describe('what the customer was paid'),
    currency: text().optional().describe('in which currency'),
    decided_at: instant().optional().describe('of a suggestion: when it was decided on'),
    is_adopted: z.boolean().optional().describe('of a suggestion: whether it was taken up'),
    reward_amount: z.number().min(0).optional().describe('of a suggestion: what the customer was given for it'),
    affected_share: z.number().min(0).max(1).optional().describe('share of customers who say the same, 0 to 1'),
    about_leader: z.boolean().optional().describe('whether it is about a leader of the company'),
    cause_direct: text().optional().describe('the direct cause'),
    cause_indirect: text().optional().describe('the indirect cause'),
    cause_root: text().optional().describe('the root cause'),
    attachments: z.int().min(0).optional().describe('how many attachments there are')
  })
});
