import type {LocalText} from '../../src/publish/siteData.ts';

/** The words of the pages on a written policy. */
export const POLICY_WORDS = {
  // The clauses
  duties_count: {
    'zh-CN': '《{policy}》中有 {count} 条可以检查的要求，按各自最近一个已结束的时期衡量。',
    en: '{policy}: {count} clauses ask for something that can be checked. Each is measured in its latest complete period.'
  },
  duties_none: {'zh-CN': '所依据的制度没有列出逐条要求。', en: 'The policy lists no clauses to check.'},
  state_kept: {'zh-CN': '已做到', en: 'kept'},
  state_missed: {'zh-CN': '未做到', en: 'missed'},
  state_measured: {'zh-CN': '有数据、未设目标', en: 'measured, no target set'},
  state_not_measurable: {'zh-CN': '无法衡量', en: 'not measurable'},
  missed_duties: {'zh-CN': '未做到的条款', en: 'Clauses that are missed'},
  missed_none: {
    'zh-CN': '设有目标的条款都已做到。',
    en: 'Every clause with a target is kept.'
  },
  clause_of: {'zh-CN': '第 {clause} 条', en: 'Clause {clause}'},
  verdict_kept: {'zh-CN': '达到', en: 'met'},
  verdict_missed: {'zh-CN': '未达到', en: 'missed'},
  no_target: {'zh-CN': '未设目标', en: 'no target set'},
  why_no_records: {'zh-CN': '数据源未提供相关记录', en: 'no source tells of it'},
  why_too_few_records: {'zh-CN': '记录太少，不足以公布', en: 'too few records to publish'},
  by: {'zh-CN': '分项', en: 'by'},
  by_without_data: {'zh-CN': '数据中没有可供分项的：{names}', en: 'Not in this data: {names}'},
  kept_on: {'zh-CN': '见', en: 'See'},
  page_summary: {'zh-CN': '投诉汇总表', en: 'Summary of complaints'},
  page_register: {'zh-CN': '客诉不良履历表', en: 'Register of faults'},
  page_performance: {'zh-CN': '绩效考核', en: 'Performance'},
  page_leadership: {'zh-CN': '管理报告', en: 'Report'},
  page_definitions: {'zh-CN': '指标口径', en: 'Definitions'},

  // The rules in force
  version_always: {'zh-CN': '下列规定自始适用', en: 'These rules have always applied'},
  version_since: {'zh-CN': '下列规定自 {from} 起适用', en: 'These rules apply since {from}'},
  version_only: {'zh-CN': '，没有其他版本。', en: '; there is no other version of them.'},
  version_others: {
    'zh-CN': '；另有 {count} 个版本，与之不同的规定附在各项之后。',
    en: '; there are other versions ({count}), whose different rules follow each part.'
  },
  always: {'zh-CN': '自始适用', en: 'Has always applied'},
  since: {'zh-CN': '自 {from} 起适用', en: 'Applies since {from}'},
  will_apply: {'zh-CN': '将自 {from} 起适用', en: 'Will apply from {from}'},
  span: {'zh-CN': '{from} 起、{until} 前的规定', en: 'Rules from {from} until {until}'},
  span_first: {'zh-CN': '{until} 前的规定', en: 'Rules until {until}'},
  span_coming: {'zh-CN': '{from} 起的规定', en: 'Rules from {from}'},
  source_policy: {'zh-CN': '制度规定', en: 'policy'},
  source_organisation: {'zh-CN': '本单位设定', en: 'organisation'},
  rule_source: {'zh-CN': '依据', en: 'Set by'},
  no_limits: {'zh-CN': '制度没有规定办理时限。', en: 'The policy sets no limits.'},
  no_escalation: {'zh-CN': '制度没有规定升级规则。', en: 'The policy has no rules of escalation.'},
  no_targets: {'zh-CN': '没有设定目标值。', en: 'No targets are set.'},
  no_hours: {'zh-CN': '制度没有规定工作时间。', en: 'The policy sets no business hours.'},
  limit_head: {'zh-CN': '时限', en: 'Limit'},
  limit_for: {'zh-CN': '适用于', en: 'For'},
  limit_steps: {'zh-CN': '起止环节', en: 'Steps'},
  limit_length: {'zh-CN': '不超过', en: 'At most'},
  limit_aim: {'zh-CN': '力争', en: 'Aim'},
  for_all: {'zh-CN': '全部', en: 'all cases'},
  for_others: {'zh-CN': '其余', en: 'all others'},
  steps: {'zh-CN': '{from} → {to}', en: '{from} → {to}'},
  one_minutes: {'zh-CN': '{count} 分钟', en: '{count} minute'},
  many_minutes: {'zh-CN': '{count} 分钟', en: '{count} minutes'},
  one_hours: {'zh-CN': '{count} 小时', en: '{count} hour'},
  many_hours: {'zh-CN': '{count} 小时', en: '{count} hours'},
  one_working_hours: {'zh-CN': '{count} 个工作小时', en: '{count} working hour'},
  many_working_hours: {'zh-CN': '{count} 个工作小时', en: '{count} working hours'},
  one_days: {'zh-CN': '{count} 天（自然日）', en: '{count} calendar day'},
  many_days: {'zh-CN': '{count} 天（自然日）', en: '{count} calendar days'},
  one_working_days: {'zh-CN': '{count} 个工作日', en: '{count} working day'},
  many_working_days: {'zh-CN': '{count} 个工作日', en: '{count} working days'},
  or: {'zh-CN': '或', en: ' or '},
  and: {'zh-CN': '，且', en: ' and '},
  condition: {'zh-CN': '{name}为{members}', en: '{name}: {members}'},
  condition_kind: {'zh-CN': '类型', en: 'kind'},
  condition_severity: {'zh-CN': '严重程度', en: 'severity'},
  condition_risk: {'zh-CN': '风险', en: 'risk'},
  condition_category: {'zh-CN': '类别', en: 'category'},
  condition_channel: {'zh-CN': '渠道', en: 'channel'},
  condition_segment: {'zh-CN': '客户类别', en: 'segment'},
  condition_responsibility: {'zh-CN': '责任归属', en: 'responsibility'},
  when_overdue: {'zh-CN': '超过“{clock}”时限', en: 'past the limit “{clock}”'},
  when_open_days: {'zh-CN': '超过 {count} 天未办结', en: 'open longer than {count} days'},
  when_open_months: {'zh-CN': '超过 {count} 个月未办结', en: 'open longer than {count} months'},
  when_repeated: {'zh-CN': '同一客户就同一事项第 {count} 次投诉', en: 'complaint number {count} in the same matter'},
  when_affected: {'zh-CN': '超过 {share} 的客户反映同一问题', en: 'more than {share} of customers say the same'},
  when_about_leader: {'zh-CN': '涉及公司领导', en: 'about a leader of the company'},
  when_amount_over: {'zh-CN': '赔付超过 {amount} 元', en: 'more than {amount} paid'},
  escalation_sentence: {'zh-CN': '{when}的，{then}。', en: '{when}: {then}.'},
  then_severity: {'zh-CN': '按“{severity}”办理', en: 'handled as “{severity}”'},
  then_level: {'zh-CN': '升级至{level}', en: 'escalated to {level}'},
  figure: {'zh-CN': '指标', en: 'Figure'},
  hours_working_days: {'zh-CN': '工作日 {hours}', en: '{hours} on working days'},
  hours_every_day: {'zh-CN': '每天 {hours}', en: '{hours} every day'},
  hours_span: {'zh-CN': '{from}–{to}', en: '{from}–{to}'},
  calendar_years: {
    'zh-CN': '工作日按《{title}》计算，已录入 {first} 至 {last} 年。',
    en: 'Working days follow “{title}”, known for {first} to {last}.'
  },
  calendar_list: {'zh-CN': '各年的放假通知', en: 'The announcement of each year'},
  year_head: {'zh-CN': '年份', en: 'Year'},
  notice_head: {'zh-CN': '通知文号', en: 'Announcement'},
  rule_closed_loop: {'zh-CN': '闭环步骤', en: 'Closed loop'},
  rule_recurrence: {'zh-CN': '重复投诉的认定', en: 'What counts as recurring'},
  rule_extension: {'zh-CN': '延期的批准', en: 'Who grants more time'},
  rule_validity: {'zh-CN': '不成立的原因', en: 'Why complaints do not stand'},
  rule_required_fields: {'zh-CN': '记录要素', en: 'What a record must hold'},
  rule_callback: {'zh-CN': '回访评分', en: 'Call-back score'},
  rule_survey: {'zh-CN': '满意度调查口径', en: 'Survey scale'},
  rule_survey_schedule: {'zh-CN': '调查计划', en: 'Survey schedule'},
  rule_retention: {'zh-CN': '归档与保存', en: 'Archive'},
  rule_numbering: {'zh-CN': '单据编号', en: 'Sheet numbers'},
  rule_repair: {'zh-CN': '返修的认定', en: 'What counts as a repeated repair'},
  rule_defects: {'zh-CN': '缺陷重复的认定', en: 'What counts as a repeated defect'},
  recurrence_sentence: {
    'zh-CN': '同一客户 {days} 天内再次投诉，且{match}相同',
    en: 'the same customer again within {days} days, with the same {match}'
  },
  recurrence_any: {
    'zh-CN': '同一客户 {days} 天内再次投诉',
    en: 'the same customer again within {days} days'
  },
  extension_sentence: {'zh-CN': '由{approvers}批准', en: 'granted by {approvers}'},
  callback_sentence: {
    'zh-CN': '{low} 至 {high} 分，{from} 分及以上为满意',
    en: '{low} to {high}, satisfied from {from}'
  },
  survey_sentence: {
    'zh-CN':
      '{low} 至 {high} 分，最高 {boxes} 档为满意；推荐意愿 {promoter} 分及以上为推荐者，{detractor} 分及以下为贬损者',
    en: '{low} to {high}, the top {boxes} scores count as satisfied; promoters from {promoter}, detractors up to {detractor}'
  },
  survey_low_item: {
    'zh-CN': '；平均低于 {under} 分的条目，须在 {days} 天内提出改进措施',
    en: '; an item whose mean lies under {under} needs a measure within {days} days'
  },
  survey_month: {'zh-CN': '{survey}：每年 {months}', en: '{survey}: each year in {months}'},
  retention_sentence: {
    'zh-CN': '结案后 {days} 天内归档，保存 {years} 年；须含：{fields}',
    en: 'archived within {days} days of closing, kept for {years} years; with {fields}'
  },
  numbering_sentence: {
    'zh-CN': '按系列连续编号，不缺号、不重号',
    en: 'running numbers in each series, without gaps or duplicates'
  },
  repair_sentence: {
    'zh-CN': '完工后 {days} 天内再次报修',
    en: 'another repair within {days} days of the last one'
  },
  defects_sentence: {
    'zh-CN': '不合格品处理单关闭后 {days} 天内，同一产品再次出现同一缺陷',
    en: 'the same defect of the same product within {days} days of closing the sheet'
  },
  element_fields: {'zh-CN': '{element}（{fields}）', en: '{element} ({fields})'}
} as const satisfies Record<string, LocalText>;
