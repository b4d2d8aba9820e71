import {expect, test} from 'vitest';
import {parsePeriod} from '../../../reports/figures/period.ts';
import {axisLabel, periodName, reportName, shortPeriodName} from '../../../reports/words/periodName.ts';

test.each([
  ['2026-10', '2026年10月', 'October 2026', '10月', 'Oct', '月报'],
  ['2026-Q4', '2026年第四季度', 'Q4 2026', '四季度', 'Q4', '季报'],
  ['2026', '2026年', '2026', '2026年', '2026', '年报']
])('%s', (id, chinese, english, shortChinese, shortEnglish, report) => {
  const period = parsePeriod(id)!;
  expect(periodName(period, 'zh-CN')).toBe(chinese);
  expect(periodName(period, 'en')).toBe(english);
  expect(shortPeriodName(period, 'zh-CN')).toBe(shortChinese);
  expect(shortPeriodName(period, 'en')).toBe(shortEnglish);
  expect(reportName(period, 'zh-CN')).toBe(report);
});

test('an axis names the year where it begins and the months by quarter', () => {
  const labels = ['2025-12', '2026-01', '2026-02', '2026-04', '2026-Q2'].map((id) => axisLabel(parsePeriod(id)!, 'en'));
  expect(labels).toEqual(['', '2026', '', 'Apr', '']);
});
