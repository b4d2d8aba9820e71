import {expect, it} from 'vitest';
import {nearest, suggestion} from '../../src/config/nearest.ts';

it.each([
  ['departement', 'department'],
  ['Department ', 'department'],
  ['日期', '日 期'],
  ['x', undefined],
  ['customer', undefined],
  ['custmer_id', 'customer_id']
])('nearest to %j is %j', (word, expected) => {
  expect(nearest(word, ['department', 'customer_id', '日 期'])).toBe(expected);
});

it('names the word, or all of them, or nothing', () => {
  expect(suggestion('demmo', ['demo'])).toBe('; did you mean "demo"?');
  expect(suggestion('other', ['a-b-c', 'd-e-f'])).toBe('; there is a-b-c, d-e-f');
  expect(suggestion('other', [])).toBe('');
  const many = Array.from({length: 41}, (_, i) => `column ${i}`);
  expect(suggestion('zzz', many)).toMatch(/^; there is column 0, .*, column 39, …$/);
});
