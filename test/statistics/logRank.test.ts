import {describe, expect, it} from 'vitest';
import {logRank} from '../../src/statistics/logRank.ts';
import {expectNear} from './expectNear.ts';
import {LEUKAEMIA} from './series/leukaemia.ts';

describe('logRank', () => {
  // R survival::survdiff 3.5-3.
  it('of remission with and without maintenance', () => {
    const {statistic, degrees, p, observed, expected} = logRank(LEUKAEMIA);
    expectNear([statistic, degrees, p], [3.3963886989776, 1, 0.0653393220405051], 1e-9);
    expect(observed).toEqual([7, 11]);
    expectNear(expected, [10.6893359923007, 7.31066400769928], 1e-9);
  });

  it('of three groups does not depend on their order', () => {
    const groups = [...LEUKAEMIA, {times: [3, 6, 9, 60], ended: [true, false, true, true]}];
    const found = logRank(groups);
    const turned = logRank([...groups].reverse());
    expect(found.degrees).toBe(2);
    expectNear([turned.statistic, turned.p], [found.statistic, found.p], 1e-9);
    const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);
    expect(total(found.expected)).toBeCloseTo(total(found.observed), 9);
  });

  it('passes over a group that is never at risk with another, and compares nothing alone', () => {
    const [maintained, other] = LEUKAEMIA;
    const withEmpty = logRank([maintained, {times: [], ended: []}, other]);
    expect(withEmpty.degrees).toBe(1);
    expect(withEmpty.statistic).toBeCloseTo(logRank(LEUKAEMIA).statistic, 9);
    for (const groups of [
      [],
      [maintained],
      [
        {times: [1], ended: [false]},
        {times: [2], ended: [false]}
      ]
    ]) {
      expect(logRank(groups)).toMatchObject({statistic: 0, degrees: 0, p: 1});
    }
  });

  it('finds no difference between a group and itself', () => {
    const [maintained] = LEUKAEMIA;
    const {statistic, p} = logRank([maintained, maintained]);
    expect(statistic).toBeCloseTo(0, 12);
    expect(p).toBeCloseTo(1, 5);
  });
});
