import {expect, test} from 'vitest';
import {periodLine} from '../../../reports/components/periodLine.ts';
import {periodLinks} from '../../../reports/components/periodLinks.ts';
import {periodList} from '../../../reports/components/periodList.ts';
import type {Grain} from '../../../src/publish/siteData.ts';
import {exampleValue} from '../../publish/exampleSite.ts';
import {exampleReport, renderMarkup, renderText} from '../exampleReport.ts';

const of = (grain: Grain, period_start: string) =>
  exampleValue({kpi: 'complaints', grain, period_start, value: 1, numerator: 1});
const values = [
  of('month', '2026-08-01'),
  of('month', '2026-10-01'),
  of('month', '2026-11-01'),
  of('quarter', '2026-10-01'),
  of('year', '2026-01-01')
];

test('a report links to those before and after it, and to what it is part of', () => {
  expect(renderText(periodLinks, exampleReport(values), {})).toBe(
    '‹ 2026年8月 2026年11月 › 2026年第四季度 2026年 投诉汇总表 客诉不良履历表 全部各期'
  );
  expect(renderMarkup(periodLinks, exampleReport(values), {})).toContain('<a href="./2026-Q4">');
  expect(renderText(periodLinks, exampleReport(values, {period: '2026'}), {})).toBe('投诉汇总表 全部各期');
});

test('the summary and the register lead to themselves in other periods, the register by months alone', () => {
  const summary = renderMarkup(periodLinks, {...exampleReport(values), page: '/operations/summary/2026-10'}, {});
  expect(summary).toContain('<a href="./2026-08">‹ 2026年8月</a>');
  expect(summary).toContain('<a href="./2026-Q4">2026年第四季度</a>');
  expect(summary).toContain('<a href="../../leadership/2026-10">管理报告</a>');
  expect(summary).toContain('<a href="../register/2026-10">客诉不良履历表</a>');
  const register = {...exampleReport(values), page: '/operations/register/2026-10'};
  expect(renderText(periodLinks, register, {})).toBe('‹ 2026年8月 2026年11月 › 管理报告 投诉汇总表 全部各期');
});

test('the list leads to the latest report and marks what is not over', () => {
  const report = {...exampleReport(values), page: '/index'};
  expect(renderText(periodList, report, {})).toBe(
    '最新一期 2026年10月月报 › 2026 月报 8月 10月 11月 未结束 季报 四季度 未结束 年报 2026年 未结束'
  );
  expect(renderMarkup(periodList, report, {})).toContain('<a href="./leadership/2026-08">');
  expect(renderText(periodList, {...exampleReport([]), period: undefined}, {})).toBe('尚无数据');
});

test('the line under the title says whether the period is over', () => {
  expect(renderText(periodLine, exampleReport(values), {})).toContain('数据截至 2026-11-05 06:00 本期已结束');
  expect(renderText(periodLine, exampleReport(values, {period: '2026-11'}), {})).toContain('本期未结束，数字为暂计');
});
