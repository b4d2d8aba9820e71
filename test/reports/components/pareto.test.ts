import {expect, test} from 'vitest';
import {pareto} from '../../../reports/components/pareto.ts';
import {exampleValue} from '../../publish/exampleSite.ts';
import {exampleReport, renderText} from '../exampleReport.ts';

const options = {dimensions: ['category'], kpi: 'valid_complaints'};
const whole = exampleValue({kpi: 'valid_complaints', value: 100, numerator: 100});
const category = (member: string, value: number) =>
  exampleValue({kpi: 'valid_complaints', dimension: 'category', member, value});

test('at most seven stand alone; the others and those not given have their counts', () => {
  const names = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬'];
  const values = names.map((name, index) => category(name, 18 - index * 2));
  const text = renderText(pareto, exampleReport([whole, ...values, category('', 10)]), options);
  expect(text).toContain('有效投诉最多的是“甲”，占 18.0%（18/100）');
  expect(text).toContain('庚 6 6.0% 84.0% 其他（2 类） 6 6.0% 90.0% 未填写 10 10.0% 100.0%');
  expect(text).toContain('前 3 类合计占 48.0%（48/100）。未填写的有 10 件。');
});

test('one category, none given, and none at all', () => {
  expect(renderText(pareto, exampleReport([whole, category('甲', 3)]), options)).toContain('甲 3 100.0% 100.0%');
  expect(renderText(pareto, exampleReport([whole, category('', 3)]), options)).toContain('有效投诉均未填写类别');
  expect(renderText(pareto, exampleReport([whole]), options)).toBe('本期没有按类别分的数据。');
});
