import type {LocalText} from '../../src/publish/siteData.ts';

/** The words of the reports to leaders. */
export const REPORT_WORDS = {
  // Findings
  found_figure: {'zh-CN': '{name} {value}', en: '{name}: {value}'},
  found_beyond: {'zh-CN': '（超出偶然波动）', en: ' (beyond chance)'},
  found_ordinary: {'zh-CN': '属于普通波动', en: 'ordinary variation'},
  found_outside_above: {
    'zh-CN': '超出控制限（上限 {limit}），不是普通波动',
    en: 'above its control limit of {limit}, which is no ordinary variation'
  },
  found_outside_below: {
    'zh-CN': '低于控制限（下限 {limit}），不是普通波动',
    en: 'below its control limit of {limit}, which is no ordinary variation'
  },
  found_run_above: {
    'zh-CN': '自{since}起持续高于平均水平，不是普通波动',
    en: 'above its average ever since {since}, which is no ordinary variation'
  },
  found_run_below: {
    'zh-CN': '自{since}起持续低于平均水平，不是普通波动',
    en: 'below its average ever since {since}, which is no ordinary variation'
  },
  found_usual: {
    'zh-CN': '数值在它平常的波动范围内（{low} 至 {high}），照现在的做法时而达到、时而达不到',
    en: 'within its usual range ({low} to {high}): the present way of working meets the target only now and then'
  },
  found_usual_missed: {
    'zh-CN': '数值在它平常的波动范围内（{low} 至 {high}），照现在的做法达不到目标',
    en: 'within its usual range ({low} to {high}): the present way of working does not reach the target'
  },
  found_above_forecast: {
    'zh-CN': '高于一个月前预测的 95% 区间（{low} 至 {high}）',
    en: 'above the 95% interval forecast a month ago ({low} to {high})'
  },
  found_below_forecast: {
    'zh-CN': '低于一个月前预测的 95% 区间（{low} 至 {high}）',
    en: 'below the 95% interval forecast a month ago ({low} to {high})'
  },
  found_part: {
    'zh-CN': '与{when}相比相差 {change}，其中 {within}来自{dimension}“{member}”自身的变化',
    en: 'Of the {change} between it and {when}, {within} come from “{member}” ({dimension}) itself'
  },
  found_mix: {'zh-CN': '，{mix}来自各{dimension}占比的变化', en: ', {mix} from the changed shares of each {dimension}'},
  found_mix_against: {
    'zh-CN': '，各{dimension}占比的变化则抵消了 {mix}',
    en: '; the changed shares of each {dimension} offset {mix}'
  },
  found_cause_rising: {
    'zh-CN': '{dimension}“{member}”的投诉明显增多',
    en: 'Complaints with the {dimension} “{member}” have risen'
  },
  found_cause_falling: {
    'zh-CN': '{dimension}“{member}”的投诉明显减少',
    en: 'Complaints with the {dimension} “{member}” have fallen'
  },
  found_cause_1: {
    'zh-CN': '{month} {observed} 件，按前十二个月的水平应约 {expected} 件，为其 {ratio} 倍（区间 {low} 至 {high}）',
    en: '{observed} in {month}, against about {expected} at the level of the twelve months before: {ratio} times as many (interval {low} to {high})'
  },
  found_cause_3: {
    'zh-CN':
      '截至{month}的三个月 {observed} 件，按此前十二个月的水平应约 {expected} 件，为其 {ratio} 倍（区间 {low} 至 {high}）',
    en: '{observed} in the three months to {month}, against about {expected} at the level of the twelve months before: {ratio} times as many (interval {low} to {high})'
  },
  found_cause_trend: {
    'zh-CN': '除去季节因素，每年为上一年的 {ratio} 倍（区间 {low} 至 {high}）',
    en: 'season allowed for, each year {ratio} times the year before (interval {low} to {high})'
  },
  found_since: {'zh-CN': '，约自{month}起', en: ', since about {month}'},
  found_against: {
    'zh-CN': '针对它的改善措施“{title}”已实施 {months} 个月：{verdict}',
    en: 'The measure against it, “{title}”, after {months} months: {verdict}'
  },
  found_unit: {'zh-CN': '“{member}”的{name} {value}', en: '{name} at “{member}”: {value}'},
  found_unit_month: {'zh-CN': '本月', en: 'this month'},
  found_unit_quarter: {'zh-CN': '本季度', en: 'this quarter'},
  found_unit_year: {'zh-CN': '本年', en: 'this year'},
  found_unit_twelve_months: {'zh-CN': '近十二个月', en: 'the last twelve months'},
  found_unit_below: {
    'zh-CN': '（{span}）：同类部门办同样的投诉应为 {expected}，在 {limit} 漏斗限以下，不是偶然',
    en: ' ({span}). Its peers would have {expected} with the same cases: it lies below the {limit} funnel limit, which is no chance'
  },
  found_unit_above: {
    'zh-CN': '（{span}）：同类部门办同样的投诉应为 {expected}，在 {limit} 漏斗限以上，不是偶然',
    en: ' ({span}). Its peers would have {expected} with the same cases: it lies above the {limit} funnel limit, which is no chance'
  },
  found_measure_worked: {'zh-CN': '改善措施“{title}”已见效', en: 'The measure “{title}” works'},
  found_measure_worse: {
    'zh-CN': '改善措施“{title}”实施后投诉反而增多',
    en: 'There were more complaints after the measure “{title}”'
  },
  found_measure_no_sign: {'zh-CN': '改善措施“{title}”未见成效', en: 'The measure “{title}” shows no effect'},
  found_measure: {
    'zh-CN':
      '：{rolled_out}实施，满 {months} 个月时，{dimension}“{member}”的投诉 {count} 件，按此前水平应约 {expected} 件（{ratio} 倍，区间 {low} 至 {high}）',
    en: ': {months} months after its roll-out in {rolled_out} there were {count} complaints with the {dimension} “{member}”, against about {expected} as before ({ratio} times, interval {low} to {high})'
  },
  found_measure_others: {'zh-CN': '另有 {count} 项措施也是如此', en: 'the same holds of {count} more'},
  found_effect_worked: {'zh-CN': '已见效', en: 'it works'},
  found_effect_no_sign: {'zh-CN': '未见成效', en: 'no sign of an effect'},
  found_effect_worse: {'zh-CN': '投诉反而增多', en: 'there are more complaints than before'},
  found_effect_too_early: {'zh-CN': '以前的历史太短，无从判断', en: 'the history before it is too short to tell'},
  found_effect_too_few: {'zh-CN': '案件太少，无从判断', en: 'too few cases to tell'},
  found_duty: {'zh-CN': '制度 {clause}“{rule}”本期未做到', en: 'Clause {clause}, “{rule}”, was not kept'},
  found_duty_others: {'zh-CN': '另有 {count} 条明确未达到目标', en: '{count} more missed clearly'},
  found_quiet: {'zh-CN': '本期平稳', en: 'A quiet period'},
  found_quiet_rest: {
    'zh-CN': '：各项主要指标、原因、部门和措施都没有超出普通波动的变化，也没有明确未达到的目标',
    en: ': no figure, cause, department or measure changed beyond ordinary variation, and no target is clearly missed'
  },
  found_quiet_so_far: {
    'zh-CN': '：记录还少，尚不足以分辨普通波动与真正的变化',
    en: ': there are too few records yet to tell ordinary variation from change'
  },
  found_outlook: {'zh-CN': '预计{month}{name}约 {point}', en: '{name} expected in {month}: about {point}'},
  found_outlook_rest: {'zh-CN': '（80% 区间 {low} 至 {high}）', en: ' (80% interval {low} to {high})'},
  found_outlook_naive: {'zh-CN': '，按上年同月推算', en: ', as in the same month a year before'},
  findings_gate: {
    'zh-CN':
      '要点由系统按统计规则从数据中选出：控制图信号、漏斗限、错误发现率（q 不大于 0.05）和 95% 区间；普通波动不写入要点。',
    en: 'Findings are chosen from the data by rule: control-chart signals, funnel limits, false discovery rate (q up to 0.05) and 95% intervals. Ordinary variation is not told as a finding.'
  },

  // Sections
  forecast_next: {
    'zh-CN': '{month}预计 {point}（80% 区间 {low} 至 {high}）。',
    en: '{month} is expected to bring {point} (80% interval {low} to {high}).'
  },
  forecast_held: {
    'zh-CN': '以往的 80% 区间有 {share} 包含了实际数。',
    en: 'Of past 80% intervals, {share} held what came.'
  },
  forecast_row: {'zh-CN': '预测 {point}', en: 'forecast {point}'},
  interval_80: {'zh-CN': '80% 区间', en: '80% interval'},
  interval_95: {'zh-CN': '95% 区间', en: '95% interval'},
  causes_title: {'zh-CN': '{count} 项在增多或减少，不是偶然', en: '{count} rise or fall beyond chance'},
  causes_quiet: {
    'zh-CN': '本期末没有{names}的增减超出偶然。',
    en: 'At the end of the period nothing among {names} rises or falls beyond chance.'
  },
  causes_untested: {
    'zh-CN': '到本期末，历史尚短（或没有填写），还不能检验{names}的增减。',
    en: 'At the end of the period there was too little history (or none was given) to test {names}.'
  },
  causes_note: {
    'zh-CN':
      '“比值”为实际与按前十二个月水平应有件数之比（趋势则为每年与上一年之比），括号内为区间。同时检验许多原因，已按错误发现率控制（q 不大于 0.05）。',
    en: 'The ratio is of what came to what the twelve months before let one expect (of a trend, of each year to the one before), with its interval. Many causes are tested together, so the false discovery rate is controlled (q up to 0.05).'
  },
  cause_head: {'zh-CN': '原因、类别或产品', en: 'Cause, category or product'},
  cause_direction: {'zh-CN': '方向', en: 'Direction'},
  cause_finding: {'zh-CN': '实际 / 应有件数', en: 'Observed / expected'},
  cause_rising: {'zh-CN': '增多', en: 'rising'},
  cause_falling: {'zh-CN': '减少', en: 'falling'},
  cause_over_years: {'zh-CN': '逐年趋势', en: 'trend over the years'},
  cause_counts: {
    'zh-CN': '近 {months} 个月 {observed} / {expected}',
    en: 'last {months} months: {observed} / {expected}'
  },
  departments_outside: {
    'zh-CN': '{kpi}：{names}与同类部门相差明显，不是偶然',
    en: '{kpi}: {names} outside the 99.8% limits, which is no chance'
  },
  departments_reading: {
    'zh-CN':
      '{span}，按案件的类别、严重程度和渠道调整后比较。{count} 个部门可比；在漏斗以内的分不出高下，不排名次。空心的件数太少（{few} 个），不作判断。',
    en: 'Over {span}, adjusted for category, severity and channel. {count} departments can be compared; those inside the funnel can’t be told apart and are not ranked. What is hollow has too few cases to judge ({few}).'
  },
  departments_few: {
    'zh-CN': '{span}各部门件数太少，不作比较。',
    en: 'Over {span}, departments have too few cases to be compared.'
  },
  departments_expected: {'zh-CN': '同类部门应为', en: 'Peers would have'},
  departments_none: {
    'zh-CN': '本期没有可以在部门之间比较的指标。',
    en: 'No figure can be compared between departments in this period.'
  },
  risks_at_end: {'zh-CN': '期末', en: 'at the end of the period'},
  risks_now: {'zh-CN': '目前', en: 'now'},
  risks_none: {
    'zh-CN': '{when}没有逾期未结的投诉，也没有高风险或紧急的未结投诉。',
    en: 'No complaint is late or grave and open {when}.'
  },
  risks_told: {
    'zh-CN': '{when}逾期未结 {late} 件，高风险或紧急的未结 {grave} 件。',
    en: 'Open {when}: {late} past their deadline, {grave} of high risk or urgent.'
  },
  risks_shown: {'zh-CN': '下表为逾期最久的 {count} 件。', en: ' The {count} longest late are listed.'},
  risks_table: {'zh-CN': '逾期与高风险投诉', en: 'Late and grave complaints'},
  risk_case: {'zh-CN': '投诉编号', en: 'Case'},
  risk_due: {'zh-CN': '办结期限', en: 'Deadline'},
  risk_late: {'zh-CN': '已逾期', en: 'Late by'},
  risk_days: {'zh-CN': '{days} 天', en: '{days} days'},
  risk_state: {'zh-CN': '目前', en: 'Now'},
  risk_open: {'zh-CN': '仍未办结', en: 'still open'},
  risk_solved: {'zh-CN': '此后已办结', en: 'solved since'},
  reviews_none: {
    'zh-CN': '本期没有到期评价的改善措施（实施满三、六、十二个月时评价）。',
    en: 'No measure was due for review (after three, six and twelve months) in this period.'
  },
  reviews_told: {
    'zh-CN': '本期有 {count} 项改善措施到期评价：{parts}。',
    en: '{count} measures were due for review: {parts}.'
  },
  reviews_worked: {'zh-CN': '{count} 项见效', en: '{count} worked'},
  reviews_no_sign: {'zh-CN': '{count} 项未见效', en: '{count} show no effect'},
  reviews_worse: {'zh-CN': '{count} 项之后反而更多', en: 'after {count} there was more than before'},
  reviews_too_few: {'zh-CN': '{count} 项案件太少，无从判断', en: '{count} can’t be judged for few cases'},
  reviews_too_early: {
    'zh-CN': '{count} 项以前的历史太短，无从判断',
    en: '{count} can’t be judged for a short history before'
  },
  reviews_shown: {'zh-CN': '下表列出其中 {count} 项。', en: ' {count} of them are listed.'},
  reviews_note: {
    'zh-CN': '“实际 / 预期”为实施以来的件数与提出前十二个月的水平之比；多项一并检验，已控制错误发现率。',
    en: 'Observed since the roll-out against what the twelve months before the proposal let one expect; all reviews of a month are judged together.'
  },
  reviews_table: {'zh-CN': '到期评价的改善措施', en: 'Measures due for review'},
  review_measure: {'zh-CN': '改善措施', en: 'Measure'},
  review_against: {'zh-CN': '针对', en: 'Against'},
  review_after: {'zh-CN': '实施满', en: 'After'},
  review_months: {'zh-CN': '{months} 个月', en: '{months} months'},
  review_counts: {'zh-CN': '实际 / 预期', en: 'Observed / expected'},
  period_duties: {
    'zh-CN':
      '《{policy}》列有 {count} 条要求，本期可衡量 {measured} 条：做到 {kept} 条，未达到目标 {missed} 条，其中 {sure} 条的差距超出偶然。',
    en: '{policy} has {count} clauses; {measured} can be measured in this period: {kept} were kept, {missed} missed their targets, {sure} of them beyond chance.'
  },
  period_duties_all: {'zh-CN': '制度执行的全部条款', en: 'All clauses of the policy'},

  // Tiles
  signal_ordinary: {'zh-CN': '普通波动', en: 'ordinary variation'},
  signal_worse_above: {'zh-CN': '异常偏高', en: 'unusually high'},
  signal_worse_below: {'zh-CN': '异常偏低', en: 'unusually low'},
  signal_better_above: {'zh-CN': '明显升高', en: 'clearly up'},
  signal_better_below: {'zh-CN': '明显降低', en: 'clearly down'},
  signal_changed_above: {'zh-CN': '明显升高', en: 'clearly up'},
  signal_changed_below: {'zh-CN': '明显降低', en: 'clearly down'},
  reliably_met: {'zh-CN': '稳定达标', en: 'reliably met'},
  reliably_missed: {'zh-CN': '持续未达标', en: 'reliably missed'},
  reliably_unsure: {'zh-CN': '时达时不达', en: 'hit or miss'}
} as const satisfies Record<string, LocalText>;
