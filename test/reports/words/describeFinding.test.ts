import {expect, test} from 'vitest';
import {findFindings} from '../../../reports/figures/findFindings.ts';
import {describeEarlier, describeFinding} from '../../../reports/words/describeFinding.ts';
import type {KpiValue, Locale} from '../../../src/publish/siteData.ts';
import {exampleValue} from '../../publish/exampleSite.ts';
import {exampleReport} from '../exampleReport.ts';

const onTime = (given: Partial<KpiValue>) => exampleValue({kpi: 'resolution_on_time', ...given});
const october = onTime({numerator: 1204, denominator: 1307, value: 0.921, low: 0.905, high: 0.934, target: 0.95});
const september = onTime({
  period_start: '2026-09-01',
  numerator: 1180,
  denominator: 1250,
  value: 0.944,
  low: 0.93,
  high: 0.955
});
const lastOctober = onTime({
  period_start: '2025-10-01',
  numerator: 93,
  denominator: 100,
  value: 0.93,
  low: 0.863,
  high: 0.966
});

function describe(values: KpiValue[], locale: Locale): string[] {
  const {figures, period} = exampleReport(values, {locale});
  const kpi = figures.kpi('resolution_on_time')!;
  const [finding] = findFindings(figures, [kpi], period!);
  const {name, rest} = describeFinding(finding!, period!, true, locale);
  return [`${name} ${rest}`, describeEarlier(finding!, period!, locale)];
}

test('a finding says figure, counts, target, both changes and how certain each is', () => {
  expect(describe([october, september, lastOctober], 'zh-CN')).toEqual([
    '投诉处理及时率 92.1%（1,204/1,307），未达到目标 95%。比上月低 2.3 个百分点，超出偶然波动；比去年同期低 0.9 个百分点，在偶然波动范围内。',
    '上月 94.4%（1,180/1,250） · 去年同期 93.0%（93/100）'
  ]);
  expect(describe([october, september, lastOctober], 'en')).toEqual([
    'Resolved on time 92.1% (1,204 of 1,307), misses the target of 95%; 2.3 percentage points lower than the month before, beyond chance; 0.9 percentage points lower than a year earlier, within chance.',
    'The month before 94.4% (1,180 of 1,250) · A year earlier 93.0% (93 of 100)'
  ]);
});

test('what is true of both changes is said once', () => {
  const same = {...september, period_start: '2025-10-01'};
  expect(describe([october, september, same], 'zh-CN')[0]).toContain(
    '比上月低 2.3 个百分点，比去年同期低 2.3 个百分点，均超出偶然波动。'
  );
});

test('without an interval nothing is said of chance', () => {
  const [sentence] = describe([{...october, target: null, low: null}, september], 'zh-CN');
  expect(sentence).toBe('投诉处理及时率 92.1%（1,204/1,307）。比上月低 2.3 个百分点。');
});

test('a gap to the target that chance could explain is told as such', () => {
  const [sentence] = describe([{...october, target: 0.93}], 'zh-CN');
  expect(sentence).toBe('投诉处理及时率 92.1%（1,204/1,307），未达到目标 93%（差距在偶然波动范围内）。');
});

test('a withheld figure is no finding and compares with none', () => {
  const {figures, period} = exampleReport([{...october, is_withheld: true}]);
  expect(findFindings(figures, [figures.kpi('resolution_on_time')!], period!)).toEqual([]);
  expect(describe([october, {...september, is_withheld: true}], 'zh-CN')[1]).toBe('');
});
