import type {LocalText} from '../../src/publish/siteData.ts';

/** The words of the workbook. */
export const EXPORT_WORDS = {
  // The names of its sheets
  sheet_overview: {'zh-CN': '总览', en: 'Overview'},
  sheet_summary: {'zh-CN': '投诉汇总表', en: 'Summary'},
  sheet_departments: {'zh-CN': '部门', en: 'Departments'},
  sheet_causes: {'zh-CN': '原因', en: 'Causes'},
  sheet_trends: {'zh-CN': '趋势', en: 'Trends'},
  sheet_register: {'zh-CN': '客诉不良履历表', en: 'Register of faults'},
  sheet_measures: {'zh-CN': '改善措施', en: 'Measures'},
  sheet_definitions: {'zh-CN': '口径说明', en: 'Definitions'},
  sheet_card_departments: {'zh-CN': '部门绩效', en: 'Departments'},
  sheet_card_people: {'zh-CN': '人员绩效', en: 'People'},
  sheet_card_heads: {'zh-CN': '计分明细', en: 'Heads'},
  sheet_card_evidence: {'zh-CN': '证据', en: 'Evidence'},

  // Columns
  book_figure: {'zh-CN': '指标', en: 'Figure'},
  book_low: {'zh-CN': '区间下限', en: 'Low'},
  book_high: {'zh-CN': '区间上限', en: 'High'},
  book_to_target: {'zh-CN': '与目标相比', en: 'Against the target'},
  book_change: {'zh-CN': '与上期相比', en: 'Against the period before'},
  book_signal: {'zh-CN': '变化是否异常', en: 'Signal'},
  book_adjusted: {'zh-CN': '按案件难易调整后', en: 'Adjusted for the cases'},
  book_compared: {'zh-CN': '与同行相比', en: 'Against its peers'},
  book_dimension: {'zh-CN': '按什么分', en: 'By'},
  book_member: {'zh-CN': '名称', en: 'Name'},
  book_complaints: {'zh-CN': '有效投诉（件）', en: 'Valid complaints'},
  book_tested: {'zh-CN': '检验', en: 'Test'},
  book_tested_low: {'zh-CN': '比值下限', en: 'Ratio, low'},
  book_tested_high: {'zh-CN': '比值上限', en: 'Ratio, high'},
  book_ratio: {'zh-CN': '比值', en: 'Ratio'},
  book_test_latest: {'zh-CN': '近 {months} 个月对此前', en: 'Latest {months} months'},
  book_test_trend: {'zh-CN': '长期趋势，每年', en: 'Trend, per year'},
  book_trend: {'zh-CN': '变化', en: 'Change'},
  book_month: {'zh-CN': '月份', en: 'Month'},
  book_of: {'zh-CN': '{name}：件数', en: '{name}: n'},
  book_with_unit: {'zh-CN': '{name}（{unit}）', en: '{name} ({unit})'},
  register_subcategory: {'zh-CN': '子类', en: 'Subcategory'},
  book_measure_id: {'zh-CN': '编号', en: 'Number'},
  book_months_before: {'zh-CN': '此前月数', en: 'Months before'},
  book_months_after: {'zh-CN': '此后月数', en: 'Months after'},
  book_cases_before: {'zh-CN': '此前件数', en: 'Cases before'},
  book_cases_after: {'zh-CN': '此后件数', en: 'Cases after'},
  book_verdict: {'zh-CN': '结论', en: 'Verdict'},
  book_id: {'zh-CN': '代号', en: 'Code'},
  book_role: {'zh-CN': '岗位', en: 'Role'},
  book_counted_weight: {'zh-CN': '计入权重', en: 'Counted weight'},
  book_used_weight: {'zh-CN': '折算权重', en: 'Weight used'},
  book_full_points: {'zh-CN': '满分', en: 'All points'},
  book_head_count: {'zh-CN': '{name}：分子', en: '{name}: numerator'},
  book_head_total: {'zh-CN': '{name}：分母', en: '{name}: denominator'},
  book_head_points: {'zh-CN': '{name}：得分', en: '{name}: points'},
  book_shrunk: {'zh-CN': '收缩估计', en: 'Shrunk'},
  book_basis: {'zh-CN': '计分依据', en: 'Points by'},
  book_scored: {'zh-CN': '计分数值', en: 'Figure scored'},
  book_achieved: {'zh-CN': '达成度', en: 'Achieved'},
  book_earlier_count: {'zh-CN': '裁定前分子', en: 'Numerator before rulings'},
  book_earlier_total: {'zh-CN': '裁定前分母', en: 'Denominator before rulings'},
  book_of_units: {'zh-CN': '{told}（共 {units} 个）', en: '{told} (of {units})'},
  book_asked_at: {'zh-CN': '提出时间', en: 'Asked at'},
  book_decided_by: {'zh-CN': '决定人', en: 'Decided by'},
  book_decided_at: {'zh-CN': '决定时间', en: 'Decided at'},
  book_decision_reason: {'zh-CN': '决定理由', en: 'Why'},
  book_earlier_decisions: {'zh-CN': '此前的决定', en: 'Earlier decisions'},
  book_no_points: {'zh-CN': '不计总分', en: 'no total'},
  book_left_out: {'zh-CN': '不计', en: 'left out'},
  book_is_ruled: {'zh-CN': '已按裁定调整。', en: 'Rulings are applied.'},

  // What stands above and in the place of rows
  book_cards_title: {'zh-CN': '{period}绩效考核表', en: 'Performance appraisal, {period}'},
  book_cards_note: {
    'zh-CN':
      '供人评议，本身不是结论。按部门和姓名排列，不作排名；件数不足下限的指标写“不计”，只列件数。几方经手的案件按份额计，件数可有小数。',
    en: 'Evidence for people to judge by, not a verdict. In the order of departments and names, not by rank. A head with too few cases is left out. Shared cases count by their shares, so that counts may be fractions.'
  },
  book_evidence_note: {
    'zh-CN':
      '共 {total} 行：每项指标计入和未计入的案件及原因。同一对象、同一指标的“计为达到”之和 ÷ “分母”之和，就是该项数值。时间为当地时间；没有客户信息。',
    en: '{total} rows: the cases of each head, counted or not, and why. The sum of “In the numerator” over the sum of “Denominator” of one member and head is its figure. Times are local; no customer is told of.'
  },
  book_ledger_note: {
    'zh-CN': '针对本期案件提出的调整与申诉。以最后一次决定为准；经手过该案的人作出的决定无效。',
    en: 'What was asked about cases of this period. The last decision counts; one by somebody who had a part in the case is void.'
  },
  book_read: {
    'zh-CN': '百分比、天数等均为数值，可直接计算；“不公布”是件数不足公布下限。各项口径见“口径说明”。',
    en: 'Values are numbers that can be computed with. “Withheld” means too few records. Definitions stand on the last sheet.'
  },
  book_summary_note: {
    'zh-CN': '本期受理的投诉，按类别和责任部门分。按时、逾期、重复等各列只计有效投诉。',
    en: 'Complaints received in the period, by category and department. The columns from “on time” on count valid ones.'
  },
  book_summary_others: {
    'zh-CN': '部门多于 {shown} 个：列出投诉最多的，其余合为“其余”。',
    en: 'There are more than {shown} departments: those with the most complaints are listed, the others share a column.'
  },
  book_departments_note: {
    'zh-CN':
      '按有效投诉多少排列，不是名次。“与同行相比”已按类别、严重程度、渠道调整，只有超出漏斗图界限的才算不同；区间为 95%。',
    en: 'In order of valid complaints; this is no ranking. The comparison with peers allows for category, severity and channel; only what lies outside the funnel differs. Intervals are 95%.'
  },
  book_departments_none: {'zh-CN': '本期没有按部门分的数据。', en: 'No figure of this period is known by department.'},
  book_causes_note: {
    'zh-CN': '本期受理的有效投诉，从多到少。件数多不等于在上升：是否上升以“变化”一列为准。',
    en: 'Valid complaints received in the period, the most frequent first. Many does not mean more than before: the column “Change” tells.'
  },
  book_causes_tested: {
    'zh-CN': '“变化”截至{month}，全部原因一并检验（Benjamini–Hochberg），区间为 95%。',
    en: '“Change” is as of {month}; all causes are judged together (Benjamini–Hochberg), intervals are 95%.'
  },
  book_causes_none: {
    'zh-CN': '本期没有填写原因或类别的有效投诉。',
    en: 'No valid complaint of this period has a cause or category.'
  },
  book_trends_note: {
    'zh-CN': '至{month}的 {count} 个月。“不公布”是件数不足公布下限，空白是没有数据。',
    en: '{count} months up to {month}. “Withheld” means too few records; an empty cell means none.'
  },
  book_trends_none: {'zh-CN': '没有逐月的数据。', en: 'There are no monthly figures.'},
  book_register_note: {
    'zh-CN': '本期受理的有效投诉及其不合格品处理单，共 {total} 行。时间为当地时间。',
    en: '{total} rows: the valid complaints received in the period, with the nonconformance sheets that followed. Times are local.'
  },
  book_register_cut: {
    'zh-CN': '共 {total} 行，超过一张工作表的容量，此处列出前 {shown} 行。',
    en: 'There are {total} rows, more than a sheet holds; the first {shown} are listed.'
  },
  book_register_none: {'zh-CN': '本期没有成立的投诉。', en: 'No complaint of this period stands.'},
  book_measures_none: {
    'zh-CN': '到本期末，没有已实施、且针对某个原因或类别的改善措施。',
    en: 'By the end of the period, no measure had been carried out against a cause or category.'
  }
} as const satisfies Record<string, LocalText>;
