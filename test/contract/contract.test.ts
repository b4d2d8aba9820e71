import {describe, expect, it} from 'vitest';
import {z} from 'zod';
import {readContracts} from '../../src/contract/catalog.ts';
import {defineContract} from '../../src/contract/contract.ts';
import {code, instant, personContact, text} from '../../src/contract/fields.ts';

describe('defineContract', () => {
  it('reads the fields of a zod object', () => {
    const contract = defineContract({
      kind: 'thing',
      key: ['id'],
      schema: z.object({
        id: text().describe('the number'),
        at: instant().optional().describe('when'),
        level: code(['low', 'high']).optional().describe('how much'),
        share: z.number().min(0).max(1).optional().describe('a share'),
        pieces: z.int().min(0).optional().describe('how many'),
        phone: personContact().optional().describe('a phone number')
      })
    });
    expect(contract.fields).toEqual([
      {name: 'id', type: 'text', description: 'the number', required: true},
      {name: 'at', type: 'instant', description: 'when', required: false},
      {name: 'level', type: 'code', description: 'how much', required: false, codes: ['low', 'high']},
      {name: 'share', type: 'number', description: 'a share', required: false, minimum: 0, maximum: 1},
      expect.objectContaining({name: 'pieces', type: 'integer', minimum: 0}),
      {name: 'phone', type: 'text', description: 'a phone number', required: false, privacy: 'contact'}
    ]);
  });

  it.each([
    ['a field without a description', {id: text()}, 'contract thing.id: describe the field'],
    [
      'a rule that SQL does not know',
      {id: z.string().max(5).describe('x')},
      `contract thing.id: the rule "maxLength" can't be compiled to SQL`
    ],
    [
      'a key that may be missing',
      {id: text().optional().describe('x')},
      'contract thing: the key field id must be a required field'
    ],
    [
      'a key that is not there',
      {other: text().describe('x')},
      'contract thing: the key field id must be a required field'
    ]
  ])('refuses %s', (_, shape, message) => {
    expect(() => defineContract({kind: 'thing', key: ['id'], schema: z.object(shape)})).toThrow(message);
  });
});

it("the project's own contracts mark who the customer is", async () => {
  const contracts = await readContracts();
  for (const contract of contracts.values()) {
    for (const {name, privacy} of contract.fields) {
      if (name.startsWith('customer_') && !['customer_segment', 'customer_informed_at'].includes(name))
        expect(['identifier', 'contact'], name).toContain(privacy);
    }
  }
  const complaint = contracts.get('complaint')!.fields;
  expect(complaint.filter(({required}) => required).map(({name}) => name)).toEqual(['complaint_id', 'received_at']);
  expect(complaint.filter(({privacy}) => privacy === 'free_text').map(({name}) => name)).toEqual([
    'demand',
    'description',
    'plan',
    'resolution'
  ]);
});
