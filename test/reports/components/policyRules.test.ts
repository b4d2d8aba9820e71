import {expect, test} from 'vitest';
import {policyEscalation} from '../../../reports/components/policyEscalation.ts';
import {policyHours} from '../../../reports/components/policyHours.ts';
import {policyLimits} from '../../../reports/components/policyLimits.ts';
import {policyRules} from '../../../reports/components/policyRules.ts';
import {policyTargets} from '../../../reports/components/policyTargets.ts';
import {policyVersions} from '../../../reports/components/policyVersions.ts';
import {policySchema} from '../../../pipelines/policies/schema.ts';
import {EXAMPLE_POLICY} from '../../publish/examplePolicy.ts';
import {exampleReport, renderMarkup, renderText} from '../exampleReport.ts';

const report = exampleReport([]);
const bare = exampleReport([], {
  policy: policySchema.parse({
    id: 'bare',
    title: '通用口径',
    versions: [
      {
        effective_from: '2024-03-01',
        required_fields: [{field: 'category'}],
        recurrence: {window_days: 30, match: []},
        callback: {satisfied_from: 4, scale_low: 1, scale_high: 5},
        survey: {scale_low: 1, scale_high: 5, top_boxes: 2, promoter_from: 9, detractor_to: 6}
      }
    ]
  })
});

test('limits stand with whom they are for, their steps, their clause and who sets them; earlier ones behind a disclosure', () => {
  const text = renderText(policyLimits, report, {});
  expect(text).toContain(
    '时限 适用于 起止环节 不超过 力争 制度条款 依据 首次响应 严重程度为紧急 受理 → 首次响应 1 小时 3.2 制度规定 首次响应 其余 受理 → 首次响应 1 个工作日 5.1 本单位设定 办结 全部 受理 → 办结 7 个工作日 3 个工作日 5.1 本单位设定'
  );
  expect(text).toContain('visit 全部 办结 → 回访 2 天（自然日） 本单位设定 自 2025-07-01 起适用 2025-07-01 前的规定');
  expect(text.match(/10 个工作日/g)).toHaveLength(1);
});

test('rules of escalation are sentences, with every condition', () => {
  const text = renderText(policyEscalation, report, {});
  expect(text).toContain('逾期 严重程度为紧急，且风险为高，且超过“办结”时限的，升级至总经理。 第 3.3 条 · 本单位设定');
  expect(text).toContain(
    '超过 5 天未办结，且超过 1 个月未办结，且同一客户就同一事项第 3 次投诉，且超过 50% 的客户反映同一问题，且涉及公司领导，且赔付超过 1,000 元的，按“紧急”办理。 制度规定'
  );
  expect(text).toContain('自始适用');
});

test('targets have a direction, and link to what they are for', () => {
  const html = renderMarkup(policyTargets, {...report, page: '/operations/policy'}, {});
  expect(html).toContain('<a href="../figures/resolution_on_time">投诉处理及时率</a>');
  const text = renderText(policyTargets, report, {});
  expect(text).toContain('投诉处理及时率 ≥ 95% 5.1 制度规定 投诉重复率 ≤ 6% 本单位设定 自 2025-07-01 起适用');
});

test('business hours stand beside the calendar, whose announcements are listed, the latest first', () => {
  expect(renderText(policyHours, report, {})).toBe(
    '工作日 08:30–12:00、13:30–18:00 第 5.1 条 · 本单位设定 自始适用 工作日按《中国大陆法定节假日与调休》计算，已录入 2025 至 2026 年。 ' +
      '各年的放假通知 年份 通知文号 2026 国办发明电〔2025〕7号 2025 国办发明电〔2024〕12号'
  );
});

test('the other rules are told in words', () => {
  const text = renderText(policyRules, report, {});
  for (const sentence of [
    '闭环步骤 登记 → 办结 → 结案 第 7.2 条 · 制度规定',
    '记录要素 投诉人（客户姓名、客户电话）、类别 第 2.3.1 条 · 制度规定',
    '延期的批准 由总经理或副总经理批准 第 18 条',
    '不成立的原因 查无实据',
    '重复投诉的认定 同一客户 30 天内再次投诉，且类别相同 第 6.3 条',
    '回访评分 1 至 5 分，4 分及以上为满意',
    '平均低于 3.7 分的条目，须在 90 天内提出改进措施',
    '调查计划 季度调查：每年 3月、9月',
    '归档与保存 结案后 30 天内归档，保存 5 年；须含：客户姓名、处理结果 第 8.1 条 · 制度规定',
    '单据编号 按系列连续编号，不缺号、不重号',
    '返修的认定 完工后 90 天内再次报修',
    '缺陷重复的认定 不合格品处理单关闭后 180 天内，同一产品再次出现同一缺陷'
  ]) {
    expect(text).toContain(sentence);
  }
});

test('a policy of one version says once since when it applies, and what it leaves open', () => {
  expect(renderText(policyVersions, bare, {})).toBe('下列规定自 2024-03-01 起适用，没有其他版本。');
  expect(renderText(policyLimits, bare, {})).toBe('制度没有规定办理时限。');
  expect(renderText(policyEscalation, bare, {})).toBe('制度没有规定升级规则。');
  expect(renderText(policyTargets, bare, {})).toBe('没有设定目标值。');
  expect(renderText(policyHours, bare, {})).toBe('制度没有规定工作时间。');
  expect(renderText(policyRules, bare, {})).toBe(
    '记录要素 类别 本单位设定 重复投诉的认定 同一客户 30 天内再次投诉 本单位设定 回访评分 1 至 5 分，4 分及以上为满意 本单位设定 ' +
      '满意度调查口径 1 至 5 分，最高 2 档为满意；推荐意愿 9 分及以上为推荐者，6 分及以下为贬损者 本单位设定'
  );
});

test('rules of several versions say how many there are, also those to come', () => {
  expect(renderText(policyVersions, report, {})).toBe(
    '下列规定自 2025-07-01 起适用；另有 1 个版本，与之不同的规定附在各项之后。'
  );
  const {run} = report.figures.data;
  const before = exampleReport([], {policy: EXAMPLE_POLICY, run: {...run, as_of: '2025-01-01 06:00'}});
  expect(renderText(policyLimits, before, {})).toContain('10 个工作日 3 个工作日 5.1 本单位设定');
  expect(renderText(policyLimits, before, {})).toContain('自始适用 2025-07-01 起的规定');
});
