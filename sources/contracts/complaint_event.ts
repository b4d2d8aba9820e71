import {z} from 'zod';
import {defineContract} from '../../src/contract/contract.ts';
import {code, freeText, instant, recordNumber, text} from '../../src/contract/fields.ts';

const EVENTS = [
  'received',
  'registered',
  'dispatched',
  'responded',
  'contacted',
  'transferred',
  'escalated',
  'extension_requested',
  'extension_approved',
  'investigated',
  'handling',
  'resolved',
  'informed',
  'called_back',
  'closed',
  'archived',
  'reopened',
  'invalidated'
] as const;

/** One row per step of a case. `handling` is any work on it that has no word of its own. */
export default defineContract({
  kind: 'complaint_event',
  key: ['complaint_id', 'at', 'event'],
  repeatable: true,
  schema: z.object({
    complaint_id: recordNumber().describe('the number of the case'),
    at: instant().describe('when it happened'),
    event: code(EVENTS).describe('what happened'),
    department: text().optional().describe('the department that did it'),
    handler: text().optional().describe('the member of staff who did it'),
    note: freeText().optional().describe('what was written about it')
  })
});
