import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {runsLimits, runsTest} from '../../src/statistics/runsTest.ts';

describe('runsLimits', () => {
  // qicharts2, R/helper.functions.R: round(log2(n)) + 3 and qbinom(0.05, n − 1, 0.5).
  it('are those of Anhøj', () => {
    const useful = [
      10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37,
      38, 39, 40, 41, 42, 43, 44, 45, 46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59, 60, 80, 100, 120
    ];
    const limits = useful.map(runsLimits);
    expect(limits.map(({longestRunLimit}) => longestRunLimit)).toEqual([
      6, 6, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 9, 9,
      9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 9, 10, 10
    ]);
    expect(limits.map(({crossingsLimit}) => crossingsLimit)).toEqual([
      2, 2, 3, 3, 4, 4, 4, 5, 5, 6, 6, 6, 7, 7, 8, 8, 8, 9, 9, 10, 10, 11, 11, 11, 12, 12, 13, 13, 14, 14, 14, 15, 15,
      16, 16, 17, 17, 17, 18, 18, 19, 19, 20, 20, 21, 21, 21, 22, 22, 23, 23, 32, 41, 51
    ]);
  });
});

describe('runsTest', () => {
  it('passes over points on the centre', () => {
    expect(runsTest([3, 2, 3, 1, 2, 1, NaN, 1], 2)).toEqual({
      useful: 5,
      longestRun: 3,
      longestRunLimit: 5,
      crossings: 1,
      crossingsLimit: 0,
      isSignal: false,
      runs: [2, 0, 2, 3, 0, 3, 0, 3]
    });
  });

  it('finds a shift of half of the points', () => {
    const shifted = Array.from({length: 24}, (_, i) => (i < 12 ? 1 : 3));
    expect(runsTest(shifted, 2)).toMatchObject({longestRun: 12, crossings: 1, isSignal: true});
  });

  it('has no signal of nothing, of one point or of the centre', () => {
    for (const values of [[], [1], [2], [2, 2, 2]]) expect(runsTest(values, 2).isSignal).toBe(false);
  });

  it('counts every useful point once', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({min: -1, max: 1}), {maxLength: 60}), (values) => {
        const {useful, runs, longestRun, crossings} = runsTest(values, 0);
        expect(useful).toBe(values.filter((value) => value !== 0).length);
        expect(Math.max(0, ...runs)).toBe(longestRun);
        const perRun = runs.filter((length) => length > 0).reduce((sum, length) => sum + 1 / length, 0);
        expect(perRun).toBeCloseTo(useful === 0 ? 0 : crossings + 1, 9);
        expect(
          runsTest(
            values.map((value) => -value),
            0
          )
        ).toEqual(runsTest(values, 0));
      }),
      {seed: 1, numRuns: 100}
    );
  });
});
