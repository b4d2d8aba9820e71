import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {curveQuantile, kaplanMeier, survivalAt} from '../../src/statistics/kaplanMeier.ts';
import {expectNear} from './expectNear.ts';
import {LEUKAEMIA} from './series/leukaemia.ts';

describe.each(LEUKAEMIA)('kaplanMeier of the remission of the $group', (group) => {
  const curve = kaplanMeier(group.times, group.ended);
  const asLog = kaplanMeier(group.times, group.ended, {scale: 'log'});

  it('is as survfit has it', () => {
    expect(curve.steps.map(({time}) => time)).toEqual(group.at);
    expect(curve.steps.map(({atRisk}) => atRisk)).toEqual(group.atRisk);
    expect(curve.steps.map(({ended}) => ended)).toEqual(group.exits);
    expectNear(
      curve.steps.map(({survival}) => survival),
      group.survival,
      1e-9
    );
    expectNear(
      curve.steps.map(({standardError}) => standardError),
      group.standardError,
      1e-9
    );
    expectNear(
      curve.steps.map(({low}) => low),
      group.low,
      1e-9
    );
    expectNear(
      curve.steps.map(({high}) => high),
      group.high,
      1e-9
    );
    expectNear(
      asLog.steps.map(({low}) => low),
      group.lowLog,
      1e-9
    );
    expectNear(
      asLog.steps.map(({high}) => high),
      group.highLog,
      1e-9
    );
  });

  it('has its median', () => {
    expect(curveQuantile(asLog, 0.5)).toEqual(group.median);
    expect(curveQuantile(curve, 0.5).value).toBe(group.median.value);
  });
});

describe('kaplanMeier', () => {
  // Ten cases, four of them still open; by survfit 3.5-3: 61 % within seven days, where other ways of counting say 50 to 83 %.
  it('counts open cases for as long as they are known', () => {
    const days = [2, 3, 5, 6, 7, 9, 4, 8, 1, 10];
    const closed = [true, true, true, true, true, true, false, false, false, false];
    const {survival, low, high} = survivalAt(kaplanMeier(days, closed), 7)!;
    expectNear([1 - survival, 1 - high!, 1 - low!], [0.611111111111111, 0.3125337805522, 0.907479147080338], 1e-9);
  });

  it('is 1 before the first exit and unknown after the longest observation', () => {
    const curve = kaplanMeier([2, 5, 9], [true, true, false]);
    expect(survivalAt(curve, 1.9)).toEqual({survival: 1, standardError: 0, low: 1, high: 1});
    expect(survivalAt(curve, 9)!.survival).toBeCloseTo(1 / 3, 12);
    expect(survivalAt(curve, 9.1)).toBeUndefined();
    expect(survivalAt(kaplanMeier([2, 5], [true, true]), 99)).toEqual({
      survival: 0,
      standardError: null,
      low: null,
      high: null
    });
  });

  it('says nothing of nothing, and all is open where nothing has ended', () => {
    const nothing = kaplanMeier([], []);
    expect(nothing).toEqual({steps: [], until: null});
    expect(survivalAt(nothing, 0)).toBeUndefined();
    expect(curveQuantile(nothing, 0.5)).toEqual({value: null, low: null, high: null});
    expect(kaplanMeier([3, 4], [false, false])).toEqual({steps: [], until: 4});
  });

  it('takes the middle of a level at exactly the share as its quantile', () => {
    expect(curveQuantile(kaplanMeier([1, 2, 4, 6], [true, true, true, true]), 0.5).value).toBe(3);
    expect(curveQuantile(kaplanMeier([1, 2, 4, 6], [true, true, true, true]), 0.9).value).toBe(6);
  });

  it('falls from 1 to 0 within its bounds, in any order, and is the share that is left where nothing is censored', () => {
    const observation = fc.tuple(fc.integer({min: 0, max: 30}), fc.boolean());
    fc.assert(
      fc.property(fc.array(observation, {minLength: 1, maxLength: 40}), (observations) => {
        const times = observations.map(([time]) => time);
        const ended = observations.map(([, end]) => end);
        const curve = kaplanMeier(times, ended);
        let last = 1;
        for (const {survival, low, high} of curve.steps) {
          expect(survival).toBeLessThan(last);
          expect(survival).toBeGreaterThanOrEqual(0);
          if (low !== null && high !== null) {
            expect(low).toBeLessThanOrEqual(survival);
            expect(high).toBeGreaterThanOrEqual(survival);
            expect(high).toBeLessThanOrEqual(1);
          }
          last = survival;
        }
        expect(kaplanMeier([...times].reverse(), [...ended].reverse())).toEqual(curve);
        const weights = times.map((_, i) => 1 + (i % 3));
        const repeat = <T>(values: readonly T[]) => values.flatMap((value, i) => new Array<T>(weights[i]!).fill(value));
        expect(kaplanMeier(times, ended, {weights})).toEqual(kaplanMeier(repeat(times), repeat(ended)));
        for (const {time, survival} of kaplanMeier(
          times,
          times.map(() => true)
        ).steps) {
          expect(survival).toBeCloseTo(times.filter((one) => one > time).length / times.length, 9);
        }
      }),
      {seed: 1, numRuns: 50}
    );
  });
});
