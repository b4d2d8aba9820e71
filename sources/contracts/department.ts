import {z} from 'zod';
import {defineContract} from '../../src/contract/contract.ts';
import {code, text} from '../../src/contract/fields.ts';

const KINDS = ['handling', 'receiving', 'quality', 'management', 'partner'] as const;

/** One row per department. */
export default defineContract({
  kind: 'department',
  key: ['department'],
  schema: z.object({
    department: text().describe('its name, as in the other records'),
    parent: text().optional().describe('the department above it'),
    kind: code(KINDS).optional().describe('what it does with complaints'),
    region: text().optional().describe('where it is'),
    headcount: z.int().min(0).optional().describe('how many people work in it')
  })
});
