import {expect, test} from 'vitest';
import type {Component, Report} from '../../../reports/components/component.ts';
import {COMPONENTS} from '../../../reports/components/registry.ts';
import {Figures} from '../../../reports/figures/figures.ts';
import {parsePeriod} from '../../../reports/figures/period.ts';
import type {Locale} from '../../../src/publish/siteData.ts';
import {exampleSite, exampleValue} from '../../publish/exampleSite.ts';
import {exampleReport, renderMarkup, renderText} from '../exampleReport.ts';

const sites = new Map(
  (['zh-CN', 'en'] as const).map((locale) => [locale, new Figures(exampleSite({locale, months: 26}))])
);

function report(period: string, locale: Locale = 'zh-CN'): Report {
  return {
    locale,
    figures: sites.get(locale)!,
    page: `/leadership/${period}`,
    kpi: undefined,
    period: parsePeriod(period)
  };
}

const drawn = (name: string, given: Report, options: unknown = {}) =>
  renderText(COMPONENTS[name] as Component, given, options);

test('findings say what changed, why, and what is to be expected, each with its evidence', () => {
  const text = drawn('findings', report('2026-10'));
  expect(text).toMatch(/有效投诉 [\d,]+ 件 ，比上月.+，比去年同期.+。 依据 ›/);
  expect(text).toMatch(/投诉处理及时率 91\.\d%（[\d,]+\/[\d,]+） ，未达到目标 95%/);
  expect(text).toContain('与上月相比相差');
  expect(text).toContain('1.6 个百分点来自类别“配送延迟”自身的变化，0.5 个百分点来自各类别占比的变化。');
  expect(text).toContain(
    '类别“配送延迟”的投诉明显增多 ：截至2026年10月的三个月 97 件，按此前十二个月的水平应约 16 件，为其 6.3 倍（区间 4.5 至 8.7），约自2026年8月起。'
  );
  expect(text).toContain('针对它的改善措施“配件改由区域仓直发”已实施 6 个月：未见成效。');
  expect(text).toContain(
    '满 6 个月时，类别“配送延迟”的投诉 61 件，按此前水平应约 60 件（1.0 倍，区间 0.74 至 1.4）；另有 1 项措施也是如此。'
  );
  expect(text).toContain('制度 5.1“按期办结”本期未做到');
  expect(text).toContain('预计2026年11月有效投诉约 1,180 件 （80% 区间 1,090 至 1,275）。');
});

test('each sentence leads to a place on the page, and English says the same', () => {
  const markup = renderMarkup(COMPONENTS['findings'] as Component, report('2026-10'), {});
  expect([...markup.matchAll(/href="([^"]+)"/g)].map(([, place]) => place)).toEqual([
    '#trend-valid_complaints',
    '#trend-resolution_on_time',
    '#causes',
    '#measures',
    '#duties',
    '#trend-valid_complaints'
  ]);
  const english = drawn('findings', report('2026-10', 'en'));
  expect(english).toContain('Complaints with the category “Late delivery” have risen');
  expect(english).not.toMatch(/[{}]|undefined|NaN/);
});

test('a quiet period says so; one that is not over is not judged', () => {
  expect(drawn('findings', report('2026-09'))).toContain(
    '本期平稳 ：各项主要指标、原因、部门和措施都没有超出普通波动的变化'
  );
  expect(drawn('findings', report('2026-11'))).toContain('本期尚未结束');
  expect(drawn('findings', report('2026-11'))).not.toContain('依据');
});

test('a short history says that nothing can be told apart yet', () => {
  const short = new Figures(exampleSite({months: 4}));
  expect(drawn('findings', {...report('2026-09'), figures: short})).toContain('记录还少');
});

test('the sections show the cases, causes, departments, measures and clauses', () => {
  expect(drawn('risks', report('2026-10'))).toMatch(
    /期末逾期未结 2 件，高风险或紧急的未结 1 件。.+TS20260918001 .+ 33 天 仍未办结 TS20260918002 .+ 33 天 此后已办结/
  );
  expect(drawn('risks', report('2026-09'))).toContain('期末没有逾期未结的投诉');
  expect(drawn('rising-causes', report('2026-10'), {dimensions: ['category']})).toContain(
    '近 3 个月 97 / 16 6.3 (4.5–8.7) &lt;0.001'
  );
  expect(drawn('rising-causes', report('2026-09'), {dimensions: ['category']})).toContain('没有类别的增减超出偶然');
  expect(drawn('reviews', report('2026-10'))).toContain('本期有 1 项改善措施到期评价：1 项未见效。');
  expect(drawn('reviews', report('2026-09'))).toContain('没有到期评价的改善措施');
  expect(drawn('period-duties', report('2026-10'))).toMatch(
    /列有 4 条要求，本期可衡量 3 条.+✕ 5\.1 按期办结 投诉处理及时率 9/
  );
  expect(drawn('departments', report('2026-10'), {kpis: ['resolution_on_time']})).toMatch(
    /个部门可比；在漏斗以内的分不出高下/
  );
  expect(drawn('departments', report('2026-09'), {kpis: ['resolution_on_time']})).toContain(
    '没有可以在部门之间比较的指标'
  );
});

test('charts are images with words for those who do not see them, and those that a mail shows are marked', () => {
  const volume = renderMarkup(COMPONENTS['volume'] as Component, report('2026-10'), {kpi: 'valid_complaints'});
  expect(volume).toMatch(/<figure class="chart" id="trend-valid_complaints" data-in-mail>/);
  expect(volume).toMatch(/<svg[^>]* aria-label="有效投诉：.+2026年11月预计 1,180 件/);
  expect(volume).toContain('class="bar forecast"');
  const control = renderMarkup(COMPONENTS['control'] as Component, report('2026-10'), {kpis: ['satisfaction']});
  expect([...control.matchAll(/<figure[^>]*>/g)].map(([tag]) => tag)).toEqual([
    '<figure class="chart" id="trend-satisfaction" data-in-mail>',
    '<figure class="chart" id="trend-resolution_on_time">'
  ]);
});

test('a single row is told without a comparison, a trend or a strange word', () => {
  const given = exampleReport([exampleValue({kpi: 'valid_complaints', value: 1, numerator: 1, low: 0, high: 5.6})]);
  expect(drawn('tiles', given)).toBe('有效投诉 1 件 区间 0 至 6 件');
  expect(drawn('volume', given, {kpi: 'valid_complaints'})).toContain(
    '有数值的月份只有 1 个，不足以算出控制限，不作判断。'
  );
  expect(drawn('control', given, {kpis: ['satisfaction', 'csat']})).toContain('本数据没有下列指标所需的记录');
});

test('without any data the sections stay silent or say why', () => {
  const empty = {...exampleReport([]), figures: new Figures(exampleSite({months: 0}))};
  for (const [name, options] of [
    ['findings', {}],
    ['tiles', {}],
    ['volume', {kpi: 'valid_complaints'}],
    ['control', {kpis: ['satisfaction']}],
    ['departments', {kpis: ['satisfaction']}],
    ['risks', {}],
    ['reviews', {}]
  ] as const) {
    expect(drawn(name, empty, options)).not.toMatch(/undefined|NaN/);
  }
});
