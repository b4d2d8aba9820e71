import {expect, test} from 'vitest';
import {definitions} from '../../../reports/components/definitions.ts';
import {EXAMPLE_KPIS, exampleValue} from '../../publish/exampleSite.ts';
import {exampleReport, renderMarkup, renderText} from '../exampleReport.ts';

test('a definition has an anchor, its words, its guards and its query', () => {
  const values = [exampleValue({kpi: 'resolution_on_time', numerator: 1, denominator: 20, value: 0.05})];
  const report = {...exampleReport(values), page: '/operations/definitions'};
  const html = renderMarkup(definitions, report, {});
  expect(html).toContain('<section class="definition" id="resolution_on_time">');
  expect(html).toContain('<a href="#reopen_rate">重新处理率</a>');
  expect(html).toContain('<a href="../figures/resolution_on_time">数值与记录 ›</a>');
  const text = renderText(definitions, report, {});
  expect(text).toContain(
    '投诉处理及时率 resolution_on_time · 数值与记录 › 统计范围 有效投诉 分子 在期限内（含经批准的延期）办结的 不计入 期限尚未届满的投诉 算法 比率：分子合计除以分母合计 单位 % 方向 越高越好 制度条款 服务业投诉管理办法 9.2.2.4'
  );
  expect(text).toContain('公布下限 分母不少于 10 取数语句（SQL） select complaint_id');
  expect(html).toContain('&#39;resolution_on_time&#39; &lt;&gt;');
});

test('a definition whose records this data lacks says so; none at all is told', () => {
  expect(renderText(definitions, exampleReport([], {kpis: EXAMPLE_KPIS.slice(0, 1)}), {})).toContain(
    '投诉件数 本数据没有所需的记录'
  );
  expect(renderText(definitions, exampleReport([], {kpis: []}), {})).toBe('还没有定义指标。');
});
