import {expect, test} from 'vitest';
import {definition} from '../../../reports/components/definition.ts';
import {figureHead} from '../../../reports/components/figureHead.ts';
import {figureMembers} from '../../../reports/components/figureMembers.ts';
import {figureRecords} from '../../../reports/components/figureRecords.ts';
import {trend} from '../../../reports/components/trend.ts';
import type {KpiValue, SiteRecords} from '../../../src/publish/siteData.ts';
import {exampleValue} from '../../publish/exampleSite.ts';
import {exampleFigurePage, renderMarkup, renderText} from '../exampleReport.ts';

const onTime = exampleValue({
  kpi: 'resolution_on_time',
  numerator: 1204,
  denominator: 1307,
  value: 0.921,
  low: 0.905,
  high: 0.934,
  target: 0.95
});
const member = (dimension: string, name: string, denominator: number, given: Partial<KpiValue> = {}) =>
  exampleValue({
    kpi: 'resolution_on_time',
    dimension,
    member: name,
    numerator: denominator / 2,
    denominator,
    value: 0.5,
    ...given
  });

test('the head says value, counts, interval and target of the latest period', () => {
  const page = exampleFigurePage('resolution_on_time', [onTime]);
  expect(renderText(figureHead, page, {})).toBe(
    '2026年10月 92.1 % 1,204/1,307 95% 区间 90.5 至 93.4% 目标 95% ✕ 未达到'
  );
});

test('a figure that is withheld, provisional or without records says so', () => {
  const withheld = {...onTime, value: null, denominator: 4, is_withheld: true};
  const latest = [{kpi: 'resolution_on_time', grain: 'month', period_start: '2026-10-01'} as const];
  expect(renderText(figureHead, exampleFigurePage('resolution_on_time', [withheld], {latest}), {})).toBe(
    '2026年10月 — 不足 10 件，不公布'
  );
  const open = exampleFigurePage('resolution_on_time', [{...onTime, is_provisional: true}]);
  expect(renderText(figureHead, open, {})).toContain('2026年10月 暂计 92.1 %');
  expect(renderText(figureHead, exampleFigurePage('csat', []), {})).toBe('本数据没有下列指标所需的记录：客户满意度。');
});

test('the definition leads to those to be read beside it', () => {
  const html = renderMarkup(definition, exampleFigurePage('resolution_on_time', [onTime]), {});
  expect(html).toContain('<a href="../operations/definitions#reopen_rate">重新处理率</a>');
});

test('the trend is that of the KPI and of its further quantiles', () => {
  const values = ['time_to_resolve', 'time_to_resolve_p90'].map((kpi) =>
    exampleValue({kpi, denominator: 40, value: 3})
  );
  const html = renderMarkup(trend, exampleFigurePage('time_to_resolve', values), {});
  expect(html).toContain('id="trend-time_to_resolve"');
  expect(html).toContain('id="trend-time_to_resolve_p90"');
});

test('each dimension with members has a table in the order of counts, in the words of the policy', () => {
  const dimensions = ['department', 'severity', 'channel', 'region'].map((id) => ({id, title: {'zh-CN': id, en: id}}));
  const page = exampleFigurePage(
    'resolution_on_time',
    [
      onTime,
      member('severity', 'general', 20),
      member('severity', 'urgent', 90),
      member('severity', '', 400),
      member('severity', 'severe', 8, {value: null, is_withheld: true}),
      member('channel', 'phone', 50),
      member('channel', 'third_party', 30),
      member('department', '', 1307)
    ],
    {dimensions}
  );
  const html = renderMarkup(figureMembers, page, {});
  expect(html).toContain('<section id="by-severity">');
  expect(html).not.toContain('by-department');
  const text = renderText(figureMembers, page, {});
  expect(text).toContain('紧急 50.0% 45/90 一般 50.0% 10/20 severe 不足 10 件 4/8 未填写 50.0% 200/400');
  expect(text).toContain('热线 50.0% 25/50 第三方转办 50.0% 15/30');
});

test('of many members the first stand in the open, and what is not listed is counted', () => {
  const many = Array.from({length: 120}, (_, index) => member('department', `第${String(index)}部`, 500 - index));
  const page = exampleFigurePage('resolution_on_time', [onTime, ...many]);
  const [open, hidden] = renderMarkup(figureMembers, page, {}).split('<details>');
  expect(open!.match(/第\d+部/g)).toHaveLength(12);
  expect(hidden!.match(/第\d+部/g)).toHaveLength(88);
  expect(hidden).toContain('另有 20 个未列出。');
  expect(renderText(figureMembers, exampleFigurePage('csat', []), {})).toBe('');
  expect(renderText(figureMembers, exampleFigurePage('resolution_on_time', [onTime]), {})).toContain(
    '没有可供分项的记录'
  );
});

const records = (given: Partial<SiteRecords>): {records: SiteRecords[]} => ({
  records: [
    {
      kpi: 'resolution_on_time',
      grain: 'month',
      period_start: '2026-10-01',
      total: 2,
      columns: ['record_id', 'at', 'numerator', 'denominator', 'channel'],
      rows: [
        ['T-1', '2026-10-03 09:00:10', 1, 1, 'phone'],
        ['T-2', '2026-10-04 10:30:59', 0, 1, null]
      ],
      ...given
    }
  ]
});

test('records stand with what they count and with their members, and the command that lists them', () => {
  const page = exampleFigurePage('resolution_on_time', [onTime], records({}));
  expect(renderText(figureRecords, page, {})).toBe(
    '2026年10月这项指标统计了下列 2 条记录。 编号 时间 计入分子 Channel T-1 2026-10-03 09:00 ✓ 是 热线 T-2 2026-10-04 10:30 — 否 ' +
      '筛选、排序和下载这些案件 用命令列出全部记录： npx huisheng records resolution_on_time --period 2026-10 --pipeline demo'
  );
});

test('of more records than are listed the page says how many there are; without any it says so', () => {
  const cut = exampleFigurePage('resolution_on_time', [onTime], records({total: 4711}));
  expect(renderText(figureRecords, cut, {})).toContain('统计了 4,711 条记录，此处列出前 2 条。');
  const none = exampleFigurePage('resolution_on_time', [onTime], {records: []});
  expect(renderText(figureRecords, none, {})).toBe('没有这项指标所统计的记录。');
});

test.each([
  [
    'nps',
    {columns: ['record_id', 'at', 'numerator', 'denominator'], rows: [['a', '2026-10-03 09:00:00', -1, 1]]},
    '编号 时间 数值 a 2026-10-03 09:00 −1'
  ],
  [
    'complaints',
    {columns: ['record_id', 'at', 'numerator'], rows: [['a', '2026-10-03 09:00:00', 1]]},
    '编号 时间 a 2026-10-03 09:00'
  ],
  [
    'time_to_resolve',
    {columns: ['record_id', 'at', 'seconds', 'is_open'], rows: [['a', '2026-10-03 09:00:00', 129_600, true]]},
    '编号 时间 用时 备注 a 2026-10-03 09:00 1.5 天 未了结'
  ],
  [
    'open_complaints',
    {columns: ['record_id', 'at', 'until'], rows: [['a', '2026-10-03 09:00:00', '2026-11-02 10:00:00']]},
    '编号 起 止 a 2026-10-03 09:00 2026-11-02 10:00'
  ],
  [
    'record_completeness',
    {columns: ['record_id', 'at', 'numerator', 'denominator'], rows: [['a', '2026-10-03 09:00:00', 3, 4]]},
    '编号 时间 分子 分母 a 2026-10-03 09:00 3 4'
  ]
] as const)('the records of %s are drawn by the kind of their figure', (kpi, {columns, rows}, expected) => {
  const value = exampleValue({kpi, value: 1, numerator: 1, denominator: 1});
  const given = records({kpi, columns: [...columns], rows: rows.map((row) => [...row]), total: 1});
  expect(renderText(figureRecords, exampleFigurePage(kpi, [value], given), {})).toContain(expected);
});
