import fc from 'fast-check';
import {expect, test} from 'vitest';
import {apportion} from '../../src/statistics/apportion.ts';

test('gives what is left to the largest remainders', () => {
  expect(apportion(10, [1, 1, 1])).toEqual([4, 3, 3]);
  expect(apportion(7, [0.2, 6.6, 0.2])).toEqual([0, 7, 0]);
  expect(apportion(2, [0, 0, 0])).toEqual([1, 1, 0]);
  expect(apportion(3, [])).toEqual([]);
});

test('always adds up, and is within one of the exact share', () => {
  fc.assert(
    fc.property(
      fc.nat(100_000),
      fc.array(fc.double({min: 0, max: 1e6, noNaN: true}), {minLength: 1, maxLength: 20}),
      (total, shares) => {
        const whole = apportion(total, shares);
        expect(whole.reduce((a, b) => a + b, 0)).toBe(total);
        const sum = shares.reduce((a, b) => a + b, 0);
        whole.forEach((count, i) => {
          expect(Number.isInteger(count)).toBe(true);
          if (sum > 0) expect(Math.abs(count - (total * shares[i]!) / sum)).toBeLessThan(1 + 1e-6);
        });
      }
    ),
    {seed: 1, numRuns: 200}
  );
});
