import {z} from 'zod';
import {defineContract} from '../../src/contract/contract.ts';
import {instant, text} from '../../src/contract/fields.ts';

/** One row per time that a member of staff spent in a department; a change of department begins another. */
export default defineContract({
  kind: 'staff',
  key: ['staff', 'from_at'],
  schema: z.object({
    staff: text().describe('the member of staff, named as in the other records'),
    from_at: instant().describe('since when'),
    until_at: instant().optional().describe('until when; still there where nothing is said'),
    department: text().optional().describe('the department'),
    role: text().optional().describe('the role, by which people are compared'),
    is_commended: z.boolean().optional().describe('whether the person was commended in this time')
  })
});
