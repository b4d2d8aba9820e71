import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {shiftReached, trendReached, twoOfThree} from '../../src/statistics/nhsRules.ts';
import {findSignals, type RuleSet} from '../../src/statistics/signalRules.ts';

/** A chart with centre 0 and standard deviation 1. */
function standardChart(points: number) {
  return {
    centre: 0,
    lower: new Array<number>(points).fill(-3),
    upper: new Array<number>(points).fill(3),
    dispersion: 1
  };
}

const find = (values: readonly number[], rules: RuleSet) => findSignals(values, standardChart(values.length), rules);
const breaking = (values: readonly number[], rules: RuleSet, rule: string) =>
  find(values, rules).points.flatMap((names, i) => (names.includes(rule) ? [i + 1] : []));

// R package qcc, tests/testthat/test-rules.R.
const PATTERNS = [
  {rule: 'western_electric_1', values: [0, 3.2, -3.5, 2.9], points: [2, 3]},
  {rule: 'western_electric_2', values: [0, 2.5, 1, 2.6, 0], points: [4]},
  {rule: 'western_electric_3', values: [0, 1.2, 1.3, 0.2, 1.4, 1.5], points: [6]},
  {rule: 'western_electric_4', values: [-1, -1, -1, -1, -1, -1, -1, -1, 1], points: [8]},
  {rule: 'nelson_1', values: [0, 3.2, -3.4, 3], points: [2, 3]},
  {
    rule: 'nelson_2',
    values: [
      0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, -0.5, -0.5, -0.5, -0.5, -0.5, -0.5, -0.5, -0.5, -0.5, -0.5
    ],
    points: [9, 10, 19, 20]
  },
  {rule: 'nelson_3', values: [1, 2, 3, 4, 5, 6, 7, 7, 6, 5, 4, 3, 2, 1], points: [6, 7, 13, 14]},
  {rule: 'nelson_4', values: [1, 3, 2, 4, 3, 5, 4, 6, 5, 7, 6, 8, 7, 9, 8], points: [14, 15]},
  {rule: 'nelson_5', values: [0, 2.3, 0.4, 2.2, -2.4, -0.2, -2.5], points: [4, 7]},
  {rule: 'nelson_6', values: [1.2, 1.3, 0.2, 1.4, 1.5, -1.2, -1.3, -0.1, -1.4, -1.5], points: [5, 10]},
  {
    rule: 'nelson_7',
    values: [0.3, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3, 1.2],
    points: [15, 16]
  },
  {rule: 'nelson_8', values: [1.2, -1.3, 1.1, -1.4, 1.5, -1.2, 1.3, -1.1, 0.2], points: [8]},
  {rule: 'nelson_8', values: [1.2, 1.2, 1.2, 1.2, 1.2, 1.2, 1.2, 1.2], points: []}
];

describe('the rules of Western Electric and Nelson', () => {
  it.each(PATTERNS)('$rule marks $points', ({rule, values, points}) => {
    expect(breaking(values, rule.startsWith('nelson') ? 'nelson' : 'western_electric', rule)).toEqual(points);
  });
});

// NHSRplotthedots, tests/testthat/test-ptd_calculate_point_type.R.
describe('the rules of the NHS', () => {
  it.each([
    [
      [1, 2, 3, 3, 4, 5, 6],
      [0, 0, 0, 0, 0, 0, 0]
    ],
    [
      [1, 2, 3, 4, 5, 6, 7],
      [0, 0, 0, 0, 0, 0, 1]
    ],
    [
      [2, 1, 2, 3, 4, 5, 6, 7, 3],
      [0, 0, 0, 0, 0, 0, 0, 1, 0]
    ],
    [
      [7, 6, 5, 4, 3, 2, 1],
      [0, 0, 0, 0, 0, 0, -1]
    ],
    [
      [2, 7, 6, 5, 4, 3, 2, 1, 3],
      [0, 0, 0, 0, 0, 0, 0, -1, 0]
    ]
  ])('a trend is seven points: %j', (values, reached) => {
    expect(trendReached(values)).toEqual(reached);
  });

  it.each([
    [
      [1, 1, 1, 1, 1, 1, 1, 1, -1],
      [0, 0, 0, 0, 0, 0, 1, 1, 0]
    ],
    [
      [1, 1, 1, 1, 1, 1],
      [0, 0, 0, 0, 0, 0]
    ],
    [
      [1, 1, 1, 1, 1, 1, -1],
      [0, 0, 0, 0, 0, 0, 0]
    ]
  ])('a shift is seven points on one side: %j', (values, reached) => {
    expect(shiftReached(values)).toEqual(reached);
  });

  it('two of three are close to a limit on the same side', () => {
    const isClose = [false, false, true, false, true, false, false];
    expect(twoOfThree(isClose, [1, 1, 1, 1, 1, 1, 1])).toEqual([false, false, true, true, true, false, false]);
    expect(twoOfThree(isClose, [1, -1, 1, -1, 1, -1, 1])).toEqual([false, false, false, false, false, false, false]);
  });

  it('all points of a shift and of a trend are marked, of two in three those close to the limit', () => {
    expect(breaking([-1, 1, 1, 1, 1, 1, 1, 1, 1, -1], 'nhs', 'shift')).toEqual([2, 3, 4, 5, 6, 7, 8, 9]);
    expect(breaking([2, 1.5, 1, 0.5, 0.2, -0.5, -1, 0], 'nhs', 'trend')).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(breaking([0.5, 2.5, 0.5, 2.5, 0.5], 'nhs', 'two_of_three')).toEqual([2, 4]);
    expect(breaking([0, 3.1, 0], 'nhs', 'outside_limits')).toEqual([2]);
  });
});

describe('the default rules', () => {
  it('mark all points of a long run', () => {
    const values = [-1, 1, -1, 1, -1, 1, -1, 1, 1, 1, 1, 1, 1, 1, 1, 1];
    expect(breaking(values, 'anhoej', 'long_run')).toEqual([8, 9, 10, 11, 12, 13, 14, 15, 16]);
    expect(find(values, 'anhoej').series).toEqual([]);
  });

  it('tell of few crossings for the series as a whole', () => {
    const values = Array.from({length: 24}, (_, i) => (Math.floor(i / 6) % 2 ? 1 : -1));
    expect(find(values, 'anhoej')).toEqual({points: values.map(() => []), series: ['few_crossings']});
  });

  it('are the ones that are taken', () => {
    expect(findSignals([0, 4, 0], standardChart(3))).toEqual({points: [[], ['outside_limits'], []], series: []});
  });
});

describe('all rules', () => {
  const RULES: RuleSet[] = ['anhoej', 'nhs', 'western_electric', 'nelson'];

  it('measure a point by the limit that is not clipped', () => {
    const chart = {centre: 0.95, lower: [0.8, 0.8, 0.8], upper: [1, 1, 1], dispersion: 1};
    expect(findSignals([0.99, 0.95, 0.99], chart, 'western_electric').points).toEqual([[], [], []]);
  });

  it('find nothing in nothing', () => {
    for (const rules of RULES) expect(find([], rules)).toEqual({points: [], series: []});
  });

  it('are the same for a series upside down', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({min: -8, max: 8}), {maxLength: 40}),
        fc.constantFrom(...RULES),
        (halves, rules) => {
          const values = halves.map((half) => half / 2);
          expect(
            find(
              values.map((value) => -value),
              rules
            )
          ).toEqual(find(values, rules));
        }
      ),
      {seed: 1, numRuns: 100}
    );
  });
});
