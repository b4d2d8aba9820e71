import {expect, test} from 'vitest';
import {faultRegister} from '../../../reports/components/faultRegister.ts';
import {exampleFault, exampleRegister} from '../../publish/exampleRecords.ts';
import {exampleReport, renderText} from '../exampleReport.ts';

test('each row says what was found and done; titles are those of the policy', () => {
  const report = exampleReport([], {register: exampleRegister()});
  expect(renderText(faultRegister, report, {})).toBe(
    '本月受理的有效投诉及其不合格品处理单，共 2 行。 ' +
      '单号 受理 产品或服务 类别 缺陷 严重程度 部门 责任归属 根本原因 办结 是否按时 结果 不合格品处理单 答复 关闭 再次发生 ' +
      'T-1 2026-10-03 期限未到 ' +
      'XS-2026-0002 2026-10-03 藤编篮 商品质量 开裂 开裂 紧急 售后服务部 非我方责任 来料检验缺失 2026-10-09 延期内按时 部分解决 BHG-7 2026-10-05 2026-10-20 重复、重新处理'
  );
});

test('columns that would be empty throughout are left out', () => {
  const register = [{period_start: '2026-10-01', total: 1, rows: [exampleFault({state: 'not_applicable'})]}];
  expect(renderText(faultRegister, exampleReport([], {register}), {})).toBe(
    '本月受理的有效投诉及其不合格品处理单，共 1 行。 单号 受理 T-1 2026-10-03'
  );
});

test('a month with more rows than are listed gives the command; one without any says so', () => {
  const register = [{period_start: '2026-10-01', total: 5000, rows: [exampleFault()]}];
  expect(renderText(faultRegister, exampleReport([], {register}), {})).toContain(
    '此处列出前 1 行，全部可用命令列出： npx huisheng query "from marts.fault_register where date_trunc(&#39;month&#39;, received_at) = &#39;2026-10-01&#39;" --pipeline demo'
  );
  expect(renderText(faultRegister, exampleReport([], {register: []}), {})).toBe('本月没有成立的投诉。');
});
