import {expect, test} from 'vitest';
import {ruleSpans, spanOn} from '../../../reports/figures/ruleSpans.ts';
import {policySchema} from '../../../pipelines/policies/schema.ts';
import {EXAMPLE_POLICY} from '../../publish/examplePolicy.ts';

const [version] = EXAMPLE_POLICY.versions;
const policy = policySchema.parse({
  ...EXAMPLE_POLICY,
  versions: [
    ['2026-01-01', 60],
    ['1970-01-01', 30],
    ['2025-01-01', 30],
    ['2027-01-01', 30]
  ].map(([effective_from, window_days]) => ({
    ...version,
    effective_from,
    recurrence: {window_days, match: []}
  }))
});
const spans = ruleSpans(policy, ({recurrence}) => recurrence.window_days);

test('versions that leave a rule as it was are one span', () => {
  expect(spans).toEqual([
    {from: '1970-01-01', until: '2026-01-01', rules: 30},
    {from: '2026-01-01', until: '2027-01-01', rules: 60},
    {from: '2027-01-01', until: undefined, rules: 30}
  ]);
});

test('the span of a day; before all of them the first', () => {
  expect(spanOn(spans, '2026-01-01')?.rules).toBe(60);
  expect(spanOn(spans, '2025-12-31')?.from).toBe('1970-01-01');
  expect(spanOn(spans.slice(1), '2025-12-31')?.from).toBe('2026-01-01');
  expect(spanOn([], '2025-12-31')).toBeUndefined();
});
