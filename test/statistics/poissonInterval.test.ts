import {describe, expect, it} from 'vitest';
import {byarInterval, garwoodInterval, poissonInterval} from '../../src/statistics/poissonInterval.ts';
import {intervalsBySql} from './intervalsBySql.ts';

// UKHSA PHEindicatormethods, tests/testthat/testdata_Byars_Wilson.xlsx.
const BYAR = [
  {count: 65, confidence: 0.95, low: 50.1631877104595, high: 82.8491385459398},
  {count: 1045, confidence: 0.95, low: 982.593201807333, high: 1110.33121298565},
  {count: 1, confidence: 0.95, low: 0.0130721329015044, high: 5.56375558247526},
  {count: 65, confidence: 0.998, low: 42.8802614714802, high: 94.000290844318},
  {count: 10, confidence: 0.998, low: 2.91631837469569, high: 24.1937249278805}
];

// F. Garwood (1936), Biometrika 28, table I, 95 %: half the quantiles of chi-square with 2n and 2n + 2 degrees of freedom.
const GARWOOD = [
  {count: 0, low: 0, high: 3.6889},
  {count: 1, low: 0.0253, high: 5.5716},
  {count: 2, low: 0.2422, high: 7.2247},
  {count: 5, low: 1.6235, high: 11.6683},
  {count: 9, low: 4.1154, high: 17.0848}
];

describe('byarInterval', () => {
  it.each(BYAR)('of $count at $confidence', ({count, confidence, low, high}) => {
    const found = byarInterval(count, confidence);
    expect(found.low).toBeCloseTo(low, 8);
    expect(found.high).toBeCloseTo(high, 8);
  });
});

describe('garwoodInterval', () => {
  it.each(GARWOOD)('of $count', ({count, low, high}) => {
    const found = garwoodInterval(count);
    expect(found.low).toBeCloseTo(low, 4);
    expect(found.high).toBeCloseTo(high, 3);
  });

  it('is solved to the last bits: −ln 0.025 for nothing', () => {
    expect(garwoodInterval(0).high).toBeCloseTo(-Math.log(0.025), 12);
  });
});

describe('poissonInterval', () => {
  it('is exact below ten and Byar’s from ten on', () => {
    expect(poissonInterval(9)).toEqual(garwoodInterval(9));
    expect(poissonInterval(10)).toEqual(byarInterval(10));
  });

  it('is as its example says', () => {
    const {low, high} = poissonInterval(0);
    expect({low, high: Number(high.toFixed(5))}).toEqual({low: 0, high: 3.68888});
  });

  it.each([0, 1, 5, 9, 10, 65, 1045])('is the same in SQL for %i', async (count) => {
    const {low, high} = poissonInterval(count);
    const bySql = await intervalsBySql('poisson', [count]);
    expect(bySql.low).toBeCloseTo(low, 10);
    expect(bySql.high).toBeCloseTo(high, 10);
  });
});
