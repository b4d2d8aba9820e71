import type {LocalText} from '../../src/publish/siteData.ts';

/** The words of the pages of analysis on causes, places and units. */
export const CAUSE_WORDS = {
  // Causes
  choose_level: {'zh-CN': '层级', en: 'Level'},
  causes_most: {
    'zh-CN': '按{dimension}看，最多的是“{first}”，占 {share}（{count}/{total}）',
    en: 'By {dimension}, most are “{first}”: {share} ({count} of {total})'
  },
  causes_none_given: {
    'zh-CN': '{total} 件有效投诉均未填写{dimension}',
    en: '{dimension} is given for none of {total} valid complaints'
  },
  causes_top: {'zh-CN': '前 {top} 项合计占 {share}。', en: 'The top {top} together make up {share}.'},
  causes_other: {
    'zh-CN': '归入“{name}”的占 {share}（{count} 件）：太笼统，看不出原因。',
    en: '{share} ({count}) are put under “{name}”, which tells no cause.'
  },
  causes_missing: {
    'zh-CN': '未填写的占 {share}（{count} 件），不在各项之内。',
    en: '{share} ({count}) have none given and stand apart.'
  },
  causes_all_given: {'zh-CN': '全部已填写。', en: 'All are coded.'},
  causes_rule: {
    'zh-CN': '有效投诉，按受理月份；从多到少排列，至多列 {most} 项，其余合为“其他”。多不等于有变化：变化见下。',
    en: 'Valid complaints by the month of receipt, in order of number; {most} at most stand for themselves. Many does not mean more than before: see below.'
  },
  trends_heading: {'zh-CN': '哪些在上升，哪些在减少', en: 'Which rise, and which fall'},
  trends_tested: {
    'zh-CN':
      '截至{month}，共检验 {causes} 个原因、{tests} 次（{dimensions}一并判定）。看得多，偶然也会有几个显得异常；判定时已按检验次数从严（Benjamini–Hochberg），q ≤ {act} 才算“明显”，q ≤ {look} 为“留意”。',
    en: 'Up to {month}, {causes} causes were tested in {tests} ways ({dimensions} judged together). Among so many a few look unusual by chance; that is allowed for (Benjamini–Hochberg): q ≤ {act} counts as clear, q ≤ {look} as worth a look.'
  },
  trends_rule: {
    'zh-CN':
      '每个原因作三种检验：最近 {recent} 个月各与此前 {baseline} 个月比，以及至多 {window} 个月的趋势（扣除季节）；列出其中 q 最小的一种。区间为 95%。竖线为水平改变的月份。',
    en: 'Each cause is tested three ways: the latest {recent} months against the {baseline} before them, and the trend of up to {window} months, season allowed for; the one with the smallest q is listed. Intervals are 95%. The upright line is the month in which the level changed.'
  },
  trends_none: {
    'zh-CN': '{dimension}中没有哪一项的变化超出偶然',
    en: 'No {dimension} has changed beyond chance'
  },
  trends_none_reading: {
    'zh-CN': '不必就某一项的增减追究原因；要减少总量，从上面件数最多的几项入手。',
    en: 'No rise or fall of a single one needs a cause; to bring the total down, begin with the most frequent above.'
  },
  trends_title: {'zh-CN': '{count} 项明显变化：{names}', en: '{count} changed clearly: {names}'},
  trends_one: {'zh-CN': '“{name}”{finding}', en: '“{name}” {finding}'},
  trend_finding: {'zh-CN': '{test}{ratio}{since}', en: '{test} {ratio}{since}'},
  trends_rest: {'zh-CN': '其余 {count} 项没有超出偶然。', en: 'The other {count} stay within chance.'},
  trends_look: {'zh-CN': '留意：{names}。', en: 'Worth a look: {names}.'},
  trends_changed_list: {
    'zh-CN': '{names}：一个停用、另一个随即启用，是选项表改了，不是投诉增减，未作检验。',
    en: '{names}: as one went out of use the other came in. The list was changed, not the complaints; they are not tested.'
  },
  trends_not_tested: {
    'zh-CN': '{dimension}只作排列，不检验趋势；趋势见{tested}。',
    en: '{dimension} is ranked only; trends are tested for {tested}.'
  },
  trends_too_short: {
    'zh-CN': '到{month}为止的月份还不足以检验趋势。',
    en: 'There are too few months up to {month} to test for trends.'
  },
  test_latest: {'zh-CN': '近 {months} 个月为此前的', en: 'in the latest {months} months:'},
  test_latest_one: {'zh-CN': '最近一个月为此前的', en: 'in the latest month:'},
  test_trend: {'zh-CN': '每年变为上一年的', en: 'each year:'},
  ratio_times: {'zh-CN': ' {ratio} 倍', en: '{ratio} times what it was'},
  since_about: {'zh-CN': '，约自{month}起', en: ', since about {month}'},
  head_cases_year: {'zh-CN': '近 {months} 个月件数', en: 'Cases in {months} months'},
  head_line: {'zh-CN': '近 {months} 个月', en: 'Last {months} months'},
  head_test: {'zh-CN': '检验', en: 'Test'},
  head_ratio: {'zh-CN': '比值（区间）', en: 'Ratio (interval)'},
  head_q: {'zh-CN': 'q', en: 'q'},
  head_verdict: {'zh-CN': '判定', en: 'Verdict'},
  head_change: {'zh-CN': '约始于', en: 'Since about'},
  test_name_latest: {'zh-CN': '近 {months} 月对前 {baseline} 月', en: '{months} months against {baseline}'},
  test_name_trend: {'zh-CN': '长期趋势，每年', en: 'trend, per year'},
  line_label: {
    'zh-CN': '{name}：近 {months} 个月逐月件数，最少 {low}，最多 {high}',
    en: '{name}: cases in each of {months} months, {low} to {high}'
  },
  q_below: {'zh-CN': '<0.001', en: '<0.001'},
  cause_act_rising: {'zh-CN': '▲ 明显上升', en: '▲ rising'},
  cause_act_falling: {'zh-CN': '▼ 明显减少', en: '▼ falling'},
  cause_look_rising: {'zh-CN': '△ 留意：上升', en: '△ look: rising'},
  cause_look_falling: {'zh-CN': '▽ 留意：减少', en: '▽ look: falling'},
  cause_none: {'zh-CN': '没有超出偶然', en: 'within chance'},
  cause_too_few: {'zh-CN': '件数太少', en: 'too few'},
  cause_list_changed: {'zh-CN': '选项表已改', en: 'list changed'},

  // Places and times
  choose_place: {'zh-CN': '看什么', en: 'Look at'},
  place_weekday_hour: {'zh-CN': '星期 × 小时', en: 'Weekday × hour'},
  place_pair: {'zh-CN': '{first} × {second}', en: '{first} × {second}'},
  weekday_1: {'zh-CN': '周一', en: 'Mon'},
  weekday_2: {'zh-CN': '周二', en: 'Tue'},
  weekday_3: {'zh-CN': '周三', en: 'Wed'},
  weekday_4: {'zh-CN': '周四', en: 'Thu'},
  weekday_5: {'zh-CN': '周五', en: 'Fri'},
  weekday_6: {'zh-CN': '周六', en: 'Sat'},
  weekday_7: {'zh-CN': '周日', en: 'Sun'},
  hour_of: {'zh-CN': '{hour} 时', en: '{hour}:00'},
  spots_title: {
    'zh-CN': '{place}：{count} 处明显不同于预期，最突出的是{first}',
    en: '{place}: {count} stand out clearly, most of all {first}'
  },
  spots_title_one: {'zh-CN': '{place}：只有{first}明显不同于预期', en: '{place}: only {first} stands out clearly'},
  spots_title_none: {'zh-CN': '{place}：没有哪一处超出偶然', en: '{place}: nothing is beyond chance'},
  spot_found: {'zh-CN': '{name}（{observed} 件，预期 {expected}）', en: '{name} ({observed}, expected {expected})'},
  spots_reading: {
    'zh-CN': '共检验 {tested} 处。多于预期：{more}。少于预期：{fewer}。',
    en: '{tested} were tested. More than expected: {more}. Fewer: {fewer}.'
  },
  spots_reading_none: {
    'zh-CN': '共检验 {tested} 处，高低都在偶然范围内，不必为某一处另作安排。',
    en: '{tested} were tested; their ups and downs are within chance. No single one calls for action.'
  },
  spots_look: {'zh-CN': '留意：{names}。', en: 'Worth a look: {names}.'},
  nobody: {'zh-CN': '无', en: 'none'},
  spots_untested: {
    'zh-CN': '件数太少，没有一处可以检验。',
    en: 'There are too few cases to test any.'
  },
  spots_rule_pair: {
    'zh-CN':
      '{from}至{to}的有效投诉 {total} 件。预期是两者互不相干时应有的件数；格中为实际件数，▲ ▼ 为 q ≤ {act} 的格（一并检验 {tested} 格，Benjamini–Hochberg），底色深浅为实际与预期之比。预期不足 {least} 件的格不检验，不着色。',
    en: '{total} valid complaints, {from} to {to}. Expected is what both would bring if they had nothing to do with each other. A cell holds its cases; ▲ and ▼ mark q ≤ {act} among {tested} tested cells (Benjamini–Hochberg); the shade is the ratio to what is expected. Cells with less than {least} expected are neither tested nor shaded.'
  },
  spots_rule_single: {
    'zh-CN':
      '{from}至{to}的有效投诉 {total} 件，与{before_from}至{before_to}相比：预期是按当时的占比应有的件数。横线为 95% 区间，竖线处为一如预期；一并检验 {tested} 项，q ≤ {act} 为明显（Benjamini–Hochberg）。',
    en: '{total} valid complaints, {from} to {to}, against {before_from} to {before_to}: expected is the share of that time. The bar is the 95% interval, the upright line is as expected; {tested} were judged together, q ≤ {act} is clear (Benjamini–Hochberg).'
  },
  spots_no_before: {
    'zh-CN': '{before_from}至{before_to}没有记录，无从比较。',
    en: 'There are no records of {before_from} to {before_to} to compare with.'
  },
  head_observed: {'zh-CN': '实际', en: 'Observed'},
  head_expected: {'zh-CN': '预期', en: 'Expected'},
  head_place: {'zh-CN': '位置', en: 'Place'},
  spot_act_more: {'zh-CN': '▲ 明显偏多', en: '▲ clearly more'},
  spot_act_fewer: {'zh-CN': '▼ 明显偏少', en: '▼ clearly fewer'},
  spot_look_more: {'zh-CN': '△ 留意：偏多', en: '△ look: more'},
  spot_look_fewer: {'zh-CN': '▽ 留意：偏少', en: '▽ look: fewer'},
  times_ticks: {'zh-CN': '{ratio} 倍', en: '× {ratio}'},

  // Units
  choose_span: {'zh-CN': '时期', en: 'Period'},
  span_twelve_months: {'zh-CN': '近十二个月', en: 'Twelve months'},
  span_year: {'zh-CN': '年', en: 'Year'},
  span_quarter: {'zh-CN': '季度', en: 'Quarter'},
  span_month: {'zh-CN': '月', en: 'Month'},
  choose_shown: {'zh-CN': '漏斗图', en: 'Funnel'},
  shown_adjusted: {'zh-CN': '按案件难易调整', en: 'Adjusted for the cases'},
  shown_raw: {'zh-CN': '未调整', en: 'As counted'},
  choose_compared: {'zh-CN': '变化对比', en: 'Change since'},
  compared_before: {'zh-CN': '上一期', en: 'Period before'},
  compared_last_year: {'zh-CN': '去年同期', en: 'A year earlier'},
  choose_change_by: {'zh-CN': '变化分解', en: 'Change by'},
  months_span: {'zh-CN': '{from}至{to}', en: '{from} to {to}'},
  units_heading: {'zh-CN': '部门之间', en: 'Departments side by side'},
  units_outside: {
    'zh-CN': '{kpi}：{names}在 99.8% 限之外，应查明原因',
    en: '{kpi}: {names} outside the 99.8% limits: ask why'
  },
  units_look: {
    'zh-CN': '{kpi}：没有部门在 99.8% 限之外；{names}在 95% 限之外，先留意',
    en: '{kpi}: none outside the 99.8% limits; {names} outside the 95% limits: keep an eye on it'
  },
  units_alike: {
    'zh-CN': '{kpi}：各部门的差别都在偶然范围内',
    en: '{kpi}: departments differ no more than by chance'
  },
  units_cannot: {'zh-CN': '{kpi}：可比的部门太少，不作比较', en: '{kpi}: too few departments to compare'},
  unit_told: {'zh-CN': '{name}（{value}，{direction}）', en: '{name} ({value}, {direction})'},
  units_reading: {
    'zh-CN': '{period}：{judged} 个部门可比，{inside} 个与同行分不出高下，不应排名次。',
    en: '{period}: of {judged} departments, {inside} can’t be told from their peers; there is no ranking among them.'
  },
  units_few: {'zh-CN': '{names}件数太少，无从判断（空心）。', en: '{names}: too few cases to judge (hollow).'},
  units_moved: {
    'zh-CN': '{names}原始数值在限外，调整后在限内：差在案件难，不在做法。',
    en: '{names}: outside as counted, inside once adjusted: it is the cases, not the work.'
  },
  units_rule_adjusted: {
    'zh-CN':
      '纵轴为按类别、严重程度、渠道调整后的比例（间接标准化）：假如都办同样的案件，各部门会是多少。件数越少，限越宽；中线与限由一般部门定出，远在限外的不参与，并按实际离散{dispersion}。“收缩”是向同行靠拢后的估计，件数越少靠得越近。只比较部门，不比较个人。',
    en: 'The height is the proportion adjusted for category, severity and channel (indirect standardisation). The fewer the cases, the wider the limits; ordinary departments set them, those far outside don’t, and they are {dispersion} for spread. “Shrunk” is drawn towards the peers, the more so the fewer the cases. Departments are compared, never people.'
  },
  units_rule_raw: {
    'zh-CN':
      '纵轴为未调整的比例：没有考虑各部门案件的难易，不宜据此评判。中线与限由一般部门定出，远在限外的不参与，并按实际离散{dispersion}。',
    en: 'The height is the proportion as counted: it does not allow for harder cases, so don’t judge by it. Ordinary departments set the limits, those far outside don’t; they are {dispersion} for spread.'
  },
  limits_widened: {'zh-CN': '放宽（φ = {phi}）', en: 'widened (φ = {phi})'},
  limits_plain: {'zh-CN': '不必放宽', en: 'not widened'},
  units_not_compared: {
    'zh-CN': '这项指标不在部门之间比较，只看变化。',
    en: 'This figure is not compared between departments; only its change is told.'
  },
  period_unfinished: {'zh-CN': '（未结束）', en: ' (not over)'},
  units_no_filter: {
    'zh-CN': '这项指标没有逐案记录，只能看全部类别与渠道、完整的月、季、年。',
    en: 'This figure has no records of single cases: only whole months, quarters and years of everything can be shown.'
  },
  axis_cases: {'zh-CN': '件数', en: 'cases'},
  limit_998: {'zh-CN': '99.8% 限', en: '99.8% limit'},
  limit_95: {'zh-CN': '95% 限', en: '95% limit'},
  ordinary_units: {'zh-CN': '一般 {value}', en: 'Ordinary {value}'},
  head_raw: {'zh-CN': '未调整（区间）', en: 'As counted (interval)'},
  head_adjusted: {'zh-CN': '调整后', en: 'Adjusted'},
  head_shrunk: {'zh-CN': '收缩', en: 'Shrunk'},
  head_oe: {'zh-CN': '实际/预期', en: 'Observed/expected'},
  unit_investigate_better: {'zh-CN': '◆ 明显好于同行', en: '◆ clearly better'},
  unit_investigate_worse: {'zh-CN': '◆ 明显差于同行', en: '◆ clearly worse'},
  unit_investigate_higher: {'zh-CN': '◆ 明显偏高', en: '◆ clearly higher'},
  unit_investigate_lower: {'zh-CN': '◆ 明显偏低', en: '◆ clearly lower'},
  unit_look_better: {'zh-CN': '◇ 留意：偏好', en: '◇ look: better'},
  unit_look_worse: {'zh-CN': '◇ 留意：偏差', en: '◇ look: worse'},
  unit_look_higher: {'zh-CN': '◇ 留意：偏高', en: '◇ look: higher'},
  unit_look_lower: {'zh-CN': '◇ 留意：偏低', en: '◇ look: lower'},
  unit_as_expected: {'zh-CN': '与同行分不出高下', en: 'can’t be told from peers'},
  unit_cannot_tell: {'zh-CN': '件数太少，无从判断', en: 'too few to tell'},
  direction_better: {'zh-CN': '好', en: 'better'},
  direction_worse: {'zh-CN': '差', en: 'worse'},
  direction_higher: {'zh-CN': '高', en: 'higher'},
  direction_lower: {'zh-CN': '低', en: 'lower'},

  // What a change is made of
  change_heading: {'zh-CN': '变化由什么构成', en: 'What the change is made of'},
  change_title_up: {
    'zh-CN': '{kpi}比{compared}上升 {change}（{before} → {after}），{certainty}',
    en: '{kpi} rose by {change} against {compared} ({before} → {after}), {certainty}'
  },
  change_title_down: {
    'zh-CN': '{kpi}比{compared}下降 {change}（{before} → {after}），{certainty}',
    en: '{kpi} fell by {change} against {compared} ({before} → {after}), {certainty}'
  },
  change_title_level: {
    'zh-CN': '{kpi}与{compared}持平（{before} → {after}）',
    en: '{kpi} is level with {compared} ({before} → {after})'
  },
  change_up: {'zh-CN': '上升的 {change}', en: 'Of the rise by {change}'},
  change_down: {'zh-CN': '下降的 {change}', en: 'Of the fall by {change}'},
  change_total: {'zh-CN': '总的看持平', en: 'The whole is level'},
  in_points: {'zh-CN': '{value} 个百分点', en: '{value} percentage points'},
  head_part: {'zh-CN': '百分点', en: 'Points'},
  head_share: {'zh-CN': '占全部件数', en: 'Share of cases'},
  part_mix: {'zh-CN': '结构变化', en: 'Change of the mix'},
  value_adjusted: {'zh-CN': '调整后 {value}', en: '{value} adjusted'},
  corner_hour: {'zh-CN': '时', en: 'Hour'},
  change_parts: {
    'zh-CN': '{change}中，{parts}；其余合计 {rest}，在偶然范围内。',
    en: '{change}, {parts}; the rest, {rest} together, is within chance.'
  },
  change_parts_none: {
    'zh-CN': '{change}分到各项，都在偶然范围内，指不出是哪一项造成的。',
    en: '{change}, every part is within chance: none can be named as its cause.'
  },
  change_part_within: {'zh-CN': '{value} 来自“{name}”', en: '{value} come from “{name}”'},
  change_part_mix: {
    'zh-CN': '{value} 来自结构变化（{name}的占比变了）',
    en: '{value} from the mix (the share of {name} changed)'
  },
  change_part_within_against: {'zh-CN': '“{name}”抵消 {value}', en: '“{name}” set off {value}'},
  change_part_mix_against: {
    'zh-CN': '结构变化抵消 {value}（{name}的占比变了）',
    en: 'the mix set off {value} (the share of {name} changed)'
  },
  change_rule: {
    'zh-CN':
      '各项自身的变化（按两期平均占比加权）与结构变化相加，恰等于总变化（Kitagawa 分解）；结构变化是各项占全部件数的份额变了。实心的超出偶然（两期之差的 95% 区间不含零），空心的在偶然范围内。',
    en: 'What the members did themselves (weighted by their share of both periods) and the change of the mix add up to the change exactly (Kitagawa); the mix is the share of the cases that each has. Filled bars are beyond chance (the 95% interval of the difference leaves out zero), hollow ones within it.'
  },
  change_none: {'zh-CN': '{compared}没有可比的记录。', en: 'There is nothing to compare with for {compared}.'},
  change_one: {'zh-CN': '只有一项，无从分解。', en: 'There is only one member: nothing to split.'},
  head_before: {'zh-CN': '此前', en: 'Before'},
  head_after: {'zh-CN': '本期', en: 'Now'},
  head_sum: {'zh-CN': '合计', en: 'Total'}
} as const satisfies Record<string, LocalText>;
