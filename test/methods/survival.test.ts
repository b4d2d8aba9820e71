import {expect, it} from 'vitest';
import {survival} from '../../src/methods/survival.ts';

const OPTIONS = {confidence: 0.95, least_cases: 10, quantiles: [0.5, 0.9], days: 90};
const at = (days: number, solved: number, gone = 0, still_open = 0) => ({
  dimension: 'all',
  member: 'all',
  hours: days * 24,
  solved,
  gone,
  still_open
});

it('leaves open cases in for as long as they are known', () => {
  const rows = survival.run([at(1, 4), at(2, 2, 0, 2), at(4, 2)], OPTIONS);
  expect(rows.map(({day, still_open, at_risk}) => [day, still_open, at_risk])).toEqual([
    [0, 1, 10],
    [1, 0.6, 10],
    [2, expect.closeTo(0.4, 12), 6],
    [3, expect.closeTo(0.4, 12), 2],
    [4, 0, 2]
  ]);
  expect(rows[0]).toMatchObject({cases: 10, median_days: 2, p90_days: 4});
});

it('lets cases that went another way leave for good', () => {
  const rows = survival.run([at(1, 5, 5)], OPTIONS);
  expect(rows.at(-1)).toMatchObject({solved: 0.5, gone: 0.5, still_open: 0.5});
});

it('draws no curve of too few cases', () => {
  expect(survival.run([at(1, 9)], OPTIONS)).toEqual([]);
});
