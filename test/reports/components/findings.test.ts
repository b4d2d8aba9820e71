import {expect, test} from 'vitest';
import {findings} from '../../../reports/components/findings.ts';
import type {KpiValue} from '../../../src/publish/siteData.ts';
import {exampleValue} from '../../publish/exampleSite.ts';
import {exampleReport, renderText} from '../exampleReport.ts';

const share = (kpi: string, month: string, value: number, given: Partial<KpiValue> = {}) =>
  exampleValue({
    kpi,
    period_start: `2026-${month}-01`,
    numerator: value * 1000,
    denominator: 1000,
    value,
    low: value - 0.02,
    high: value + 0.02,
    ...given
  });
const kpis = ['satisfaction', 'recurrence_rate', 'reopen_rate', 'transfer_rate', 'escalation_rate'];

test('a quiet period says so, with how many were looked at', () => {
  const quiet = kpis.flatMap((kpi) => [share(kpi, '09', 0.5), share(kpi, '10', 0.51)]);
  const text = renderText(findings, exampleReport(quiet), {kpis});
  expect(text).toContain('处理满意度 51.0%（510/1,000）。比上月高 1.0 个百分点，在偶然波动范围内。');
  expect(text).toContain('其余 4 项与上月、去年同期相比，变化都在偶然波动范围内，也没有明确未达到目标的。');
  expect(text).toContain('本期共比较 5 次');
  expect(text).not.toContain('投诉重复率');
});

test('a missed target outweighs a change, and what is over the limit is counted', () => {
  const values = [
    ...kpis.flatMap((kpi) => [share(kpi, '09', 0.5), share(kpi, '10', 0.6)]),
    share('escalation_rate', '10', 0.51, {target: 0.1})
  ];
  const text = renderText(findings, exampleReport(values, {locale: 'en'}), {kpis, limit: 3});
  const order = ['Satisfaction with handling', 'Escalation rate', 'Recurrence rate'].map((name) => text.indexOf(name));
  expect(order).toEqual([...order].sort((a, b) => a - b));
  expect(order).not.toContain(-1);
  expect(text).not.toContain('Reopened');
  expect(text).toContain('2 more changed beyond chance or miss their target');
});

test('a period that is not over is told without comparison', () => {
  const values = [share('satisfaction', '10', 0.9), share('satisfaction', '11', 0.5, {target: 0.9})];
  const text = renderText(findings, exampleReport(values, {period: '2026-11'}), {kpis});
  expect(text).toBe(
    '本期要点 本期尚未结束，下列数字只计到数据截止时间，不与以前各期比较。 处理满意度 50.0%（500/1,000）。 依据 ›'
  );
});

test('a first period has nothing to compare with', () => {
  const text = renderText(findings, exampleReport([share('satisfaction', '10', 0.9)]), {kpis});
  expect(text).toBe('本期要点 处理满意度 90.0%（900/1,000）。 依据 › 还没有以前各期的数字可比。');
});

test('no figure at all', () => {
  expect(renderText(findings, exampleReport([]), {kpis})).toBe('本期要点 本期没有可公布的指标。');
});
