import {z} from 'zod';
import {defineContract} from '../../src/contract/contract.ts';
import {code, instant, recordNumber, text} from '../../src/contract/fields.ts';

const MEASURES = ['orders', 'service_orders', 'customers', 'units', 'contracts'] as const;

/** One row per amount of what can give rise to complaints: orders, customers, pieces sold in a time and place. */
export default defineContract({
  kind: 'exposure',
  key: ['exposure_id'],
  schema: z.object({
    exposure_id: recordNumber().describe('the number of the row, unique in the pipeline'),
    at: instant().describe('when it was, or the beginning of the time that it covers'),
    measure: code(MEASURES).optional().describe('what is counted'),
    quantity: z.number().min(0).describe('how many'),
    department: text().optional().describe('the department'),
    product: text().optional().describe('the product or service item'),
    region: text().optional().describe('where'),
    segment: text().optional().describe('which group of customers')
  })
});
