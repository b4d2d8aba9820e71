import type {LocalText} from '../../src/publish/siteData.ts';

/** The words of the pages of analysis. */
export const ANALYST_WORDS = {
  analysis_pages: {'zh-CN': '分析页面', en: 'Pages of analysis'},
  analysis_loading: {'zh-CN': '正在读取数据……', en: 'Reading the data …'},
  analysis_no_script: {
    'zh-CN': '分析页面要在浏览器里计算，需要启用 JavaScript。管理报告与指标页面不需要。',
    en: 'Pages of analysis compute in the browser and need JavaScript. Reports and the pages of figures do not.'
  },
  analysis_no_data: {
    'zh-CN': '还没有可以分析的数据：没有载入投诉记录。',
    en: 'There is nothing to analyse yet: no complaint has been loaded.'
  },
  analysis_empty: {'zh-CN': '这些条件下没有记录。', en: 'No record matches these filters.'},
  analysis_failed: {
    'zh-CN': '这一页没有画出来：{message}。请重新载入；若仍如此，请告知管理员。',
    en: 'This page could not be drawn: {message}. Load it again; if that does not help, tell whoever runs this site.'
  },

  // Filters
  filters_label: {'zh-CN': '筛选', en: 'Filters'},
  filter_all: {'zh-CN': '全部', en: 'All'},
  filter_from: {'zh-CN': '从', en: 'From'},
  filter_to: {'zh-CN': '到', en: 'To'},
  filter_first: {'zh-CN': '最早', en: 'First'},
  filter_last: {'zh-CN': '最近', en: 'Latest'},
  filters_clear: {'zh-CN': '清除筛选', en: 'Clear'},
  choose_figure: {'zh-CN': '指标', en: 'Figure'},
  choose_group: {'zh-CN': '分组', en: 'Grouped by'},
  month: {'zh-CN': '月份', en: 'Month'},
  counted: {'zh-CN': '件数', en: 'Counts'},
  open_records: {'zh-CN': '查看这些记录', en: 'The records behind it'},
  open_definition: {'zh-CN': '口径与定义', en: 'Definition'},

  // A series against its limits
  limit_upper: {'zh-CN': '上控制限', en: 'Upper limit'},
  limit_lower: {'zh-CN': '下控制限', en: 'Lower limit'},
  limit_centre: {'zh-CN': '中心线', en: 'Centre'},
  signal: {'zh-CN': '信号', en: 'Signal'},
  series_withheld: {'zh-CN': '件数太少，不列数值', en: 'too few to be told'},
  series_title: {'zh-CN': '{name}：{month} {value}，{verdict}', en: '{name}: {value} in {month}, {verdict}'},
  series_title_none: {'zh-CN': '{name}：件数太少，不列数值', en: '{name}: too few to be told'},
  verdict_none: {'zh-CN': '月份太少，不作判断', en: 'too few months to judge'},
  verdict_ordinary: {'zh-CN': '普通波动', en: 'ordinary variation'},
  verdict_above: {'zh-CN': '自{since}起异常偏高', en: 'unusually high since {since}'},
  verdict_below: {'zh-CN': '自{since}起异常偏低', en: 'unusually low since {since}'},
  series_ordinary: {
    'zh-CN': '{month}的 {value} 在控制限 {lower} 至 {upper} 之内，也没有成串偏移：属普通波动，不必就单月追究原因。',
    en: '{month}: {value} lies within the limits, {lower} to {upper}, and no run is too long: ordinary variation, no action.'
  },
  series_outside_above: {
    'zh-CN': '{month}的 {value} 高于上控制限 {upper}；信号始于{since}：不是偶然，应查明原因。',
    en: '{month}: {value} is above the upper limit of {upper}; the signal began in {since}: not chance, ask why.'
  },
  series_outside_below: {
    'zh-CN': '{month}的 {value} 低于下控制限 {lower}；信号始于{since}：不是偶然，应查明原因。',
    en: '{month}: {value} is below the lower limit of {lower}; the signal began in {since}: not chance, ask why.'
  },
  series_run_above: {
    'zh-CN': '自{since}起连续高于中心线 {centre}，时间之长不是偶然：水平已经改变，应查明原因。',
    en: 'Above the centre line of {centre} ever since {since}, longer than chance allows: the level has changed, ask why.'
  },
  series_run_below: {
    'zh-CN': '自{since}起连续低于中心线 {centre}，时间之长不是偶然：水平已经改变，应查明原因。',
    en: 'Below the centre line of {centre} ever since {since}, longer than chance allows: the level has changed, ask why.'
  },
  series_earlier: {
    'zh-CN': '此前另有 {count} 个月有信号（菱形）。',
    en: '{count} earlier months carry a signal (diamonds).'
  },
  series_earlier_one: {
    'zh-CN': '此前另有 1 个月有信号（菱形）。',
    en: 'One earlier month carries a signal (a diamond).'
  },
  series_few_crossings: {
    'zh-CN': '整条线穿越中心线的次数少于随机波动应有的次数：期间水平有过改变。',
    en: 'The line crosses its centre more rarely than chance would: its level has changed on the way.'
  },
  series_too_few: {
    'zh-CN': '有数值的月份只有 {count} 个，不足以算出控制限，不作判断。',
    en: 'Only {count} months have a value, too few for limits: nothing is judged.'
  },
  series_other_filter: {
    'zh-CN': '这项指标只能按部门、类别或渠道中的一项筛选。',
    en: 'This figure can be filtered by one of department, category and channel only.'
  },
  assurance_met: {
    'zh-CN': '按目前的波动，可稳定达到目标 {target}。',
    en: 'As it varies now, the target of {target} is met for certain.'
  },
  assurance_missed: {
    'zh-CN': '按目前的波动，达不到目标 {target}，除非改变做法。',
    en: 'As it varies now, the target of {target} is missed for certain unless something is changed.'
  },
  assurance_unsure: {
    'zh-CN': '目标 {target} 在控制限之内：时达时不达，全凭波动。',
    en: 'The target of {target} lies within the limits: whether it is met is up to chance.'
  },
  chart_p: {'zh-CN': 'p 图', en: 'p chart'},
  chart_p_prime: {
    'zh-CN': 'p′ 图（控制限因过度离散放宽到 {dispersion} 倍）',
    en: 'p′ chart (limits widened {dispersion} times for over-dispersion)'
  },
  chart_u: {'zh-CN': 'u 图', en: 'u chart'},
  chart_u_prime: {
    'zh-CN': 'u′ 图（控制限因过度离散放宽到 {dispersion} 倍）',
    en: 'u′ chart (limits widened {dispersion} times for over-dispersion)'
  },
  chart_xmr: {'zh-CN': 'XmR 图', en: 'XmR chart'},
  series_rebased: {
    'zh-CN': '自{month}起工作方式有变（{what}），控制限由此重新计算。',
    en: 'The work changed in {month} ({what}); limits begin anew there.'
  },
  series_rule: {
    'zh-CN':
      '{chart}，控制限由 {count} 个月算出。规则：点出控制限；连续在中心线一侧、穿越中心线过少（Anhøj）。未结束的月份（空心）不判断。',
    en: '{chart}, limits from {count} months. Rules: a point outside the limits; a run on one side too long, or too few crossings (Anhøj). A month that is not over (hollow) is not judged.'
  },
  series_rule_provisional: {
    'zh-CN':
      '{chart}，控制限由 {count} 个月算出，月份尚少，为暂定。规则：点出控制限；连续在中心线一侧、穿越中心线过少（Anhøj）。未结束的月份（空心）不判断。',
    en: '{chart}, provisional limits from only {count} months. Rules: a point outside the limits; a run on one side too long, or too few crossings (Anhøj). A month that is not over (hollow) is not judged.'
  },
  rule_outside_limits: {'zh-CN': '点出控制限', en: 'outside the limits'},
  rule_long_run: {'zh-CN': '连续在一侧', en: 'long run on one side'},
  rule_few_crossings: {'zh-CN': '穿越过少', en: 'few crossings'},
  rule_shift: {'zh-CN': '连续偏移', en: 'shift'},
  rule_trend: {'zh-CN': '连续上升或下降', en: 'trend'},
  rule_two_of_three: {'zh-CN': '三点中两点近控制限', en: 'two of three near a limit'},

  // Time to resolve
  survival_title: {
    'zh-CN': '一半在 {median}内解决，九成在 {p90}内解决',
    en: 'Half are solved within {median}, nine in ten within {p90}'
  },
  survival_title_open: {
    'zh-CN': '一半在 {median}内解决；尚看不出九成要多久',
    en: 'Half are solved within {median}; how long nine in ten take can’t be told yet'
  },
  survival_title_none: {'zh-CN': '尚看不出一半要多久才解决', en: 'How long half of them take can’t be told yet'},
  survival_sentence: {
    'zh-CN': '共 {count} 件有效投诉，其中 {open} 件尚未解决，按已等待的时间计入（Kaplan–Meier）。',
    en: '{count} valid complaints; {open} are still open and count for as long as they have waited (Kaplan–Meier).'
  },
  survival_order: {
    'zh-CN': '中位数最长的是{slowest}（{slow}），最短的是{fastest}（{fast}）；件数少的组偶然性大，这不是名次。',
    en: 'The longest median is that of {slowest} ({slow}), the shortest that of {fastest} ({fast}); small groups vary by chance, and this is no ranking.'
  },
  survival_rule: {
    'zh-CN': '曲线是到某天为止已解决的比例；越靠左上越快。按受理月份筛选。',
    en: 'A curve tells the share that is solved by a day; the nearer to the upper left, the faster. Months are those of receipt.'
  },
  survival_axis: {'zh-CN': '受理后天数', en: 'days after receipt'},
  survival_rest: {'zh-CN': '其他（{count} 个）', en: 'Others ({count})'},
  median: {'zh-CN': '中位数', en: 'Median'},
  ninety: {'zh-CN': '九成', en: 'Nine in ten'},
  cases: {'zh-CN': '件数', en: 'Cases'},
  still_open: {'zh-CN': '未解决', en: 'Open'},
  not_reached_yet: {'zh-CN': '尚未达到', en: 'not reached'},

  // Records
  records_found: {'zh-CN': '{count} 件', en: '{count} cases'},
  records_found_one: {'zh-CN': '1 件', en: 'One case'},
  records_of_figure: {
    'zh-CN': '“{name}”统计了 {count} 件',
    en: '“{name}” counts {count} cases'
  },
  records_in_numerator: {
    'zh-CN': '，其中 {numerator} 件计入分子（{value}）',
    en: ', {numerator} of them in the numerator ({value})'
  },
  records_open: {'zh-CN': '筛选、排序和下载这些案件', en: 'Filter, sort and download these cases'},
  records_listed: {'zh-CN': '此处列出 {count} 件。', en: '{count} are listed here.'},
  records_page: {'zh-CN': '第 {from} 至 {to} 件', en: '{from} to {to}'},
  records_search: {'zh-CN': '编号', en: 'Number'},
  records_search_hint: {'zh-CN': '编号的一部分', en: 'part of a number'},
  records_any: {'zh-CN': '全部案件', en: 'All cases'},
  records_counted: {'zh-CN': '分子', en: 'Numerator'},
  records_counted_yes: {'zh-CN': '计入', en: 'in it'},
  records_counted_no: {'zh-CN': '未计入', en: 'not in it'},
  page_before: {'zh-CN': '上一页', en: 'Previous'},
  page_after: {'zh-CN': '下一页', en: 'Next'},
  pages_label: {'zh-CN': '翻页', en: 'Pages'},
  download_csv: {'zh-CN': '下载 CSV', en: 'Download CSV'},
  download_arrow: {'zh-CN': '下载 Arrow', en: 'Download Arrow'},
  sort_by: {'zh-CN': '按{column}排序', en: 'Sort by {column}'},
  column_number: {'zh-CN': '编号', en: 'Number'},
  column_month: {'zh-CN': '计入月份', en: 'Counted in'},
  column_numerator: {'zh-CN': '分子', en: 'Numerator'},
  column_kind: {'zh-CN': '类型', en: 'Kind'},
  column_received_at: {'zh-CN': '受理', en: 'Received'},
  column_responded_at: {'zh-CN': '首次响应', en: 'First response'},
  column_resolved_at: {'zh-CN': '解决', en: 'Solved'},
  column_closed_at: {'zh-CN': '办结', en: 'Closed'},
  column_due_at: {'zh-CN': '期限', en: 'Due'},
  column_resolution_state: {'zh-CN': '是否按时', en: 'On time?'},
  column_outcome: {'zh-CN': '结果', en: 'Outcome'},
  column_is_valid: {'zh-CN': '有效', en: 'Valid'},
  column_is_recurrence: {'zh-CN': '重复', en: 'Recurring'},
  column_is_reopened: {'zh-CN': '重新处理', en: 'Reopened'},
  column_is_escalated: {'zh-CN': '升级', en: 'Escalated'},
  column_earlier_number: {'zh-CN': '上一件', en: 'Case before'},
  column_hours_to_resolve: {'zh-CN': '用时（天）', en: 'Days taken'},
  column_callback_score: {'zh-CN': '回访评分', en: 'Score'},
  column_compensation_amount: {'zh-CN': '赔付（元）', en: 'Compensation'},

  // SQL
  sql_label: {'zh-CN': 'SQL 语句', en: 'SQL'},
  sql_run: {'zh-CN': '运行', en: 'Run'},
  sql_hint: {
    'zh-CN': 'Ctrl + Enter 运行。查询在浏览器里进行，数据不离开本机。',
    en: 'Ctrl + Enter runs it. It runs in the browser; nothing leaves it.'
  },
  sql_starting: {'zh-CN': '正在启动数据库……', en: 'Starting the database …'},
  sql_running: {'zh-CN': '正在查询……', en: 'Running …'},
  sql_rows: {'zh-CN': '{count} 行，用时 {seconds} 秒', en: '{count} rows in {seconds} s'},
  sql_cut: {
    'zh-CN': '{count} 行，用时 {seconds} 秒；此处列出前 {shown} 行，下载可得全部',
    en: '{count} rows in {seconds} s; the first {shown} are listed, a download holds all'
  },
  sql_none: {'zh-CN': '没有结果行。', en: 'No rows.'},
  sql_error: {'zh-CN': '这条语句没有执行：{message}', en: 'The statement was not run: {message}'},
  sql_unknown_table: {'zh-CN': '没有名为 {name} 的表。有：{tables}', en: 'There is no table {name}. There is {tables}'},
  sql_examples: {'zh-CN': '示例', en: 'Examples'},
  sql_tables: {'zh-CN': '可查询的表', en: 'Tables'},
  sql_table_rows: {'zh-CN': '{count} 行', en: '{count} rows'}
} as const satisfies Record<string, LocalText>;
