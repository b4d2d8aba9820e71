import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {aalenJohansen, incidenceAt} from '../../src/statistics/aalenJohansen.ts';
import {kaplanMeier} from '../../src/statistics/kaplanMeier.ts';
import {expectNear} from './expectNear.ts';

describe('aalenJohansen', () => {
  // R package survival 3.5-3, survfit on the first 60 rows of mgus2: months, 1 the disease, 2 death without it.
  it('of a disease and death', () => {
    const months = [
      30, 25, 46, 92, 8, 4, 151, 2, 57, 136, 2, 108, 10, 14, 18, 43, 34, 67, 16, 62, 129, 116, 25, 88, 115, 75, 55, 25,
      206, 7, 118, 2, 26, 164, 101, 27, 60, 2, 125, 18, 98, 98, 77, 37, 85, 136, 196, 3, 159, 158, 90, 139, 4, 5, 94,
      29, 84, 321, 147, 13
    ];
    const causes = [
      2, 2, 2, 2, 2, 2, 2, 2, 0, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 0, 2, 2, 2, 2, 2, 2, 0, 2, 2, 2, 2, 2, 0, 2, 2, 2,
      2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 0, 0, 2, 2, 2, 2, 2, 1, 2, 2, 2, 2
    ];
    const curve = aalenJohansen(months, causes);
    const found = [12, 24, 60, 120, 180].map((month) => incidenceAt(curve, month)!);
    expectNear(
      found.map(({incidence}) => incidence[0]),
      [0, 0, 0.0166666666666667, 0.0166666666666667, 0.0166666666666667],
      1e-9
    );
    expectNear(
      found.map(({incidence}) => incidence[1]),
      [0.183333333333333, 0.266666666666667, 0.467204301075269, 0.729606035962772, 0.895504653474293],
      1e-9
    );
    expectNear(
      found.map(({free}) => free),
      [0.816666666666667, 0.733333333333333, 0.516129032258064, 0.253727297370561, 0.0878286798590404],
      1e-9
    );
  });

  it('is nothing before the first exit and unknown after the longest observation', () => {
    const curve = aalenJohansen([2, 5, 9], [1, 2, 0]);
    expect(incidenceAt(curve, 1)).toEqual({free: 1, incidence: [0, 0]});
    expect(incidenceAt(curve, 10)).toBeUndefined();
    expect(incidenceAt(aalenJohansen([2], [1]), 10)).toEqual({free: 0, incidence: [1]});
    expect(incidenceAt(aalenJohansen([], []), 0)).toBeUndefined();
    expect(aalenJohansen([3], [0])).toEqual({steps: [], until: 3, causes: 0});
  });

  it('adds up to 1, and is Kaplan and Meier’s where there is one cause', () => {
    const observation = fc.tuple(fc.integer({min: 0, max: 30}), fc.integer({min: 0, max: 3}));
    fc.assert(
      fc.property(fc.array(observation, {minLength: 1, maxLength: 40}), (observations) => {
        const times = observations.map(([time]) => time);
        const causes = observations.map(([, cause]) => cause);
        for (const {free, incidence} of aalenJohansen(times, causes).steps) {
          expect(incidence.reduce((sum, share) => sum + share, free)).toBeCloseTo(1, 12);
        }
        const ended = causes.map((cause) => cause > 0);
        const alone = aalenJohansen(times, ended.map(Number)).steps.map(({free}) => free);
        expectNear(
          alone,
          kaplanMeier(times, ended).steps.map(({survival}) => survival),
          1e-12
        );
        const weights = times.map((_, i) => 1 + (i % 3));
        const repeat = (values: readonly number[]) =>
          values.flatMap((value, i) => new Array<number>(weights[i]!).fill(value));
        expect(aalenJohansen(times, causes, {weights})).toEqual(aalenJohansen(repeat(times), repeat(causes)));
      }),
      {seed: 1, numRuns: 50}
    );
  });
});
