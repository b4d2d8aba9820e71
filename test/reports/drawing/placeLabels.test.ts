import {array, assert, double, property} from 'fast-check';
import {expect, test} from 'vitest';
import {placeLabels} from '../../../reports/drawing/placeLabels.ts';

const GAP = 17;

test('no label covers another, and their order is that of their heights', () => {
  const heights = array(double({min: 10, max: 290, noNaN: true}), {maxLength: 8});
  assert(
    property(heights, (middles) => {
      const labels = middles.map((middle, index) => ({text: String(index), middle, className: ''}));
      const placed = placeLabels(labels, GAP, [10, 290]);
      placed.slice(1).forEach(({middle}, index) => {
        expect(middle - placed[index]!.middle).toBeGreaterThanOrEqual(GAP - 1e-9);
      });
      for (const {middle} of placed) expect(middle).toBeGreaterThanOrEqual(10 - 1e-9);
      for (const {middle} of placed) expect(middle).toBeLessThanOrEqual(290 + 1e-9);
    }),
    {seed: 5}
  );
});
