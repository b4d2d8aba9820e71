import fc from 'fast-check';
import {expect, test} from 'vitest';
import {agreeingForecasts} from '../../src/forecast/agreeingForecasts.ts';

const counts = fc.array(fc.double({min: 0, max: 500, noNaN: true}), {minLength: 1, maxLength: 8});

test('parts of each division add up to the total, in whole numbers as well', () => {
  fc.assert(
    fc.property(fc.double({min: 0, max: 1e7, noNaN: true}), fc.array(counts, {maxLength: 3}), (total, parts) => {
      const agreed = agreeingForecasts({total, parts});
      for (const [i, division] of agreed.parts.entries()) {
        expect(division).toHaveLength(parts[i]!.length);
        expect(division.reduce((sum, {whole}) => sum + whole, 0)).toBe(agreed.total.whole);
        expect(division.reduce((sum, {exact}) => sum + exact, 0)).toBeCloseTo(agreed.total.exact, 2);
        for (const {exact, whole} of division) expect(Math.min(exact, whole)).toBeGreaterThanOrEqual(0);
      }
    }),
    {seed: 1, numRuns: 200}
  );
});

test('a disagreement is borne in proportion to the size', () => {
  const {total, parts} = agreeingForecasts({total: 110, parts: [[80, 20]]});
  expect(total.exact).toBeCloseTo(110 - (10 * 110) / 210, 9);
  expect(parts[0]![0]!.exact / parts[0]![1]!.exact).toBeCloseTo(4, 9);
  expect([total.whole, ...parts[0]!.map(({whole}) => whole)]).toEqual([105, 84, 21]);
});

test('a total without a division stands alone', () => {
  expect(agreeingForecasts({total: 3.6, parts: []})).toEqual({total: {exact: 3.6, whole: 4}, parts: []});
});
