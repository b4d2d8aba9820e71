import {expect, test} from 'vitest';
import {exponentialSmoothing} from '../../src/statistics/exponentialSmoothing.ts';

test('weights the present by α', () => {
  expect(exponentialSmoothing([4, 6], [0.5])).toEqual({level: 5, alpha: 0.5});
  expect(exponentialSmoothing([10, 10, 10], [0.1, 0.9])).toEqual({level: 10, alpha: 0.1});
});

test('follows a step at once, and noise hardly', () => {
  const alphas = [0.1, 0.5, 1];
  expect(exponentialSmoothing([5, 5, 5, 50, 50, 50], alphas)).toEqual({level: 50, alpha: 1});
  expect(exponentialSmoothing([5, 9, 5, 9, 5, 9, 5, 9], alphas)!.alpha).toBe(0.1);
});

test('needs values and weights', () => {
  expect(exponentialSmoothing([], [0.5])).toBeUndefined();
  expect(exponentialSmoothing([1], [])).toBeUndefined();
});
