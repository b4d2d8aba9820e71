import {expect, test} from 'vitest';
import {errorGrowth} from '../../src/forecast/errorGrowth.ts';

const errors = (power: number) => [1, 2, 3, 4, 5, 6].map((step) => ({step, error: 2 * step ** power}));

test('lies between the slope of the errors and the root of the step', () => {
  expect(errorGrowth(errors(0.5))).toBeCloseTo(0.5, 9);
  expect(errorGrowth(errors(0))).toBeCloseTo(1 / 3, 9);
  expect(errorGrowth(errors(1))).toBeCloseTo(2 / 3, 9);
  expect(errorGrowth(errors(-3))).toBe(0);
});

test('is that of the root where there is nothing to go by', () => {
  expect(errorGrowth([])).toBe(0.5);
  expect(errorGrowth([{step: 1, error: 3}])).toBe(0.5);
  expect(errorGrowth(errors(0.5).map(({step}) => ({step, error: 0})))).toBe(0.5);
});
