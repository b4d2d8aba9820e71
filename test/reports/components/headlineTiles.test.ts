import {expect, test} from 'vitest';
import {headlineTiles} from '../../../reports/components/headlineTiles.ts';
import type {SiteSignal} from '../../../src/publish/siteReport.ts';
import {EMPTY_REPORT, exampleChanges} from '../../publish/exampleFindings.ts';
import {exampleValue} from '../../publish/exampleSite.ts';
import {exampleReport, renderMarkup, renderText} from '../exampleReport.ts';

const october = exampleValue({
  kpi: 'resolution_on_time',
  numerator: 1204,
  denominator: 1307,
  value: 0.921,
  low: 0.905,
  high: 0.934,
  target: 0.95
});
const september = {
  ...october,
  period_start: '2026-09-01',
  numerator: 1180,
  denominator: 1250,
  value: 0.944,
  low: 0.93,
  high: 0.955
};
const options = {};

test('a tile says value, counts, interval, change and target', () => {
  const report = exampleReport([october, september]);
  expect(renderText(headlineTiles, report, options)).toBe(
    '投诉处理及时率 92.1 % 1,204/1,307 区间 90.5 至 93.4% ▼ 比上月低 2.3 个百分点 超出偶然波动 目标 95% ✕ 未达到'
  );
  expect(renderMarkup(headlineTiles, report, options)).toContain('<svg class="sparkline"');
});

test('one period alone has neither line nor change', () => {
  const report = exampleReport([{...october, target: null}], {locale: 'en'});
  expect(renderText(headlineTiles, report, options)).toBe(
    'Resolved on time 92.1 % 1,204 of 1,307 interval 90.5 to 93.4%'
  );
  expect(renderMarkup(headlineTiles, report, options)).not.toContain('<svg');
});

test('a withheld figure says why and shows no number', () => {
  const text = renderText(headlineTiles, exampleReport([{...october, is_withheld: true}, september]), options);
  expect(text).toBe('投诉处理及时率 — 不足 10 件，不公布');
});

test('a period that is not over is marked and not compared', () => {
  const november = {...october, period_start: '2026-11-01', is_provisional: true, target: null};
  const report = exampleReport([november, october], {period: '2026-11'});
  expect(renderText(headlineTiles, report, options)).toBe('投诉处理及时率 92.1 % 暂计 1,204/1,307 区间 90.5 至 93.4%');
  expect(renderMarkup(headlineTiles, report, options)).toContain('class="point open"');
});

test('a median that is not reached yet is no missing figure', () => {
  const report = exampleReport([exampleValue({kpi: 'time_to_resolve', denominator: 40})]);
  expect(renderText(headlineTiles, report, options)).toBe('办结用时中位数 — 未了结的过多，尚不能得出');
});

test('where a figure has no data, a spare one takes its place', () => {
  const score = exampleValue({kpi: 'nps', value: 0.31, denominator: 80});
  const text = renderText(headlineTiles, exampleReport([{...october, low: null, target: null}, score]), options);
  expect(text).toBe('投诉处理及时率 92.1 % 1,204/1,307 净推荐值 31.0 共 80 份');
});

test('a control chart tells what is ordinary, and then two periods alone do not', () => {
  const signal = (given: Partial<SiteSignal>): SiteSignal => ({
    ...{kpi: 'resolution_on_time', period_start: '2026-10-01', value: 0.921, target: 0.95, chart: 'p', centre: 0.93},
    ...{
      lower: 0.9,
      upper: 0.96,
      dispersion: 1,
      points: 24,
      limits: 'firm',
      rules: null,
      series_rules: null,
      side: null
    },
    ...{since: null, rebased_on: null, verdict: 'ordinary', assurance: 'unsure'},
    ...given
  });
  const tile = (given: Partial<SiteSignal>) => {
    const report = {...EMPTY_REPORT, changes: exampleChanges([october, september]), signals: [signal(given)]};
    return renderText(headlineTiles, exampleReport([october, september], {report}), options);
  };
  expect(tile({})).toContain('比上月低 2.3 个百分点 目标 95% ✕ 未达到 ● 普通波动 · 时达时不达');
  expect(tile({verdict: 'worse', side: 'below', rules: 'outside_limits', assurance: 'missed'})).toContain(
    '▼ 异常偏低 · 持续未达标'
  );
  expect(tile({verdict: 'too_few', centre: null})).toContain('▼ 比上月低 2.3 个百分点 超出偶然波动');
});

test('another value can stand beside', () => {
  const report = exampleReport([
    exampleValue({kpi: 'time_to_resolve', denominator: 40, value: 3}),
    exampleValue({kpi: 'time_to_resolve_p90', denominator: 40, value: 9.5})
  ]);
  const given = {beside: {time_to_resolve: 'time_to_resolve_p90'}};
  expect(renderText(headlineTiles, report, given)).toBe('办结用时中位数 3.0 天 共 40 件 九成办结用时 9.5 天');
});
