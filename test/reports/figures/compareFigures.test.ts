import {expect, test} from 'vitest';
import {compareFigures} from '../../../reports/figures/compareFigures.ts';
import {periodOf} from '../../../reports/figures/period.ts';
import {EXAMPLE_KPIS, exampleValue} from '../../publish/exampleSite.ts';
import {exampleReport} from '../exampleReport.ts';

const october = periodOf('month', '2026-10-01');
const kpiOf = (id: string) => EXAMPLE_KPIS.find((kpi) => kpi.id === id)!;

/** A KPI in September and October with intervals of so much to each side. */
function compared(id: string, [earlier, later]: [number, number], half: number | null) {
  const value = (month: string, given: number) =>
    exampleValue({
      kpi: id,
      period_start: `2026-${month}-01`,
      value: given,
      low: half === null ? null : given - half,
      high: half === null ? null : given + half
    });
  const {figures} = exampleReport([value('09', earlier), value('10', later)]);
  return compareFigures(figures, kpiOf(id), october, 'before');
}

test('only an interval that leaves out zero is beyond chance', () => {
  expect(compared('satisfaction', [0.6, 0.8], 0.1)?.certainty).toBe('beyond');
  expect(compared('satisfaction', [0.7, 0.8], 0.1)?.certainty).toBe('within');
  expect(compared('satisfaction', [0.6, 0.8], null)?.certainty).toBe('unknown');
});

test('better and worse follow the direction that the definition gives', () => {
  const tones = ['satisfaction', 'recurrence_rate', 'invalid_rate'].map((id) => compared(id, [0.4, 0.5], 0.1)?.tone);
  expect(tones).toEqual(['better', 'worse', 'neutral']);
});

test('what the mart does not tell is not compared', () => {
  const {figures} = exampleReport([exampleValue({kpi: 'satisfaction', value: 0.5})]);
  expect(compareFigures(figures, kpiOf('satisfaction'), october, 'before')).toBeUndefined();
});
