import {expect, test} from 'vitest';
import {compareFigures, differenceInterval} from '../../../reports/figures/compareFigures.ts';
import type {KpiValue} from '../../../src/publish/siteData.ts';
import {EXAMPLE_KPIS, exampleValue} from '../../publish/exampleSite.ts';

const higher = EXAMPLE_KPIS.find(({id}) => id === 'satisfaction')!;
const lower = EXAMPLE_KPIS.find(({id}) => id === 'recurrence_rate')!;
const neither = EXAMPLE_KPIS.find(({id}) => id === 'invalid_rate')!;

/** A share with its Wilson interval. */
function share(numerator: number, denominator: number): KpiValue {
  const z = 1.959964;
  const p = numerator / denominator;
  const middle = (p + (z * z) / (2 * denominator)) / (1 + (z * z) / denominator);
  const half =
    (z * Math.sqrt((p * (1 - p)) / denominator + (z * z) / (4 * denominator ** 2))) / (1 + (z * z) / denominator);
  return exampleValue({kpi: 'satisfaction', numerator, denominator, value: p, low: middle - half, high: middle + half});
}

// Newcombe, Statistics in Medicine 17 (1998) 873–890, Table II, method 10.
test.each([
  [56, 70, 48, 80, 0.0524, 0.3339],
  [9, 10, 3, 10, 0.1705, 0.809],
  [10, 10, 0, 20, 0.6791, 1.0]
])('%d/%d against %d/%d', (a, m, b, n, low, high) => {
  const interval = differenceInterval(share(a, m), share(b, n))!;
  expect(interval[0]).toBeCloseTo(low, 4);
  expect(interval[1]).toBeCloseTo(high, 4);
});

test('only an interval that leaves out zero is beyond chance', () => {
  expect(compareFigures(higher, share(56, 70), share(48, 80))?.certainty).toBe('beyond');
  expect(compareFigures(higher, share(50, 70), share(50, 80))?.certainty).toBe('within');
  expect(compareFigures(higher, {...share(56, 70), low: null}, share(48, 80))?.certainty).toBe('unknown');
});

test('better and worse follow the direction that the definition gives', () => {
  const tones = [higher, lower, neither].map((kpi) => compareFigures(kpi, share(5, 10), share(4, 10))?.tone);
  expect(tones).toEqual(['better', 'worse', 'neutral']);
});

test('missing and withheld figures are not compared', () => {
  expect(compareFigures(higher, undefined, share(4, 10))).toBeUndefined();
  expect(compareFigures(higher, share(4, 10), {...share(4, 10), is_withheld: true})).toBeUndefined();
  expect(compareFigures(higher, {...share(4, 10), value: null}, share(4, 10))).toBeUndefined();
});
