import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {benjaminiHochberg} from '../../src/statistics/benjaminiHochberg.ts';
import {expectNear} from './expectNear.ts';

describe('benjaminiHochberg', () => {
  // Y. Benjamini, Y. Hochberg (1995), 3.2: four of fifteen are rejected at 0.05, by Bonferroni three; adjusted by R p.adjust.
  it('of the fifteen tests of the paper', () => {
    const p = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1
    ];
    const q = benjaminiHochberg(p);
    expectNear(
      q,
      [
        0.0015, 0.003, 0.0095, 0.035625, 0.0603, 0.0638571428571429, 0.0638571428571429, 0.0645, 0.0765, 0.486,
        0.581181818181818, 0.714875, 0.753230769230769, 0.813214285714286, 1
      ],
      1e-9
    );
    expect(q.filter((one) => one <= 0.05)).toHaveLength(4);
    expect(p.filter((one) => one * p.length <= 0.05)).toHaveLength(3);
  });

  // scipy, scipy/stats/tests/test_morestats.py, test_against_TileStats; adjusted by R p.adjust.
  it('of eight tests', () => {
    const q = benjaminiHochberg([0.005, 0.009, 0.019, 0.022, 0.051, 0.101, 0.361, 0.387]);
    expectNear(q, [0.036, 0.036, 0.044, 0.044, 0.0816, 0.134666666666667, 0.387, 0.387], 1e-9);
    expectNear(q, [0.036, 0.036, 0.044, 0.044, 0.082, 0.135, 0.387, 0.387], 5e-4);
  });

  it('of nothing and of one test', () => {
    expect(benjaminiHochberg([])).toEqual([]);
    expect(benjaminiHochberg([0.03])).toEqual([0.03]);
  });

  it('is at least p and at most 1, in the order of p, whatever the order of the tests', () => {
    fc.assert(
      fc.property(fc.array(fc.double({min: 0, max: 1, noNaN: true}), {minLength: 1, maxLength: 30}), (p) => {
        const q = benjaminiHochberg(p);
        p.forEach((one, i) => {
          expect(q[i]).toBeGreaterThanOrEqual(one);
          expect(q[i]).toBeLessThanOrEqual(1);
          p.forEach((other, j) => {
            if (one < other) expect(q[i]).toBeLessThanOrEqual(q[j]!);
          });
        });
        expect(benjaminiHochberg([...p].reverse())).toEqual([...q].reverse());
      }),
      {seed: 1, numRuns: 50}
    );
  });
});
