import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import {standardisedRatio} from '../../src/statistics/standardisedRatio.ts';
import {expectNear} from './expectNear.ts';

// UKHSA PHEindicatormethods, tests/testthat/testdata_DSR_ISR.xlsx: events and persons by age, and those of the reference.
const COUNTS = [127, 25, 18, 21, 12, 27, 48, 27, 29, 32, 32, 34, 45, 65, 38, 68, 74, 82, 91];
const PERSONS = [636, 558, 609, 543, 384, 594, 669, 843, 660, 576, 606, 522, 426, 273, 300, 288, 153, 123, 207];
const REFERENCE_COUNTS = [
  10303, 2824, 0, 3615, 3641, 3490, 3789, 3213, 3031, 2771, 3089, 3490, 3595, 4745, 5514, 7125, 5694, 6210, 5757
];
const REFERENCE_PERSONS = [
  50520, 57173, 60213, 54659, 44345, 50128, 62163, 67423, 62899, 55463, 60479, 49974, 44140, 40888, 37239, 30819, 18136,
  15325, 13918
];

describe('standardisedRatio', () => {
  const observed = COUNTS.reduce((sum, count) => sum + count, 0);
  const expected = PERSONS.reduce(
    (sum, persons, i) => sum + (persons * REFERENCE_COUNTS[i]!) / REFERENCE_PERSONS[i]!,
    0
  );
  const values = (count: number, confidence?: number) => {
    const {ratio, low, high} = standardisedRatio(count, expected, confidence)!;
    return [ratio, low, high];
  };

  it('of many events', () => {
    expect(observed).toBe(895);
    expect(expected).toBeCloseTo(835.883561231174, 9);
    expectNear(values(observed), [1.07072329390203, 1.0017147712554, 1.14323328724989], 1e-9);
    expectNear(values(observed, 0.998).slice(1), [0.963515561961444, 1.18600704158763], 1e-9);
  });

  it('of fewer events, and exactly of fewer than ten', () => {
    expectNear(values(91), [0.108866837704005, 0.087650401018294, 0.133665763284189], 1e-9);
    expectNear(values(9), [0.0107670498828137, 0.00492338082509578, 0.0204392145554997], 1e-9);
    expectNear(values(9, 0.998).slice(1), [0.00293393065506826, 0.0271058965146902], 1e-9);
  });

  it('is not there where nothing is expected', () => {
    expect(standardisedRatio(3, 0)).toBeUndefined();
  });

  it('lies in its interval, the wider the fewer the events', () => {
    fc.assert(
      fc.property(fc.nat(2000), fc.double({min: 0.5, max: 2000, noNaN: true}), (count, events) => {
        const few = standardisedRatio(count, events)!;
        const many = standardisedRatio(10 * count, 10 * events)!;
        expect(few.low).toBeLessThanOrEqual(few.ratio);
        expect(few.high).toBeGreaterThan(few.ratio);
        expect(many.high - many.low).toBeLessThan(few.high - few.low);
      }),
      {seed: 1, numRuns: 50}
    );
  });
});
