import fc from 'fast-check';
import {describe, expect, test} from 'vitest';
import {parseJson, valueAt, type Json} from '../../src/fetch/json.ts';

describe('parseJson', () => {
  test('keeps the digits of every number', () => {
    const text =
      '{"id": 90071992547409931, "rate": 1.10, "tiny": -1e-7, "in text": "a 1, \\"2\\" \\\\", "list": [0, [3.00]]}';
    expect(parseJson(text)).toEqual({
      id: '90071992547409931',
      rate: '1.10',
      tiny: '-1e-7',
      'in text': 'a 1, "2" \\',
      list: ['0', ['3.00']]
    });
  });

  test('gives what JSON.parse gives, with numbers as texts', () => {
    const asTexts = (value: unknown): unknown => {
      if (typeof value === 'number') return JSON.stringify(value);
      if (Array.isArray(value)) return value.map(asTexts);
      if (typeof value !== 'object' || value === null) return value;
      return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, asTexts(item)]));
    };
    fc.assert(
      fc.property(fc.json({maxDepth: 4}), fc.constantFrom(0, 2), (text, indent) => {
        const value: unknown = JSON.parse(text);
        expect(parseJson(JSON.stringify(value, null, indent))).toEqual(asTexts(value));
      }),
      {seed: 1, numRuns: 300}
    );
  });

  test('refuses what is cut off anywhere, or no JSON', () => {
    const text = '{"rows": [{"id": 12, "name": "a\\"b", "open": true}, null], "next": null}';
    for (let length = 0; length < text.length; length++)
      expect(() => parseJson(text.slice(0, length))).toThrow(SyntaxError);
    for (const wrong of ['<html></html>', '{"a": 01}', '{"a": 1.}', '{"a": -}', '[1 2]', '{a: 1}']) {
      expect(() => parseJson(wrong)).toThrow(SyntaxError);
    }
  });
});

test.each<[string, Json | undefined]>([
  ['meta.next', 'b'],
  ['/meta/next', 'b'],
  ['sort.1', 'y'],
  ['/a.b', 'c'],
  ['/~1', 'd'],
  ['meta.none', undefined],
  ['sort.length', undefined],
  ['constructor', undefined],
  ['meta.next.x', undefined]
])('finds what stands at the path %s', (path, value) => {
  expect(valueAt({meta: {next: 'b'}, sort: ['x', 'y'], 'a.b': 'c', '/': 'd'}, path)).toEqual(value);
});
