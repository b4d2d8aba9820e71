import {expect, test} from 'vitest';
import {dutyList} from '../../../reports/components/dutyList.ts';
import {dutyOverview} from '../../../reports/components/dutyOverview.ts';
import type {KpiValue} from '../../../src/publish/siteData.ts';
import {exampleDuties} from '../../publish/exampleRecords.ts';
import {exampleValue} from '../../publish/exampleSite.ts';
import {exampleReport, renderMarkup, renderText} from '../exampleReport.ts';

const onTime = exampleValue({
  kpi: 'resolution_on_time',
  numerator: 1204,
  denominator: 1307,
  value: 0.921,
  low: 0.905,
  high: 0.934,
  target: 0.95
});
const values: KpiValue[] = [
  exampleValue({kpi: 'complaints', value: 40, numerator: 40}),
  exampleValue({kpi: 'complaints', dimension: 'category', member: '商品质量', value: 40, numerator: 40}),
  onTime,
  {...onTime, dimension: 'department', member: '售后服务部', target: null},
  exampleValue({kpi: 'response_on_time', numerator: 19, denominator: 20, value: 0.95, target: 0.9}),
  exampleValue({kpi: 'csat', numerator: 3, denominator: 4, is_withheld: true})
];
const report = (given: KpiValue[] = values) => ({
  ...exampleReport(given, exampleDuties(given)),
  page: '/operations/policy'
});

test('the overview counts the states and tells what each missed clause missed, with a link to it', () => {
  expect(renderText(dutyOverview, report(), {})).toBe(
    '《服务业投诉管理办法》中有 4 条可以检查的要求，按各自最近一个已结束的时期衡量。 ' +
      '1 ✕ 未做到 1 ✓ 已做到 1 ○ 有数据、未设目标 1 — 无法衡量 ' +
      '未做到的条款 5.1 按期办结 投诉处理及时率 92.1%（1,204/1,307），未达到目标 95%'
  );
  expect(renderMarkup(dutyOverview, report(), {})).toContain('<a href="#duty-2">');
});

test('with nothing missed the overview says so; without clauses it says that', () => {
  const kept = report([values[0]!]);
  expect(renderText(dutyOverview, kept, {})).toContain('设有目标的条款都已做到。');
  const none = exampleReport([], {duties: [], duty_states: [], duty_figures: []});
  expect(renderText(dutyOverview, none, {})).toBe('');
  expect(renderText(dutyList, none, {})).toBe('所依据的制度没有列出逐条要求。');
});

test('each clause stands with its figures, what they open to, and the pages on which it is kept', () => {
  const html = renderMarkup(dutyList, report(), {});
  expect(html).toContain('<a href="../figures/complaints">投诉件数</a>');
  expect(html).toContain('<a href="../figures/complaints#by-category">类别</a>');
  expect(html).toContain('<a href="./summary/2026-10">投诉汇总表 2026年10月</a>');
  expect(html).toContain('<a href="../leadership/2026-10">');
  const text = renderText(dutyList, report(), {});
  expect(text).toContain('2.3 编制投诉汇总表 ○ 有数据、未设目标 投诉件数 40 件 2026年10月 未设目标 分项 类别');
  expect(text).toContain(
    '5.1 按期办结 ✕ 未做到 投诉处理及时率 92.1% 1,204/1,307 2026年10月 目标 95% ✕ 未达到 分项 部门 办结用时中位数 — 数据源未提供相关记录 数据中没有可供分项的：severity'
  );
});

test('what cannot be measured says why, by the policy or by the data', () => {
  const text = renderText(dutyList, report(), {});
  expect(text).toContain('首次响应及时率 95.0% 19/20 2026年10月 目标 90% ✓ 达到');
  expect(text).toContain('记录完整率 — 数据源未提供相关记录 客户满意度 — 记录太少，不足以公布');
  expect(text).toContain('9 员工可申诉 — 无法衡量 没有可计数的记录');
});

test('a gap that chance could explain is told, and a figure that may still change is marked', () => {
  const close = report([{...onTime, high: 0.96, is_provisional: true}]);
  expect(renderText(dutyList, close, {})).toContain(
    '92.1% 暂计 1,204/1,307 2026年10月 目标 95% ✕ 未达到 差距在偶然范围内'
  );
});

test('without any data no link leads nowhere', () => {
  const empty = {...report([]), period: undefined};
  expect(renderText(dutyList, empty, {})).toContain('见：投诉汇总表、客诉不良履历表、管理报告、 指标口径');
});
