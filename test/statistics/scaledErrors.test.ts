import {describe, expect, test} from 'vitest';
import {scaledErrors} from '../../src/statistics/scaledErrors.ts';
import {seasonalNaive, seasonalScale} from '../../src/statistics/seasonalNaive.ts';
import {AIR_PASSENGERS} from './series/airPassengers.ts';

// R forecast::accuracy on AirPassengers, the year 1960 held out, forecast 8.20
describe('the errors on the last year of the air passengers', () => {
  const training = AIR_PASSENGERS.slice(0, -12);
  const actual = AIR_PASSENGERS.slice(-12);

  test('of seasonal naive', () => {
    const {points} = seasonalNaive(training, 12, 12)!;
    expect(points).toEqual([360, 342, 406, 396, 420, 472, 548, 559, 463, 407, 362, 405]);
    const {mase, rmsse} = scaledErrors(training, 12, actual, points)!;
    expect(mase).toBeCloseTo(1.57088122605364, 8);
    expect(rmsse).toBeCloseTo(1.46775246008601, 8);
    const scale = seasonalScale(training, 12)!;
    expect(scale.absolute).toBeCloseTo(30.45, 8);
    expect(scale.squared).toBeCloseTo(1193.58333333333, 8);
  });

  test('of ETS(M,Ad,M)', () => {
    const points = [
      411.911475440977, 406.969371120823, 467.348583629514, 450.738594350166, 451.532721867544, 513.23144160943,
      569.88679489854, 567.587346301825, 496.147144439637, 432.215253878683, 376.626282848221, 424.786871072254
    ];
    const {mase, rmsse} = scaledErrors(training, 12, actual, points)!;
    expect(mase).toBeCloseTo(0.74891633290383, 8);
    expect(rmsse).toBeCloseTo(27.3980396702912 / Math.sqrt(1193.58333333333), 8);
  });
});

test('cannot be told where seasonal naive makes no error, or nothing was forecast', () => {
  expect(scaledErrors([1, 2, 1, 2], 2, [1], [1])).toBeUndefined();
  expect(scaledErrors([1, 2], 2, [1], [1])).toBeUndefined();
  expect(scaledErrors([1, 2, 3, 4], 2, [], [])).toBeUndefined();
});
