import type {Locale, LocalText} from '../../src/publish/siteData.ts';
import {ANALYST_WORDS} from './analystWords.ts';
import {CAUSE_WORDS} from './causeWords.ts';
import {EXPORT_WORDS} from './exportWords.ts';
import {MAIL_WORDS} from './mailWords.ts';
import {OUTLOOK_WORDS} from './outlookWords.ts';
import {PERFORMANCE_WORDS} from './performanceWords.ts';
import {POLICY_WORDS} from './policyWords.ts';
import {RECORD_WORDS} from './recordWords.ts';
import {REPORT_WORDS} from './reportWords.ts';
import {RUN_WORDS} from './runWords.ts';

/** Every word of the pages that is not written in a page itself. `{name}` is filled in by `say`. */
export const WORDS = {
  ...ANALYST_WORDS,
  ...CAUSE_WORDS,
  ...EXPORT_WORDS,
  ...MAIL_WORDS,
  ...OUTLOOK_WORDS,
  ...PERFORMANCE_WORDS,
  ...POLICY_WORDS,
  ...RECORD_WORDS,
  ...REPORT_WORDS,
  ...RUN_WORDS,

  // The frame of a page
  nav_label: {'zh-CN': '站内导航', en: 'Site'},
  nav_leadership: {'zh-CN': '管理报告', en: 'Reports'},
  nav_analysis: {'zh-CN': '分析', en: 'Analysis'},
  nav_policy: {'zh-CN': '制度执行', en: 'Policy'},
  nav_definitions: {'zh-CN': '指标口径', en: 'Definitions'},
  nav_runs: {'zh-CN': '运行记录', en: 'Runs'},
  as_of: {'zh-CN': '数据截至 {time}', en: 'Data as of {time}'},
  run: {'zh-CN': '运行编号 {id}', en: 'Run {id}'},
  policy: {'zh-CN': '依据：{title}', en: 'Policy: {title}'},
  interval_note: {'zh-CN': '区间均为 95% 置信区间', en: 'Intervals are 95% confidence intervals'},
  comma: {'zh-CN': '、', en: ', '},
  semicolon: {'zh-CN': '；', en: '; '},
  full_stop: {'zh-CN': '。', en: '. '},
  clause_comma: {'zh-CN': '，', en: ', '},

  // Periods
  report_title: {'zh-CN': '{period}客户投诉与满意度{report}', en: '{report} on complaints and satisfaction, {period}'},
  month_report: {'zh-CN': '月报', en: 'Monthly report'},
  quarter_report: {'zh-CN': '季报', en: 'Quarterly report'},
  year_report: {'zh-CN': '年报', en: 'Annual report'},
  no_period: {'zh-CN': '尚无数据', en: 'No data yet'},
  period_over: {'zh-CN': '本期已结束', en: 'Period complete'},
  period_open: {'zh-CN': '本期未结束，数字为暂计', en: 'Period not over: figures are provisional'},
  earlier_month: {'zh-CN': '上月', en: 'the month before'},
  earlier_quarter: {'zh-CN': '上季度', en: 'the quarter before'},
  earlier_year: {'zh-CN': '上年', en: 'the year before'},
  last_year: {'zh-CN': '去年同期', en: 'a year earlier'},
  latest_report: {'zh-CN': '最新一期', en: 'Latest report'},
  all_reports: {'zh-CN': '全部各期', en: 'All reports'},
  months: {'zh-CN': '月报', en: 'Months'},
  quarters: {'zh-CN': '季报', en: 'Quarters'},
  whole_year: {'zh-CN': '年报', en: 'Whole year'},
  unfinished: {'zh-CN': '未结束', en: 'not over'},

  // Figures
  count_of: {'zh-CN': '{numerator}/{denominator}', en: '{numerator} of {denominator}'},
  sample: {'zh-CN': '共 {count} 件', en: 'n = {count}'},
  sample_answers: {'zh-CN': '共 {count} 份', en: 'n = {count}'},
  interval: {'zh-CN': '区间 {low} 至 {high}', en: 'interval {low} to {high}'},
  target: {'zh-CN': '目标 {target}', en: 'target {target}'},
  target_met: {'zh-CN': '达到目标 {target}', en: 'meets the target of {target}'},
  target_missed: {'zh-CN': '未达到目标 {target}', en: 'misses the target of {target}'},
  target_close: {'zh-CN': '（差距在偶然波动范围内）', en: ' (the gap is within chance)'},
  met: {'zh-CN': '达到', en: 'met'},
  missed: {'zh-CN': '未达到', en: 'missed'},
  close: {'zh-CN': '差距在偶然范围内', en: 'gap within chance'},
  provisional: {'zh-CN': '暂计', en: 'provisional'},
  withheld: {'zh-CN': '不公布', en: 'withheld'},
  withheld_why: {'zh-CN': '不足 {minimum} 件，不公布', en: 'Fewer than {minimum}: withheld'},
  too_few: {'zh-CN': '不足 {minimum} 件', en: 'under {minimum}'},
  not_reached: {'zh-CN': '未了结的过多，尚不能得出', en: 'Too many still open to tell'},
  no_figure: {'zh-CN': '本期无数据', en: 'No data in this period'},
  not_given: {'zh-CN': '未填写', en: 'Not given'},
  without_data: {'zh-CN': '本数据没有下列指标所需的记录：{names}。', en: 'No records in this data for: {names}.'},
  sparkline: {'zh-CN': '{name}：近 {count} 期走势', en: '{name}: the last {count} periods'},

  // Changes
  higher: {'zh-CN': '比{when}高 {difference}', en: '{difference} higher than {when}'},
  lower: {'zh-CN': '比{when}低 {difference}', en: '{difference} lower than {when}'},
  more: {'zh-CN': '比{when}多 {difference}', en: '{difference} more than {when}'},
  fewer: {'zh-CN': '比{when}少 {difference}', en: '{difference} fewer than {when}'},
  longer: {'zh-CN': '比{when}长 {difference}', en: '{difference} longer than {when}'},
  shorter: {'zh-CN': '比{when}短 {difference}', en: '{difference} shorter than {when}'},
  level: {'zh-CN': '与{when}持平', en: 'the same as {when}'},
  beyond_chance: {'zh-CN': '超出偶然波动', en: 'beyond chance'},
  within_chance: {'zh-CN': '在偶然波动范围内', en: 'within chance'},

  // Findings
  findings: {'zh-CN': '本期要点', en: 'In short'},
  evidence: {'zh-CN': '依据', en: 'Evidence'},
  open_period: {
    'zh-CN': '本期尚未结束，下列数字只计到数据截止时间，不与以前各期比较。',
    en: 'The period is not over. Figures run up to the as-of time and are not compared with earlier periods.'
  },
  no_findings: {'zh-CN': '本期尚无要点。', en: 'There are no findings for this period yet.'},

  // Charts and tables
  table: {'zh-CN': '数据表', en: 'Table'},
  period: {'zh-CN': '时期', en: 'Period'},
  value: {'zh-CN': '数值', en: 'Value'},
  counts: {'zh-CN': '件数', en: 'Counts'},
  interval_range: {'zh-CN': '{low} 至 {high}', en: '{low} to {high}'},
  interval_head: {'zh-CN': '区间', en: 'Interval'},
  target_head: {'zh-CN': '目标', en: 'Target'},
  remark: {'zh-CN': '备注', en: 'Note'},
  trend_range: {
    'zh-CN': '{from}至{to}共 {count} 期：最低 {low}（{low_when}），最高 {high}（{high_when}）。',
    en: '{from} to {to}, {count} periods: lowest {low} ({low_when}), highest {high} ({high_when}).'
  },
  trend_level: {
    'zh-CN': '{from}至{to}共 {count} 期，都是 {value}。',
    en: '{from} to {to}, {count} periods, all at {value}.'
  },
  trend_single: {
    'zh-CN': '只有{period}一期的数据，还看不出走势。',
    en: 'Only {period} has data: no trend can be seen yet.'
  },
  trend_none: {'zh-CN': '没有可以画出的数据。', en: 'Nothing to draw.'},
  trend_band: {'zh-CN': '浅色带为区间。', en: 'The band is the interval.'},
  trend_target: {'zh-CN': '虚线为目标。', en: 'The dashed line is the target.'},
  trend_withheld: {'zh-CN': '有 {count} 期件数不足，不公布。', en: '{count} periods are withheld for small counts.'},
  trend_hollow: {'zh-CN': '空心的为暂计。', en: 'What is hollow is provisional.'},

  // Departments
  overall: {'zh-CN': '全体', en: 'All'},
  compare_rest: {'zh-CN': '其余 {count} 个', en: '{count} more'},
  compare_none: {'zh-CN': '本期没有按{dimension}分的数据。', en: 'No data by {dimension} in this period.'},

  // Pareto
  pareto_title: {
    'zh-CN': '{kpi}最多的是“{first}”，占 {share}（{count}/{total}）',
    en: '{kpi}: most are “{first}”, {share} ({count} of {total})'
  },
  pareto_note: {
    'zh-CN': '前 {top} 类合计占 {share}（{count}/{total}）。',
    en: 'The top {top} together make up {share} ({count} of {total}).'
  },
  pareto_missing: {'zh-CN': '未填写的有 {count} 件。', en: '{count} have none given.'},
  pareto_all_missing: {'zh-CN': '{kpi}均未填写{dimension}', en: '{kpi}: no {dimension} given'},
  pareto_other: {'zh-CN': '其他（{count} 类）', en: 'Other ({count} kinds)'},
  bar_head: {'zh-CN': '图示', en: 'Bar'},
  share: {'zh-CN': '占比', en: 'Share'},
  cumulative: {'zh-CN': '累计', en: 'Cumulative'},

  // Definitions
  what_counts: {'zh-CN': '统计范围', en: 'What is counted'},
  numerator: {'zh-CN': '分子', en: 'Numerator'},
  excludes: {'zh-CN': '不计入', en: 'Excludes'},
  unit: {'zh-CN': '单位', en: 'Unit'},
  better: {'zh-CN': '方向', en: 'Direction'},
  better_higher: {'zh-CN': '越高越好', en: 'Higher is better'},
  better_lower: {'zh-CN': '越低越好', en: 'Lower is better'},
  better_neither: {'zh-CN': '不分好坏', en: 'Neither way is better'},
  method: {'zh-CN': '算法', en: 'Method'},
  kind_ratio: {'zh-CN': '比率：分子合计除以分母合计', en: 'Ratio: sum of numerators over sum of denominators'},
  kind_mean: {'zh-CN': '平均：合计除以件数', en: 'Mean: sum over count'},
  kind_rate: {'zh-CN': '发生率：件数除以业务量', en: 'Rate: count over exposure'},
  kind_sum: {'zh-CN': '合计', en: 'Sum'},
  kind_count: {'zh-CN': '计数', en: 'Count'},
  kind_duration: {
    'zh-CN': '时长的中位数；未了结的按截至时间计入（Kaplan–Meier 法）',
    en: 'Median duration; open cases count up to the as-of time (Kaplan–Meier)'
  },
  kind_stock: {'zh-CN': '期末存量', en: 'Stock at the end of the period'},
  clause: {'zh-CN': '制度条款', en: 'Clause'},
  guards: {'zh-CN': '须一并看', en: 'Read beside'},
  minimum: {'zh-CN': '公布下限', en: 'Published from'},
  minimum_count: {'zh-CN': '分母不少于 {count}', en: 'a denominator of {count}'},
  definition_without_data: {'zh-CN': '本数据没有所需的记录', en: 'No records for it in this data'},
  sql: {'zh-CN': '取数语句（SQL）', en: 'Query (SQL)'},
  no_definitions: {'zh-CN': '还没有定义指标。', en: 'No figure has been defined yet.'},

  // Runs
  reason_missing: {'zh-CN': '必填而没有填', en: 'required, but missing'},
  reason_not_text: {'zh-CN': '不是文字', en: 'not a text'},
  reason_not_a_date: {'zh-CN': '不是日期', en: 'not a date'},
  reason_not_a_number: {'zh-CN': '不是数', en: 'not a number'},
  reason_not_a_whole_number: {'zh-CN': '不是整数', en: 'not a whole number'},
  reason_not_a_flag: {'zh-CN': '不是“是”或“否”', en: 'neither yes nor no'},
  reason_unknown_code: {'zh-CN': '不在规定的取值之内', en: 'not among the codes that are allowed'},
  reason_out_of_range: {'zh-CN': '超出允许的范围', en: 'out of the range that is allowed'},
  source: {'zh-CN': '来源', en: 'Source'},
  record: {'zh-CN': '记录种类', en: 'Record kind'},
  files: {'zh-CN': '文件', en: 'Files'},
  rows_read: {'zh-CN': '读入', en: 'Read'},
  loaded: {'zh-CN': '载入', en: 'Loaded'},
  unchanged: {'zh-CN': '未变', en: 'Unchanged'},
  quarantined: {'zh-CN': '隔离', en: 'Set aside'},
  balance: {'zh-CN': '核对', en: 'Check'},
  balanced: {'zh-CN': '✓ 相符', en: '✓ adds up'},
  unbalanced: {'zh-CN': '✕ 差 {count} 行', en: '✕ off by {count}'},
  total: {'zh-CN': '合计', en: 'Total'},
  intake_sentence: {
    'zh-CN': '读入 {read} 行 = 载入 {loaded} + 未变 {unchanged} + 隔离 {quarantined}。',
    en: '{read} rows read = {loaded} loaded + {unchanged} unchanged + {quarantined} set aside.'
  },
  intake_off: {
    'zh-CN': '读入 {read} 行，去向只能说明 {told} 行：有 {count} 行对不上，请查运行日志。',
    en: '{read} rows read, but only {told} are accounted for: {count} are off. See the log of the run.'
  },
  no_intake: {'zh-CN': '本次运行没有读入任何记录。', en: 'This run read no records.'},
  file: {'zh-CN': '文件', en: 'File'},
  field: {'zh-CN': '字段', en: 'Field'},
  reason: {'zh-CN': '原因', en: 'Reason'},
  rows: {'zh-CN': '行数', en: 'Rows'},
  whole_row: {'zh-CN': '整行', en: 'whole row'},
  by_file: {'zh-CN': '按文件', en: 'By file'},
  quarantine_sentence: {
    'zh-CN': '被隔离的行共有 {count} 处不合要求。改正后用 huisheng quarantine replay 重新读入。',
    en: 'Rows that are set aside break their contract in {count} places. Once that is mended, huisheng quarantine replay reads them again.'
  },
  no_quarantine: {'zh-CN': '没有被隔离的行。', en: 'No row was set aside.'}
} as const satisfies Record<string, LocalText>;

export type Word = keyof typeof WORDS;

/**
 * Says a word or sentence in a language and fills its `{places}`.
 *
 * @example say('en', 'as_of', {time: '2026-11-01 00:00'}) // 'Data as of 2026-11-01 00:00'
 */
export function say(locale: Locale, word: Word, values: Record<string, string | number> = {}): string {
  return fillPlaces(WORDS[word][locale], values);
}

/** Fills the `{places}` of a text; a place without a value stays as it is. */
export function fillPlaces(text: string, values: Record<string, string | number>): string {
  return text.replace(/\{(\w+)\}/g, (place, name: string) => (name in values ? String(values[name]) : place));
}
