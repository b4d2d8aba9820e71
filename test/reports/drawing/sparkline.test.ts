import {expect, test} from 'vitest';
import {sparkline} from '../../../reports/drawing/sparkline.ts';
import {parsePeriod} from '../../../reports/figures/period.ts';
import {exampleValue} from '../../publish/exampleSite.ts';

const step = (value: number | null) => ({
  period: parsePeriod('2026-10')!,
  figure: exampleValue({kpi: 'complaints', value})
});

test('a missing step breaks the line and the last step is a point at the right end', () => {
  const {text} = sparkline([step(0), step(10), step(null), step(5)], {
    label: 'x',
    target: null,
    isOpen: false
  });
  expect(text).toContain('d="M4,32L54.7,4M156,18"');
  expect(text).toContain('<circle cx="156" cy="18" r="2.5" class="point"/>');
});

test('a level line lies in the middle; an open period is hollow; a target takes part in the scale', () => {
  expect(sparkline([step(3), step(3)], {label: 'x', target: null, isOpen: true}).text).toMatch(
    /d="M4,18L156,18".*class="point open"/
  );
  expect(sparkline([step(0), step(0)], {label: 'x', target: 10, isOpen: false}).text).toContain('M4,4H156');
});
