import {describe, expect, test} from 'vitest';
import {codeName, CODES} from '../../../reports/words/codes.ts';
import {categoryMark, memberTitle, policyOrder} from '../../../reports/words/memberTitle.ts';
import {policySchema} from '../../../pipelines/policies/schema.ts';
import {readContracts} from '../../../src/contract/catalog.ts';
import {EXAMPLE_POLICY} from '../../publish/examplePolicy.ts';

test('the latest version that knows a code gives its title, the contract the others, and a stranger stays', () => {
  const [first, second] = EXAMPLE_POLICY.versions;
  const renamed = policySchema.parse({
    ...EXAMPLE_POLICY,
    versions: [
      {...first, severities: [{code: 'severe', title: {'zh-CN': '特重', en: 'Severe'}, grade: 'major'}]},
      {...second, severities: [{code: 'urgent', title: {'zh-CN': '加急', en: 'Rush'}, grade: 'urgent'}]}
    ]
  });
  const title = (dimension: string, member: string) => memberTitle(renamed, dimension, member, 'zh-CN');
  expect(title('severity', 'urgent')).toBe('加急');
  expect(title('severity', 'severe')).toBe('特重');
  expect(title('severity', '未知')).toBe('未知');
  expect(title('channel', 'phone')).toBe('热线');
  expect(title('channel', 'fax')).toBe('传真');
  expect(title('invalid_reason', '查无实据')).toBe('查无实据');
  expect(title('department', 'toString')).toBe('toString');
  expect(memberTitle(renamed, 'severity', 'urgent', 'en')).toBe('Rush');
});

test('categories have marks and an order', () => {
  expect(categoryMark(EXAMPLE_POLICY, '配送延迟')).toBe('B');
  expect(categoryMark(EXAMPLE_POLICY, '其他')).toBeUndefined();
  expect(policyOrder(EXAMPLE_POLICY, 'category')).toEqual(['商品质量', '配送延迟']);
  expect(policyOrder(EXAMPLE_POLICY, 'department')).toEqual([]);
});

describe('codes', () => {
  const words = Object.entries(CODES).flatMap(([of, codes]) =>
    Object.entries(codes).map(([code, title]) => [`${of} ${code}`, title] as const)
  );

  test.each(words)('%s has a word in each language', (_, title) => {
    expect(title['zh-CN'].trim()).not.toBe('');
    expect(title.en).toMatch(/^[A-Za-z][\w ,-]*$/);
  });

  test('there is a word for every code of the contracts that pages show', async () => {
    const contracts = await readContracts();
    const shown = [
      ['complaint', 'kind', 'kind'],
      ['complaint', 'channel', 'channel'],
      ['complaint', 'outcome', 'outcome'],
      ['complaint', 'responsibility', 'responsibility'],
      ['complaint_event', 'event', 'step'],
      ['survey_response', 'method', 'method'],
      ['service_order', 'kind', 'service_kind'],
      ['violation', 'kind', 'violation_kind'],
      ['violation', 'penalty', 'penalty'],
      ['improvement_measure', 'origin', 'origin']
    ] as const;
    for (const [record, field, of] of shown) {
      const codes = contracts.get(record)!.fields.find(({name}) => name === field)!.codes!;
      expect(
        codes.filter((code) => !(code in CODES[of])),
        `${record}.${field}`
      ).toEqual([]);
    }
  });

  test('what is no code stays as it is', () => {
    expect(codeName('channel', '短信', 'en')).toBe('短信');
    expect(codeName('nothing', 'x', 'en')).toBe('x');
  });
});
