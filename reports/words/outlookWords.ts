import type {LocalText} from '../../src/publish/siteData.ts';

/** The words of the pages on recurrence, surveys, forecasts and measures. */
export const OUTLOOK_WORDS = {
  filter_without: {
    'zh-CN': '这里的数据不分{names}，该项筛选在此不起作用。',
    en: 'What is shown here is not told apart by {names}: that filter changes nothing here.'
  },

  // Recurrence
  recurrence_unknown: {
    'zh-CN': '{count} 件有效投诉都没有可识别的客户，无从判断是否重复。',
    en: 'The customer of none of the {count} valid complaints is known, so whether one came again cannot be told.'
  },
  recurrence_coverage: {
    'zh-CN':
      '{share}（{known}/{valid}）的有效投诉知道客户是谁，重复只在其中判断；其余 {unknown} 件无从判断，不计入下列比率。',
    en: 'The customer of {share} ({known} of {valid}) of the valid complaints is known, and recurrence is judged among these; the other {unknown} are not in the rates below.'
  },
  recurrence_coverage_all: {
    'zh-CN': '全部 {valid} 件有效投诉都知道客户是谁，重复在其中判断。',
    en: 'The customer of all {valid} valid complaints is known; recurrence is judged among them.'
  },
  recurrence_title: {
    'zh-CN': '{chains} 件事客户一再投诉，共重复 {count} 次；重复率 {share}（{count}/{total}）',
    en: '{chains} matters came again, {count} times in all: a rate of {share} ({count} of {total})'
  },
  recurrence_none: {
    'zh-CN': '{total} 件投诉中没有重复的',
    en: 'None of {total} complaints came again'
  },
  recurrence_none_note: {
    'zh-CN': '没有同一客户在规定天数内就同类事项再次投诉。',
    en: 'No customer complained again of the same matter within the window of the policy.'
  },
  recurrence_days: {
    'zh-CN': '解决之后再来的有 {count} 次，一半在 {days}之内。',
    en: '{count} came again after the solution, half of them within {days}.'
  },
  recurrence_open: {
    'zh-CN': '另有 {count} 次是前一件尚未解决时的再次催问（空心），不说明解决方案失败。',
    en: 'Another {count} (hollow) came while the case was still open: asking again, which says nothing about the solution.'
  },
  recurrence_longest: {'zh-CN': '最长的一串有 {count} 件。', en: 'The longest chain has {count} complaints.'},
  recurrence_longest_two: {'zh-CN': '没有一件事来过两次以上。', en: 'No matter came more than twice.'},
  recurrence_rule: {
    'zh-CN': '天数从前一件受理到后一件受理。制度只把 {days} 天之内、同一客户、同类事项的算作重复；更晚再来的不在图中。',
    en: 'Days run from receipt to receipt. The policy counts what comes again within {days} days, from the same customer, on the same matter; what comes later is not shown.'
  },
  recurrence_axis: {'zh-CN': '距前一件的天数', en: 'days since the complaint before'},
  recurrence_window: {'zh-CN': '制度规定 {days} 天', en: 'the policy’s {days} days'},
  recurrence_after: {'zh-CN': '解决之后', en: 'After the solution'},
  recurrence_while_open: {'zh-CN': '尚未解决时', en: 'While still open'},
  recurrence_by: {
    'zh-CN': '按{by}：{names}的重复率明显偏高',
    en: 'By {by}: more often than elsewhere with {names}'
  },
  recurrence_by_alike: {
    'zh-CN': '按{by}：没有哪一个的重复率高得超出偶然',
    en: 'By {by}: nowhere more often than chance allows'
  },
  recurrence_most: {'zh-CN': '次数最多的是{name}（{count} 次）。', en: 'Most are of {name} ({count}).'},
  recurrence_higher: {
    'zh-CN': '{names}的重复率高于其余，超出偶然：先看首次的处理。',
    en: 'With {names} the rate is above that of all others, beyond chance: look at the first handling.'
  },
  recurrence_lower: {'zh-CN': '{names}低于其余。', en: 'With {names} it is below.'},
  recurrence_alike: {
    'zh-CN': '各组之间的差别都在偶然范围内，不能据此分高下。',
    en: 'All differences are within chance: nothing can be ranked by them.'
  },
  recurrence_by_rule: {
    'zh-CN':
      '按次数多少排列。横线为 95% 区间（Wilson），竖线为全体。每组与其余比较，共 {count} 次，q ≤ {q} 才算超出偶然（Benjamini–Hochberg）。',
    en: 'In order of how many came again. Bars are 95% intervals (Wilson), the upright line is all together. Each is held against all others, {count} times; q up to {q} is beyond chance (Benjamini–Hochberg).'
  },
  recurrence_share: {'zh-CN': '重复率', en: 'Came again'},
  recurrence_verdict: {'zh-CN': '与其余相比', en: 'Against the others'},
  recurrence_is_higher: {'zh-CN': '▲ 偏高', en: '▲ higher'},
  recurrence_is_lower: {'zh-CN': '▼ 偏低', en: '▼ lower'},
  solution_title: {
    'zh-CN': '首次处理之后，{share}（{count}/{total}）的客户就同类事项再来',
    en: 'After the first solution, {share} ({count} of {total}) came again'
  },
  solution_first: {'zh-CN': '首次的结果与赔付', en: 'First outcome and compensation'},
  solution_paid: {'zh-CN': '有赔付', en: 'Compensated'},
  solution_unpaid: {'zh-CN': '无赔付', en: 'Not compensated'},
  solution_differs: {
    'zh-CN': '有赔付的 {paid} 再来，无赔付的 {unpaid}，差别超出偶然。赔付多给较重的案件，这不等于赔付的作用。',
    en: '{paid} came again where compensation was paid, {unpaid} where not: beyond chance. Graver cases are compensated more often, so this is not the effect of paying.'
  },
  solution_alike: {
    'zh-CN': '有赔付的 {paid} 再来，无赔付的 {unpaid}，差别在偶然范围内。',
    en: '{paid} came again where compensation was paid, {unpaid} where not: within chance.'
  },
  solution_sentence: {
    'zh-CN': '每行是首次结果相同的投诉，看其中多少后来又来。',
    en: 'Each row holds complaints with the same first outcome, and how many of them came again.'
  },
  solution_rule: {
    'zh-CN': '只看受理已满 {days} 天、客户已知的投诉：不满的还可能再来。尚未解决时的催问不计。',
    en: 'Only complaints received at least {days} days ago whose customer is known: others may still come again. What came while the case was open is not counted.'
  },
  chain_list: {'zh-CN': '重复投诉', en: 'Chains'},
  chain_list_title: {'zh-CN': '重复投诉清单（{count} 串）', en: 'The chains ({count})'},
  chain_first: {'zh-CN': '首件编号', en: 'First case'},
  chain_again: {'zh-CN': '再来次数', en: 'Times again'},
  chain_days: {'zh-CN': '间隔天数', en: 'Days between'},
  chain_open: {'zh-CN': '（未解决）', en: ' (open)'},
  chain_outcome: {'zh-CN': '首次结果', en: 'First outcome'},
  chain_note: {
    'zh-CN': '最近再来的在前。一串属于同一位客户，此处不出现客户是谁。',
    en: 'The latest come first. A chain is of one customer, whom nothing here names.'
  },
  chain_page: {'zh-CN': '第 {from} 至 {to} 串', en: '{from} to {to}'},

  // Surveys
  survey_none: {
    'zh-CN': '本数据没有客户满意度调查的答卷与邀请。接入调查来源后，这一页会按轮次显示得分率、净推荐值与回收率。',
    en: 'There is no survey in this data. Once a source of surveys is connected, this page shows satisfaction, promoters and response by round.'
  },
  survey_empty: {
    'zh-CN': '这些条件下没有“{name}”的答卷。{hint}',
    en: 'No answer for “{name}” under these filters. {hint}'
  },
  survey_empty_filter: {
    'zh-CN': '有的调查不跟随案件，没有类别与渠道。',
    en: 'Some surveys follow no case and have no category or channel.'
  },
  choose_survey: {'zh-CN': '调查', en: 'Survey'},
  choose_parts: {'zh-CN': '比较', en: 'Compare by'},
  survey_unnamed: {'zh-CN': '未注明的调查', en: 'Survey without a name'},
  survey_round: {'zh-CN': '轮次', en: 'Round'},
  survey_item_head: {'zh-CN': '调查条目', en: 'Item'},
  survey_title: {
    'zh-CN': '{name}：{month}一轮 {value}，{verdict}',
    en: '{name}: {value} in the round of {month}, {verdict}'
  },
  survey_title_single: {'zh-CN': '{name}：{month}一轮 {value}', en: '{name}: {value} in the round of {month}'},
  survey_higher: {'zh-CN': '比上一轮高，超出偶然', en: 'higher than the round before, beyond chance'},
  survey_lower: {'zh-CN': '比上一轮低，超出偶然', en: 'lower than the round before, beyond chance'},
  survey_same: {'zh-CN': '与上一轮的差别在偶然范围内', en: 'no different from the round before, within chance'},
  survey_sentence_changed: {
    'zh-CN': '{earlier}一轮为 {before}，{later}一轮为 {after}，差别的 95% 区间不含零：确有变化，应看是哪些条目。',
    en: '{before} in {earlier}, {after} in {later}; the 95% interval of the difference leaves out zero: it changed, look at the items.'
  },
  survey_sentence_same: {
    'zh-CN': '{earlier}一轮为 {before}，{later}一轮为 {after}，差别的 95% 区间含零：不能说升了或降了。',
    en: '{before} in {earlier}, {after} in {later}; the 95% interval of the difference holds zero: neither a rise nor a fall can be told.'
  },
  survey_sentence_single: {
    'zh-CN': '只有一轮，还看不出变化。',
    en: 'There is only one round: no change can be told yet.'
  },
  survey_reach: {
    'zh-CN': '回收率 {share}（{answered}/{asked}）：数字只代表作答的客户。',
    en: 'Response rate {share} ({answered} of {asked}): the figures speak for those who answered.'
  },
  survey_reach_unknown: {
    'zh-CN': '没有记录发出的邀请，回收率未知：数字只代表作答的客户。',
    en: 'Invitations are not recorded, so the response rate is unknown: the figures speak for those who answered.'
  },
  survey_rule_rounds: {
    'zh-CN': '一点为一轮，竖线为 95% 区间（{method}）。轮次少，不画控制限。',
    en: 'A point is a round, its bar the 95% interval ({method}). Rounds are few, so there are no control limits.'
  },
  survey_wilson: {'zh-CN': 'Wilson 法', en: 'Wilson'},
  survey_normal: {'zh-CN': '正态近似', en: 'normal'},
  survey_items_lower: {'zh-CN': '各条目：{names}低于其余', en: 'Items: {names} below the others'},
  survey_items_higher: {'zh-CN': '各条目：{names}高于其余', en: 'Items: {names} above the others'},
  survey_parts_lower: {'zh-CN': '按{by}：{names}低于其余', en: 'By {by}: {names} below the others'},
  survey_parts_higher: {'zh-CN': '按{by}：{names}高于其余', en: 'By {by}: {names} above the others'},
  names_many: {'zh-CN': '{count} 个', en: '{count}'},
  survey_answers: {'zh-CN': '答卷', en: 'Answers'},
  survey_invitations: {'zh-CN': '邀请', en: 'Invitations'},
  survey_items_alike: {'zh-CN': '各条目分不出高下', en: 'The items cannot be told apart'},
  survey_parts_alike: {'zh-CN': '按{by}：分不出高下', en: 'By {by}: no difference can be told'},
  survey_one_part: {'zh-CN': '按{by}：只有一个，无从比较', en: 'By {by}: only one, nothing to compare'},
  survey_also_higher: {'zh-CN': '{names}高于其余。', en: '{names} above the others.'},
  survey_some_alike: {
    'zh-CN': '注明“分不出高下”的，与其余的差别在偶然范围内。',
    en: 'Where it says “can’t be told apart”, the difference is within chance.'
  },
  survey_neighbours: {
    'zh-CN': '区间重叠的相邻两行之间，也分不出高下。',
    en: 'Neither can neighbours be ranked whose intervals overlap.'
  },
  survey_unranked: {
    'zh-CN': '差别都在偶然范围内，分不出高下；按答卷多少排列。',
    en: 'All differences are within chance: no order can be told. They stand by how many answered.'
  },
  survey_is_higher: {'zh-CN': '▲ 高于其余', en: '▲ above the others'},
  survey_is_lower: {'zh-CN': '▼ 低于其余', en: '▼ below the others'},
  survey_is_same: {'zh-CN': '分不出高下', en: 'can’t be told apart'},
  survey_mean: {'zh-CN': '平均分', en: 'Mean'},
  survey_all_periods: {
    'zh-CN':
      '横线为 95% 区间，竖线为全体。每个与其余比较，共 {count} 次，q ≤ {q} 才算不同（Benjamini–Hochberg）；不足 {minimum} 份的不列。',
    en: 'Bars are 95% intervals, the upright line is all together. Each is held against all others, {count} times; q up to {q} is a difference (Benjamini–Hochberg). Fewer than {minimum} are left out.'
  },
  survey_related: {
    'zh-CN': '同一份问卷的各条目相互关联，区间略偏窄。',
    en: 'Items of one form go together, so the intervals are a little too narrow.'
  },
  survey_few_parts: {
    'zh-CN': '其余 {count} 个未列出（答卷较少）。',
    en: '{count} more with fewer answers are not listed.'
  },
  survey_low_none: {
    'zh-CN': '所选时期没有平均分低于制度界限的条目。',
    en: 'No item lay under the limit of the policy in the chosen period.'
  },
  survey_low_title: {
    'zh-CN': '低分项 {count} 项次：{measured} 项次已立项，{approved} 项次已批准，{told} 项次已告知客户',
    en: '{count} low items: {measured} with a measure, {approved} approved, {told} told to customers'
  },
  survey_low_rule: {
    'zh-CN': '平均分低于制度界限的条目，须在期限内提出措施并告知客户。',
    en: 'An item under the limit of the policy asks for a measure within its time, and customers are told.'
  },
  survey_low_due: {
    'zh-CN': '各项调查中期限届满的低分项：{figures}。',
    en: 'Of the low items of all surveys whose time is over: {figures}.'
  },
  survey_answered: {'zh-CN': '作答时间', en: 'Answered'},
  survey_limit: {'zh-CN': '界限', en: 'Limit'},
  survey_proposed: {'zh-CN': '立项', en: 'Proposed'},
  survey_approved: {'zh-CN': '批准', en: 'Approved'},
  survey_informed: {'zh-CN': '告知客户', en: 'Customers told'},
  survey_not_done: {'zh-CN': '✕ 逾期未做', en: '✕ overdue'},
  survey_pending: {'zh-CN': '未到期', en: 'not due yet'},

  // Forecasts
  forecast_none: {
    'zh-CN': '还没有预测：已结束的月份太少。',
    en: 'There is no forecast yet: too few months are over.'
  },
  forecast_other: {
    'zh-CN': '没有按这个组合的预测，下面显示的是“{name}”的。',
    en: 'This combination is not forecast; what is shown is that of “{name}”.'
  },
  forecast_in_rest: {
    'zh-CN': '“{name}”件数太少，不单独预测，计在“其余”之内。',
    en: '“{name}” is too small to be forecast by itself; it is among the rest.'
  },
  forecast_no_origin: {
    'zh-CN': '没有到{month}为止作出的预测；只保留最近 {count} 个月的。',
    en: 'No forecast made up to {month} is kept; there are those of the last {count} months.'
  },
  forecast_rest: {'zh-CN': '其余', en: 'the rest'},
  forecast_title: {
    'zh-CN': '{name}：预计{month} {point} 件，八成把握在 {low}–{high} 件之间',
    en: '{name}: {point} expected in {month}, four times in five between {low} and {high}'
  },
  forecast_sentence: {
    'zh-CN': '预计{month}有 {point} 件有效投诉：80% 区间 {low80} 至 {high80} 件，95% 区间 {low95} 至 {high95} 件。',
    en: '{point} valid complaints are expected in {month}: 80% interval {low80} to {high80}, 95% interval {low95} to {high95}.'
  },
  forecast_outside: {
    'zh-CN': '最近 {count} 个月中有 {outside} 个月超出了当时的 95% 区间（菱形）：{months}。',
    en: '{outside} of the last {count} months fell outside their 95% interval (diamonds): {months}.'
  },
  forecast_inside: {
    'zh-CN': '最近 {count} 个月都落在当时预测的 95% 区间之内。',
    en: 'All of the last {count} months fell within the 95% interval forecast for them.'
  },
  forecast_naive: {
    'zh-CN': '没有模型胜过季节性朴素法，故显示朴素预测（以去年同月为准）。',
    en: 'No model beat the seasonal naive method, so that is shown: the same month of the year before.'
  },
  forecast_beats: {
    'zh-CN': '以往预测的总得分胜过季节性朴素法（去年同月）。',
    en: 'By the score of its past forecasts it beats the seasonal naive method (the same month of the year before).'
  },
  forecast_short: {
    'zh-CN': '历史太短，看不出季节，只按目前水平预测。',
    en: 'The history is too short for a season: only the present level can be told.'
  },
  forecast_coverage_low: {
    'zh-CN': '区间实际包含的比例低于承诺：应当看作偏窄。',
    en: 'The intervals have held less than they promise: take them as too narrow.'
  },
  forecast_rule: {
    'zh-CN': '模型：{model}，按以前 {folds} 次预测的加权区间得分选出；{error}{coverage}',
    en: 'Model: {model}, chosen by the weighted interval score of its last {folds} forecasts; {error}{coverage}'
  },
  forecast_error: {
    'zh-CN': '误差（MASE）{mase}，去年同月法 {naive}。',
    en: 'scaled error (MASE) {mase}, of the same month of the year before {naive}. '
  },
  forecast_error_alone: {'zh-CN': '误差（MASE）{mase}。', en: 'scaled error (MASE) {mase}. '},
  forecast_coverage: {
    'zh-CN': '承诺 80% 与 95% 的区间，实际包含 {coverage80} 与 {coverage95}。',
    en: 'Intervals that promise 80% and 95% have held {coverage80} and {coverage95}.'
  },
  forecast_coverage_none: {'zh-CN': '区间是否可靠尚无记录。', en: 'Whether the intervals hold is not known yet.'},
  forecast_rule_chart: {
    'zh-CN': '实线为已发生，虚线为预测；深带 80% 区间，浅带 95% 区间；细竖线为当时对该月预测的 95% 区间。',
    en: 'The line is what came, the dashed one the forecast; dark band 80%, light band 95%; thin bars are the 95% intervals forecast at the time.'
  },
  forecast_point: {'zh-CN': '预测', en: 'Forecast'},
  forecast_actual: {'zh-CN': '实际', en: 'Actual'},
  forecast_80: {'zh-CN': '80% 区间', en: '80% interval'},
  forecast_95: {'zh-CN': '95% 区间', en: '95% interval'},
  forecast_80_short: {'zh-CN': '80%', en: '80%'},
  forecast_95_short: {'zh-CN': '95%', en: '95%'},
  forecast_state: {'zh-CN': '说明', en: 'Note'},
  forecast_is_outside: {'zh-CN': '◆ 超出当时的 95% 区间', en: '◆ outside its 95% interval'},
  forecast_parts: {
    'zh-CN': '按{by}：{month}预计最多的是{name}（{point} 件）',
    en: 'By {by}: most in {month} are expected of {name} ({point})'
  },
  forecast_parts_note: {
    'zh-CN': '各部分相加等于总数。MASE 是误差相对于去年同月法的倍数，括号内是去年同月法自己的。',
    en: 'The parts add up to the total. MASE is the error in multiples of that of the same month of the year before; in brackets what that method itself has.'
  },
  forecast_months: {'zh-CN': '{count} 个月合计', en: '{count} months together'},
  forecast_model: {'zh-CN': '模型', en: 'Model'},
  forecast_against_naive: {'zh-CN': 'MASE（去年同月法）', en: 'MASE (year before)'},
  model_level: {'zh-CN': '目前水平', en: 'the present level'},
  model_mstl: {'zh-CN': '趋势与季节分解（MSTL）', en: 'trend and season, decomposed (MSTL)'},
  model_negative_binomial: {
    'zh-CN': '趋势与季节回归（负二项）',
    en: 'trend and season, by regression (negative binomial)'
  },
  model_seasonal_naive: {'zh-CN': '去年同月（季节性朴素法）', en: 'the same month of the year before (seasonal naive)'},

  // Measures
  measures_none: {
    'zh-CN': '本数据没有已实施、且针对某个原因或类别的改善措施。',
    en: 'There is no measure in this data that was carried out against a cause or category.'
  },
  measures_empty: {'zh-CN': '这些条件下没有改善措施。', en: 'No measure matches these filters.'},
  choose_verdict: {'zh-CN': '结论', en: 'Verdict'},
  effect_worked: {'zh-CN': '见效', en: 'worked'},
  effect_no_sign: {'zh-CN': '未见效', en: 'no sign of an effect'},
  effect_worse: {'zh-CN': '更多了', en: 'more than before'},
  effect_too_early: {'zh-CN': '为时尚早', en: 'too early to tell'},
  effect_too_few: {'zh-CN': '案件太少', en: 'too few cases'},
  measures_title: {'zh-CN': '{total} 项已实施的措施：{parts}', en: '{total} measures carried out: {parts}'},
  measures_part: {'zh-CN': '{count} 项{verdict}', en: '{count} {verdict}'},
  measures_sentence: {
    'zh-CN': '全公司共有 {judged} 项措施一并判断，q ≤ {q} 才算有变化；“未见效”是看不出变化，不等于无用。',
    en: '{judged} measures of the whole company were judged together, q up to {q} is a change; “no sign” means that none can be seen, not that a measure is useless.'
  },
  measures_sentence_none: {
    'zh-CN': '还没有一项可以判断：实施后的月份或案件太少。',
    en: 'None can be judged yet: too few months or cases since they were carried out.'
  },
  measures_rule: {
    'zh-CN':
      '实施次月起的发生率，与提出措施前 12 个月相比；小于 1 为减少，区间 95%。“扣除趋势与季节”为分段回归。前后比较不排除其他原因：提出措施往往在高峰之后，回落也会像见效。',
    en: 'The rate from the month after the roll-out against that of the twelve months before the measure was proposed; below 1 is fewer, 95% intervals. The segmented estimate allows for trend and season. Before and after do not rule out other causes: measures follow peaks, and what falls back looks like an effect.'
  },
  measures_page: {'zh-CN': '第 {from} 至 {to} 项', en: '{from} to {to}'},
  measure: {'zh-CN': '措施', en: 'Measure'},
  measure_against: {'zh-CN': '针对', en: 'Against'},
  measure_rolled_out: {'zh-CN': '实施', en: 'Rolled out'},
  measure_months: {'zh-CN': '逐月件数', en: 'Cases by month'},
  measure_before_after: {'zh-CN': '每月件数 前 → 后', en: 'Per month, before → after'},
  measure_ratio: {'zh-CN': '后／前', en: 'After / before'},
  measure_segmented: {'zh-CN': '扣除趋势与季节', en: 'Segmented'},
  measure_line: {
    'zh-CN': '{name}：{from}至{to}逐月件数，{rolled}实施',
    en: '{name}: cases by month, {from} to {to}, rolled out in {rolled}'
  }
} as const satisfies Record<string, LocalText>;
