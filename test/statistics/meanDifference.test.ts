import fc from 'fast-check';
import {expect, test} from 'vitest';
import {meanDifference} from '../../src/statistics/meanDifference.ts';
import {meanInterval} from '../../src/statistics/meanInterval.ts';

test('a net promoter score of 20 and one of 50, of a hundred answers each, differ', () => {
  const found = meanDifference({sum: 20, squares: 60, total: 100}, {sum: 50, squares: 70, total: 100})!;
  expect(found.difference).toBeCloseTo(0.3, 10);
  expect(found.low).toBeCloseTo(0.10303, 5);
  expect(found.high).toBeCloseTo(0.49697, 5);
  expect(found.p).toBeCloseTo(0.00283, 5);
});

test('nothing is told of no values, and none differ where nothing varies', () => {
  expect(meanDifference({sum: 0, squares: 0, total: 0}, {sum: 1, squares: 1, total: 1})).toBeUndefined();
  expect(meanDifference({sum: 5, squares: 5, total: 5}, {sum: 5, squares: 5, total: 5})).toMatchObject({p: 1});
});

test('the other way round it is its mirror image, and no narrower than either interval', () => {
  const sums = fc.array(fc.integer({min: -1, max: 1}), {minLength: 2, maxLength: 60}).map((values) => ({
    sum: values.reduce((a, b) => a + b, 0),
    squares: values.reduce((a, b) => a + b * b, 0),
    total: values.length
  }));
  fc.assert(
    fc.property(sums, sums, (first, second) => {
      const [there, back] = [meanDifference(first, second)!, meanDifference(second, first)!];
      expect(there.difference).toBeCloseTo(-back.difference, 10);
      expect(there.low).toBeCloseTo(-back.high, 10);
      const own = meanInterval(first.sum, first.squares, first.total)!;
      expect(there.high - there.low).toBeGreaterThanOrEqual(own.high - own.low - 1e-9);
    }),
    {seed: 5, numRuns: 200}
  );
});
