import {expect, test} from 'vitest';
import {comparison} from '../../../reports/components/comparison.ts';
import type {KpiValue} from '../../../src/publish/siteData.ts';
import {exampleValue} from '../../publish/exampleSite.ts';
import {exampleReport, renderMarkup, renderText} from '../exampleReport.ts';

const options = {dimension: 'department', kpi: 'satisfaction', volume: 'valid_complaints'};
const whole = exampleValue({kpi: 'satisfaction', numerator: 9, denominator: 10, value: 0.9, low: 0.6, high: 0.98});

function department(member: string, volume: number, given: Partial<KpiValue> = {}): KpiValue[] {
  const at = {dimension: 'department', member};
  return [
    exampleValue({kpi: 'valid_complaints', ...at, value: volume}),
    exampleValue({
      kpi: 'satisfaction',
      ...at,
      numerator: 9,
      denominator: 10,
      value: 0.9,
      low: 0.6,
      high: 0.98,
      ...given
    })
  ];
}

test('departments stand in the order of volume, those not given last, all together at the end', () => {
  const report = exampleReport([
    whole,
    ...department('', 99),
    ...department('客服部', 5, {value: 1, numerator: 10}),
    ...department('物流部', 50, {value: 0.2, numerator: 2})
  ]);
  const text = renderText(comparison, report, options);
  expect(text).toContain('2 个部门：处理满意度及其区间');
  expect(text).toContain('物流部 50 20.0% 2/10 客服部 5 100.0% 10/10 未填写 99 90.0% 9/10 全体 0 90.0% 9/10');
  expect(text).toContain('按有效投诉多少排列，不是名次。');
});

test('a withheld member keeps its row and loses its figure', () => {
  const report = exampleReport([whole, ...department('甲', 50), ...department('乙', 3, {is_withheld: true})]);
  expect(renderText(comparison, report, options)).toContain('乙 3 不足 10 件 全体');
});

test('of sixty departments fifteen stand in the open, the others behind a disclosure', () => {
  const names = Array.from({length: 60}, (_, index) => `第${index + 1}营业部`);
  const report = exampleReport([whole, ...names.flatMap((name, index) => department(name, 100 - index))]);
  const html = renderMarkup(comparison, report, options);
  const [open, hidden] = html.split('<details>');
  expect(open!.match(/营业部/g)).toHaveLength(15);
  expect(hidden!.match(/营业部/g)).toHaveLength(45);
  expect(hidden).toContain('其余 45 个');
});

test('one department has nothing to compare with; none is told as well', () => {
  const one = exampleReport([whole, ...department('甲', 5)]);
  expect(renderText(comparison, one, options)).toContain('本期只有一个部门有数据，无从比较。');
  expect(renderText(comparison, exampleReport([whole]), options)).toBe('本期没有按部门分的数据。');
  expect(renderText(comparison, exampleReport([]), options)).toBe('本数据没有下列指标所需的记录：处理满意度。');
});
