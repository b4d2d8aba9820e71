import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {digammaDifference} from '../../src/statistics/digammaDifference.ts';

describe('digammaDifference', () => {
  it('is the sum of 1/(a + k) over k below a whole n', () => {
    fc.assert(
      fc.property(fc.double({min: 1e-3, max: 1e8, noNaN: true}), fc.nat(300), (a, n) => {
        let sum = 0;
        for (let k = 0; k < n; k++) sum += 1 / (a + k);
        expect(Math.abs(digammaDifference(a, n) - sum)).toBeLessThanOrEqual(1e-12 * Math.max(sum, 1e-12));
      }),
      {seed: 1, numRuns: 100}
    );
  });

  // ψ(1) = −γ and ψ(1/2) = −γ − 2 ln 2.
  it('is 2 ln 2 from 1/2 to 1', () => {
    expect(digammaDifference(0.5, 0.5)).toBeCloseTo(2 * Math.LN2, 12);
  });
});
