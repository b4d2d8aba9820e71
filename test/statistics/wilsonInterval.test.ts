import {describe, expect, it} from 'vitest';
import {wilsonInterval} from '../../src/statistics/wilsonInterval.ts';
import {intervalsBySql} from './intervalsBySql.ts';

// scipy, scipy/stats/tests/test_morestats.py, test_ci_wilson_method (n = 10, from R); statsmodels, tests/test_proportion.py
// (100 of 200, R 4.3.3 DescTools); UKHSA PHEindicatormethods, tests/testthat/testdata_Proportion.xlsx (the others).
const KNOWN = [
  {count: 3, total: 10, confidence: 0.95, low: 0.1077913, high: 0.6032219},
  {count: 3, total: 10, confidence: 0.99, low: 0.07956632, high: 0.6799753},
  {count: 0, total: 10, confidence: 0.95, low: 0, high: 0.2775328},
  {count: 10, total: 10, confidence: 0.95, low: 0.7224672, high: 1},
  {count: 100, total: 200, confidence: 0.95, low: 0.4313609, high: 0.5686391},
  {count: 65, total: 100, confidence: 0.95, low: 0.55254443296888, high: 0.736357517569025},
  {count: 65, total: 100, confidence: 0.998, low: 0.495494657407043, high: 0.77835406140897},
  {count: 1045, total: 5000, confidence: 0.95, low: 0.197955498800133, high: 0.22049130373189},
  {count: 1, total: 100, confidence: 0.95, low: 0.00176743206414065, high: 0.0544861961787053},
  {count: 9856, total: 12345, confidence: 0.95, low: 0.791210175290907, high: 0.805364007361491}
];

describe('wilsonInterval', () => {
  it.each(KNOWN)('of $count of $total at $confidence', async ({count, total, confidence, low, high}) => {
    const found = wilsonInterval(count, total, confidence)!;
    expect(found.low).toBeCloseTo(low, 6);
    expect(found.high).toBeCloseTo(high, 6);
    const bySql = await intervalsBySql('wilson', [count, total], confidence);
    expect(bySql.low).toBeCloseTo(found.low, 12);
    expect(bySql.high).toBeCloseTo(found.high, 12);
  });

  it('is as its example says', () => {
    const {low, high} = wilsonInterval(3, 10)!;
    expect({low: Number(low.toFixed(5)), high: Number(high.toFixed(5))}).toEqual({low: 0.10779, high: 0.60322});
  });

  it('is not there for nothing, and never leaves 0 to 1', async () => {
    expect(wilsonInterval(0, 0)).toBeUndefined();
    expect(wilsonInterval(0, 7)!.low).toBe(0);
    expect(wilsonInterval(7, 7)!.high).toBe(1);
    expect(await intervalsBySql('wilson', [7, 7])).toMatchObject({high: 1});
    expect(await intervalsBySql('wilson', [0, 0])).toEqual({low: null, high: null});
    expect(await intervalsBySql('wilson', [0, null])).toEqual({low: null, high: null});
  });
});
