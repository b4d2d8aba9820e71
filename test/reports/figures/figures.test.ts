import {expect, test} from 'vitest';
import {Figures} from '../../../reports/figures/figures.ts';
import {parsePeriod} from '../../../reports/figures/period.ts';
import type {KpiValue} from '../../../src/publish/siteData.ts';
import {exampleSite, exampleValue} from '../../publish/exampleSite.ts';

const count = (period_start: string, value: number, given: Partial<KpiValue> = {}) =>
  exampleValue({kpi: 'complaints', period_start, value, numerator: value, ...given});
const figuresOf = (values: KpiValue[], asOf = '2026-11-05 06:00') => new Figures({...exampleSite({asOf}), values});

test('the latest month is the last that is over and has records', () => {
  const figures = figuresOf([count('2026-09-01', 3), count('2026-10-01', 4), count('2026-11-01', 1)]);
  expect(figures.latestMonth()?.id).toBe('2026-10');
  expect(figures.periods('month').map(({id}) => id)).toEqual(['2026-09', '2026-10', '2026-11']);
});

test('months in which only a stock is counted have no report', () => {
  const stock = exampleValue({kpi: 'open_complaints', period_start: '2026-10-01', value: 7, numerator: 7});
  expect(figuresOf([count('2024-05-01', 3), stock]).latestMonth()?.id).toBe('2024-05');
});

test('zero counts and months that have not begun have no report; without any there is no latest month', () => {
  expect(figuresOf([count('2026-09-01', 0), count('2026-12-01', 2)]).latestMonth()).toBeUndefined();
});

test('where no month is over, the last one is reported', () => {
  expect(figuresOf([count('2026-11-01', 2)]).latestMonth()?.id).toBe('2026-11');
});

test('a series runs by the calendar and keeps its gaps', () => {
  const figures = figuresOf([count('2026-07-01', 3), count('2026-09-01', 4)]);
  const series = figures.series('complaints', parsePeriod('2026-10')!, 24);
  expect(series.map(({period, figure}) => [period.id, figure?.value])).toEqual([
    ['2026-07', 3],
    ['2026-08', undefined],
    ['2026-09', 4],
    ['2026-10', undefined]
  ]);
});

test('a KPI has data once any period has a denominator or a value', () => {
  const figures = figuresOf([
    exampleValue({kpi: 'satisfaction', numerator: 0, denominator: 0}),
    exampleValue({kpi: 'csat', numerator: 1, denominator: 3, is_withheld: true})
  ]);
  expect([figures.hasData('satisfaction'), figures.hasData('csat'), figures.hasData('nps')]).toEqual([
    false,
    true,
    false
  ]);
});
