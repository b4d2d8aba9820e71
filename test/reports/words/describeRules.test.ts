import {expect, test} from 'vitest';
import {describeConditions, describeLength} from '../../../reports/words/describeRules.ts';
import {CLOCK_STARTS, CLOCK_STOPS} from '../../../pipelines/policies/schema.ts';
import {CODES} from '../../../reports/words/codes.ts';
import {readPolicies} from '../../../src/config/policies.ts';
import {EXAMPLE_POLICY} from '../../publish/examplePolicy.ts';

test('lengths have their units, one or many', () => {
  expect(describeLength(1, 'working_days', 'en')).toBe('1 working day');
  expect(describeLength(2, 'working_hours', 'en')).toBe('2 working hours');
  expect(describeLength(30, 'minutes', 'zh-CN')).toBe('30 分钟');
});

test('conditions are told one by one', () => {
  const when = {severity: ['general', 'urgent'], responsibility: ['not_ours']};
  expect(describeConditions(EXAMPLE_POLICY, when, 'en')).toEqual([
    'severity: General or Urgent',
    'responsibility: Not ours'
  ]);
  expect(describeConditions(EXAMPLE_POLICY, {}, 'en')).toEqual([]);
});

test('every step, limit and field that a policy of the project names has a word', async () => {
  for (const step of [...CLOCK_STARTS, ...CLOCK_STOPS]) expect(CODES.step).toHaveProperty(step);
  for (const {id, versions} of await readPolicies()) {
    for (const {clocks, required_fields: fields, retention} of versions) {
      for (const clock of clocks) expect(CODES.clock, id).toHaveProperty(clock.id);
      for (const {field} of fields) expect(CODES.field, id).toHaveProperty(field);
      for (const field of retention?.fields ?? []) expect(CODES.field, id).toHaveProperty(field);
    }
  }
});
