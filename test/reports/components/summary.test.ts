import {expect, test} from 'vitest';
import {summaryCounts} from '../../../reports/components/summaryCounts.ts';
import {summaryMatrix} from '../../../reports/components/summaryMatrix.ts';
import {exampleSummary} from '../../publish/exampleRecords.ts';
import {exampleValue} from '../../publish/exampleSite.ts';
import {exampleReport, renderText} from '../exampleReport.ts';

const values = [exampleValue({kpi: 'complaints', value: 12, numerator: 12})];
const report = exampleReport(values, {summary: exampleSummary(values)});

test('departments and categories stand in the order of the policy, with its marks and with totals', () => {
  expect(renderText(summaryMatrix, report, {})).toBe(
    '本期共受理投诉 12 件。 部门 A 商品质量 B 配送延迟 未填写 合计 售后服务部 3 2 1 6 门店运营部 3 2 1 6 合计 6 4 2 12 另有 1 个部门未逐一列出，已计入合计。'
  );
});

test('categories for which there is no room share a column', () => {
  expect(renderText(summaryMatrix, report, {columns: 1})).toContain(
    '部门 B 配送延迟 其余 合计 售后服务部 2 4 6 门店运营部 2 4 6 合计 4 8 12'
  );
});

test('of each category it is told what became of its complaints', () => {
  expect(renderText(summaryCounts, report, {dimension: 'category'})).toBe(
    '类别 投诉 有效 已办结 按时 逾期 重复 重新处理 升级 赔付（元） A 商品质量 6 5 4 4 1 0 1 0 900 B 配送延迟 4 3 2 2 1 0 1 0 600 未填写 2 1 0 0 1 0 1 0 300 合计 12 11 10 10 1 0 1 0 1,800'
  );
  expect(renderText(summaryCounts, report, {dimension: 'department'})).toContain('部门 投诉 有效');
});

test('a period without complaints says so', () => {
  const empty = exampleReport(values, {summary: {totals: [], cells: []}});
  expect(renderText(summaryMatrix, empty, {})).toBe('本期没有受理投诉。');
  expect(renderText(summaryCounts, empty, {dimension: 'category'})).toBe('本期没有受理投诉。');
});
