import type {LocalText} from '../../src/publish/siteData.ts';

/** The words of the pages that open a figure down to its records, of the summary and of the register. */
export const RECORD_WORDS = {
  // The page of a figure
  open_figure: {'zh-CN': '数值与记录', en: 'Values and records'},
  figure_interval: {'zh-CN': '95% 区间 {low} 至 {high}', en: '95% interval {low} to {high}'},
  by_dimension: {'zh-CN': '按{dimension}', en: 'By {dimension}'},
  members_note: {
    'zh-CN': '{period}，按件数多少排列，不是名次。',
    en: '{period}, in order of their counts; this is no ranking.'
  },
  members_none: {'zh-CN': '这项指标没有可供分项的记录。', en: 'The records of this figure tell no members apart.'},
  members_rest: {
    'zh-CN': '另有 {count} 个未列出。',
    en: '{count} more are not listed.'
  },
  records_sentence: {
    'zh-CN': '{period}这项指标统计了下列 {total} 条记录。',
    en: '{period}: the figure counts these {total} records.'
  },
  records_sentence_one: {
    'zh-CN': '{period}这项指标统计了下列 1 条记录。',
    en: '{period}: the figure counts this one record.'
  },
  records_cut: {
    'zh-CN': '{period}这项指标统计了 {total} 条记录，此处列出前 {shown} 条。',
    en: '{period}: the figure counts {total} records; the first {shown} are listed here.'
  },
  records_command: {'zh-CN': '用命令列出全部记录：', en: 'All of them by command:'},
  records_none: {
    'zh-CN': '没有这项指标所统计的记录。',
    en: 'There are no records that this figure counts.'
  },
  record_id: {'zh-CN': '编号', en: 'Number'},
  record_at: {'zh-CN': '时间', en: 'Time'},
  record_from: {'zh-CN': '起', en: 'From'},
  record_until: {'zh-CN': '止', en: 'Until'},
  record_counts: {'zh-CN': '计入分子', en: 'In the numerator'},
  record_numerator: {'zh-CN': '分子', en: 'Numerator'},
  record_denominator: {'zh-CN': '分母', en: 'Denominator'},
  record_value: {'zh-CN': '数值', en: 'Value'},
  record_length: {'zh-CN': '用时', en: 'Length'},
  record_open: {'zh-CN': '未了结', en: 'still open'},
  counted_yes: {'zh-CN': '✓ 是', en: '✓ yes'},
  counted_no: {'zh-CN': '— 否', en: '— no'},

  // The summary of complaints
  summary_none: {'zh-CN': '本期没有受理投诉。', en: 'No complaint was received in this period.'},
  summary_sentence: {
    'zh-CN': '本期共受理投诉 {count} 件。',
    en: '{count} complaints were received in this period.'
  },
  summary_rest: {
    'zh-CN': '另有 {count} 个{dimension}未逐一列出，已计入合计。',
    en: '{count} more ({dimension}) are not listed, but are in the totals.'
  },
  summary_others: {'zh-CN': '其余', en: 'Others'},
  summary_complaints: {'zh-CN': '投诉', en: 'Complaints'},
  summary_valid: {'zh-CN': '有效', en: 'Valid'},
  summary_done: {'zh-CN': '已办结', en: 'Solved'},
  summary_on_time: {'zh-CN': '按时', en: 'On time'},
  summary_late: {'zh-CN': '逾期', en: 'Late'},
  summary_recurring: {'zh-CN': '重复', en: 'Recurring'},
  summary_reopened: {'zh-CN': '重新处理', en: 'Reopened'},
  summary_escalated: {'zh-CN': '升级', en: 'Escalated'},
  summary_compensation: {'zh-CN': '赔付（元）', en: 'Compensation'},

  // The register of faults
  register_none: {'zh-CN': '本月没有成立的投诉。', en: 'No complaint of this month stands.'},
  register_sentence: {
    'zh-CN': '本月受理的有效投诉及其不合格品处理单，共 {total} 行。',
    en: '{total} rows: the valid complaints received in this month, with the nonconformance sheets that followed.'
  },
  register_cut: {
    'zh-CN': '此处列出前 {shown} 行，全部可用命令列出：',
    en: 'The first {shown} are listed here; all of them by command:'
  },
  register_number: {'zh-CN': '单号', en: 'Number'},
  register_received: {'zh-CN': '受理', en: 'Received'},
  register_product: {'zh-CN': '产品或服务', en: 'Product'},
  register_category: {'zh-CN': '类别', en: 'Category'},
  register_defect: {'zh-CN': '缺陷', en: 'Defect'},
  register_severity: {'zh-CN': '严重程度', en: 'Severity'},
  register_department: {'zh-CN': '部门', en: 'Department'},
  register_responsibility: {'zh-CN': '责任归属', en: 'Responsibility'},
  register_cause: {'zh-CN': '根本原因', en: 'Root cause'},
  register_resolved: {'zh-CN': '办结', en: 'Solved'},
  register_state: {'zh-CN': '是否按时', en: 'On time?'},
  register_outcome: {'zh-CN': '结果', en: 'Outcome'},
  register_sheet: {'zh-CN': '不合格品处理单', en: 'Nonconformance sheet'},
  register_answered: {'zh-CN': '答复', en: 'Answered'},
  register_closed: {'zh-CN': '关闭', en: 'Closed'},
  register_again: {'zh-CN': '再次发生', en: 'Again'},
  register_recurrence: {'zh-CN': '重复', en: 'recurring'},
  register_reopened: {'zh-CN': '重新处理', en: 'reopened'}
} as const satisfies Record<string, LocalText>;
