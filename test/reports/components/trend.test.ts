import {expect, test} from 'vitest';
import {trend} from '../../../reports/components/trend.ts';
import type {KpiValue} from '../../../src/publish/siteData.ts';
import {exampleValue} from '../../publish/exampleSite.ts';
import {exampleReport, renderMarkup, renderText} from '../exampleReport.ts';

const of = (month: string, value: number | null, given: Partial<KpiValue> = {}) =>
  exampleValue({kpi: 'complaints', period_start: `2026-${month}-01`, value, numerator: value, ...given});

test('title, sentence, text alternative and table say the same', () => {
  const report = exampleReport([of('08', 30), of('09', 50), of('10', 40)]);
  const html = renderMarkup(trend, report, {kpi: 'complaints'});
  const sentence = '2026年8月至2026年10月共 3 期：最低 30 件（2026年8月），最高 50 件（2026年9月）。';
  expect(html).toContain('<figcaption>投诉件数：40 件，比上月少 10 件</figcaption>');
  expect(html).toContain(`<p class="note">${sentence}</p>`);
  expect(html).toContain(`aria-label="投诉件数：40 件，比上月少 10 件 ${sentence}"`);
  expect(renderText(trend, report, {kpi: 'complaints'})).toContain(
    '数据表 时期 数值 2026年10月 40 件 2026年9月 50 件 2026年8月 30 件'
  );
});

test('one period draws no line and says so', () => {
  const html = renderMarkup(trend, exampleReport([of('10', 40)]), {kpi: 'complaints'});
  expect(html).not.toContain('<svg');
  expect(html).toContain('只有2026年10月一期的数据，还看不出走势。');
});

test('withheld and provisional periods are told', () => {
  const share = {kpi: 'satisfaction', denominator: 4, numerator: 3};
  const report = exampleReport([
    of('08', 0.5, {...share, denominator: 40, numerator: 20}),
    of('09', 0.75, {...share, is_withheld: true}),
    of('10', 0.5, {...share, denominator: 40, numerator: 20, is_provisional: true})
  ]);
  const text = renderText(trend, report, {kpi: ['satisfaction']});
  expect(text).toContain('共 2 期，都是 50.0%。有 1 期件数不足，不公布。空心的为暂计。');
  expect(text).toContain('2026年10月 50.0% 20/40 暂计 2026年9月 — 不公布 2026年8月 50.0% 20/40');
});

test('what has no data is named, and nothing else is left', () => {
  const text = renderText(trend, exampleReport([of('10', 40)], {locale: 'en'}), {kpi: ['csat', 'nps']});
  expect(text).toBe('No records in this data for: Customer satisfaction, Net promoter score.');
});
