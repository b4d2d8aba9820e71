import type {LocalText} from '../../src/publish/siteData.ts';

/** The words of the pages of performance. */
export const PERFORMANCE_WORDS = {
  all_performance: {'zh-CN': '全部考核期', en: 'All periods'},
  performance_none: {
    'zh-CN': '没有考核数据：制度没有规定考核指标（scorecard），或还没有可考核的记录。',
    en: 'No cards: the policy has no scorecard, or there are no records to appraise yet.'
  },
  performance_departments: {'zh-CN': '各部门', en: 'Departments'},
  performance_periods: {'zh-CN': '各考核期', en: 'Periods'},

  // Sign-off
  frozen: {'zh-CN': '已定稿', en: 'signed off'},
  state_open_period: {'zh-CN': '本期未结束，数字为暂计', en: 'Period not over: figures are provisional'},
  state_draft: {'zh-CN': '草稿，尚未定稿', en: 'Draft, not signed off'},
  state_frozen: {'zh-CN': '已定稿：第 {number} 版，{by}，{at}', en: 'Signed off: edition {number}, {by}, {at}'},
  state_objections: {'zh-CN': '{count} 项申诉或调整待决定', en: '{count} open in the ledger'},
  state_restated: {'zh-CN': '定稿后数据有变动', en: 'Data have changed since'},
  report_frozen: {'zh-CN': '本期数字已于 {at} 定稿（第 {number} 版）', en: 'Signed off on {at} (edition {number})'},
  report_restated: {
    'zh-CN': '定稿后数据有变动，见更正',
    en: 'data have changed since: see the restatement'
  },

  // Cards
  card_points: {'zh-CN': '合计得分', en: 'Points'},
  card_of_full: {'zh-CN': '{points} / {full} 分', en: '{points} of {full}'},
  card_no_points: {
    'zh-CN': '计入的指标权重只有 {weight}，不足 {least}，不计总分',
    en: 'The counted heads weigh {weight}, less than {least}: no total'
  },
  card_heads_left: {
    'zh-CN': '{names} 件数不足下限，未计入；其权重按比例分给其余指标。',
    en: '{names}: too few cases, left out; their weight goes to the other heads in proportion.'
  },
  card_under_minimum: {
    'zh-CN': '各项件数均不足下限，不列数据：{names}。',
    en: 'Too few cases for any figure: {names}.'
  },
  card_none: {'zh-CN': '本期没有{unit}考核卡。', en: 'No cards of {unit} in this period.'},
  card_unit_department: {'zh-CN': '部门', en: 'departments'},
  card_unit_handler: {'zh-CN': '人员', en: 'people'},
  card_overview: {'zh-CN': '各部门各项得分', en: 'Points of the departments by head'},
  card_peers_of_role: {'zh-CN': '与同为“{role}”的人员比较。', en: 'Compared with others in the role “{role}”.'},
  head_head: {'zh-CN': '考核指标', en: 'Head'},
  head_actual: {'zh-CN': '实际', en: 'As counted'},
  head_case_mix: {'zh-CN': '扣除案件难易后', en: 'Cases allowed for'},
  head_peers: {'zh-CN': '同行', en: 'Peers'},
  head_judged: {'zh-CN': '与同行相比', en: 'Beside peers'},
  head_points: {'zh-CN': '得分', en: 'Points'},
  head_formula: {'zh-CN': '计分', en: 'How points are made'},
  card_count: {'zh-CN': '{count}/{total}', en: '{count} of {total}'},
  card_limits: {'zh-CN': '{level} 限 {low} 至 {high}', en: '{level}: {low} to {high}'},
  card_cases: {'zh-CN': '{total} 件', en: '{total} cases'},
  card_shrunk: {'zh-CN': '收缩估计 {value}', en: 'shrunk {value}'},
  card_left_out: {'zh-CN': '不足 {minimum} 件，不计', en: 'Under {minimum}: left out'},
  card_before_rulings: {'zh-CN': '裁定前 {counts}', en: 'before rulings {counts}'},
  card_guards: {'zh-CN': '同看', en: 'Read beside'},
  card_guard: {'zh-CN': '{name} {value}（全体 {all}）', en: '{name} {value} (all {all})'},
  card_evidence: {'zh-CN': '逐件依据 ›', en: 'Cases ›'},
  basis_plain: {'zh-CN': '按实际数值', en: 'by the figure as counted'},
  basis_adjusted: {'zh-CN': '按扣除案件难易后的数值', en: 'by the figure with cases allowed for'},
  basis_peers: {
    'zh-CN': '未明显差于同行，按同行数值',
    en: 'not clearly worse than peers, so by the peers’ figure'
  },
  formula: {
    'zh-CN': '{full} × ({scored} − {floor}) ÷ ({target} − {floor}) = {points}',
    en: '{full} × ({scored} − {floor}) ÷ ({target} − {floor}) = {points}'
  },
  formula_full: {
    'zh-CN': '{scored} 已达到目标 {target}，得满分 {points}',
    en: '{scored} reaches the target of {target}: all {points}'
  },
  formula_none: {'zh-CN': '{scored} 未过底线 {floor}，得 0 分', en: '{scored} is not beyond the floor of {floor}: 0'},
  sign_appraised: {'zh-CN': '被考核人签字', en: 'Appraised'},
  sign_appraiser: {'zh-CN': '考核人签字', en: 'Appraiser'},
  sign_date: {'zh-CN': '日期', en: 'Date'},
  card_table: {'zh-CN': '{name} 的考核卡', en: 'Card of {name}'},

  // Conduct
  conduct_none: {'zh-CN': '本期没有表扬与违规记录。', en: 'No praise and no violations on record in this period.'},
  conduct_praises: {'zh-CN': '表扬（件）', en: 'Praise'},
  conduct_commended: {'zh-CN': '受表彰人员', en: 'Commended'},
  conduct_violations: {'zh-CN': '违规（次）', en: 'Violations'},
  conduct_fines: {'zh-CN': '罚款（元）', en: 'Fines'},
  conduct_department_table: {'zh-CN': '各部门的表扬与过失', en: 'Praise and violations by department'},
  conduct_handler_table: {'zh-CN': '人员的表扬与过失', en: 'Praise and violations of people'},
  conduct_person: {'zh-CN': '人员', en: 'Person'},
  yes: {'zh-CN': '是', en: 'yes'},

  // Ledger
  ledger_none: {'zh-CN': '本期没有调整与申诉。', en: 'No adjustments and no objections in this period.'},
  ledger_how: {
    'zh-CN':
      '对本页任何数字有异议，可对具体案件提出申诉：huisheng object <案件编号> --figure <指标> --ask exclude|in_favour|reassign --reason <理由> --by <姓名>。经手过该案的人不能决定。',
    en: 'Whoever disputes a figure objects to a case: huisheng object <case> --figure <kpi> --ask exclude|in_favour|reassign --reason <why> --by <name>. Nobody who handled the case may decide.'
  },
  ledger_table: {'zh-CN': '调整与申诉', en: 'Adjustments and objections'},
  ledger_entry: {'zh-CN': '编号', en: 'Entry'},
  ledger_kind: {'zh-CN': '类别', en: 'Kind'},
  ledger_kind_adjustment: {'zh-CN': '调整', en: 'Adjustment'},
  ledger_kind_objection: {'zh-CN': '申诉', en: 'Objection'},
  ledger_case: {'zh-CN': '案件与指标', en: 'Case and figure'},
  ledger_ask: {'zh-CN': '请求', en: 'Asked'},
  ledger_ask_exclude: {'zh-CN': '不计入', en: 'not to count it'},
  ledger_ask_in_favour: {'zh-CN': '按达到计', en: 'to count it as kept'},
  ledger_ask_reassign: {'zh-CN': '改计给 {member}', en: 'to count it to {member}'},
  ledger_asked: {'zh-CN': '提出', en: 'By'},
  ledger_reason: {'zh-CN': '理由', en: 'Reason'},
  ledger_state: {'zh-CN': '决定', en: 'Decision'},
  ledger_state_open: {'zh-CN': '待决定', en: 'open'},
  ledger_state_granted: {'zh-CN': '准许', en: 'granted'},
  ledger_state_refused: {'zh-CN': '驳回', en: 'refused'},
  ledger_state_void: {'zh-CN': '无效', en: 'void'},
  ledger_void_took_part: {'zh-CN': '决定人经手过该案', en: 'who decided had a part in the case'},
  ledger_void_in_own_favour: {'zh-CN': '决定人是改计的对象', en: 'who decided is the one it would count to'},
  ledger_void_not_counted: {'zh-CN': '该指标不统计该案', en: 'the figure does not count that case'},
  ledger_decided: {'zh-CN': '{by}，{at}', en: '{by}, {at}'},
  ledger_effects: {'zh-CN': '裁定前后', en: 'Before and after'},
  ledger_effect: {
    'zh-CN': '{name} · {kpi}：裁定前 {before}，裁定后 {after}',
    en: '{name}, {kpi}: {before} before, {after} after'
  },

  // Editions
  editions_none: {
    'zh-CN':
      '尚未定稿。定稿命令：huisheng freeze {period} --by <签发人>。定稿后，后来的数据不再改变本期数字，差异另行列出。',
    en: 'Not signed off. To sign it off: huisheng freeze {period} --by <name>. Later data then change nothing here; differences are listed instead.'
  },
  editions_table: {'zh-CN': '定稿版本', en: 'Editions'},
  edition_number: {'zh-CN': '版本', en: 'Edition'},
  edition_by: {'zh-CN': '签发', en: 'Signed by'},
  edition_unsigned: {'zh-CN': '未署名', en: 'no name given'},
  edition_at: {'zh-CN': '时间', en: 'At'},
  edition_reason: {'zh-CN': '重新定稿的理由', en: 'Why again'},
  edition_open: {'zh-CN': '当时未决', en: 'Open then'},
  edition_hash: {'zh-CN': '校验值（SHA-256）', en: 'SHA-256'},
  restated_none: {
    'zh-CN': '定稿以来，按现有数据重算与定稿一致。',
    en: 'Computed from today’s data, nothing differs from what was signed off.'
  },
  restated_told: {
    'zh-CN': '定稿后数据有变动。定稿数字不变；按现有数据重算，下列数字会不同：',
    en: 'Data have changed since. What was signed off stands; computed from today’s data these figures would differ:'
  },
  restated_figures: {'zh-CN': '会不同的指标', en: 'Figures that would differ'},
  restated_cards: {'zh-CN': '会不同的得分', en: 'Points that would differ'},
  restated_cases: {'zh-CN': '造成得分差异的案件', en: 'Cases that change points'},
  restated_records: {'zh-CN': '造成差异的记录', en: 'Records that cause it'},
  restated_published: {'zh-CN': '定稿', en: 'Signed off'},
  restated_present: {'zh-CN': '现在重算', en: 'Today'},
  restated_whole: {'zh-CN': '全体', en: 'All'},
  restated_redefined: {'zh-CN': '口径已改', en: 'redefined'},
  restated_whose: {'zh-CN': '对象', en: 'Of'},
  restated_record: {'zh-CN': '记录', en: 'Record'},
  restated_change: {'zh-CN': '变动', en: 'Change'},
  restated_added: {'zh-CN': '新增', en: 'added'},
  restated_removed: {'zh-CN': '不再计入', en: 'removed'},
  restated_changed: {'zh-CN': '改变', en: 'changed'},

  // Rules
  rules_table: {'zh-CN': '考核指标与权重', en: 'Heads and weights'},
  rules_weight: {'zh-CN': '权重', en: 'Weight'},
  rules_floor: {'zh-CN': '底线（0 分）', en: 'Floor (0)'},
  rules_target: {'zh-CN': '目标（满分）', en: 'Target (all)'},
  rules_minimum: {'zh-CN': '件数下限', en: 'Minimum'},
  rules_attribution: {'zh-CN': '案件归属', en: 'Counts to'},
  rules_source: {'zh-CN': '出处', en: 'Source'},
  attribution_record: {'zh-CN': '记录所列的经办部门、经办人', en: 'whom the record names'},
  attribution_deadline: {'zh-CN': '到期限时持有案件者', en: 'who held the case at its deadline'},
  attribution_time: {'zh-CN': '经手各方按持有时间分摊', en: 'all who held it, by the time that they did'},
  rule_points: {
    'zh-CN':
      '一项的得分 = {full} × 权重 ×（数值 − 底线）÷（目标 − 底线），不低于 0、不高于该项满分，四舍五入到 {digits} 位小数；总分是各项得分之和，最多 {full} 分。',
    en: 'Points of a head = {full} × weight × (figure − floor) ÷ (target − floor), between 0 and all of them, rounded to {digits} decimals; a card is their sum, at most {full}.'
  },
  rule_left_out: {
    'zh-CN': '件数不足下限的指标不计，其权重按比例分给其余指标；计入的权重不足 {least} 的，不计总分。',
    en: 'A head with too few cases is left out and its weight goes to the others in proportion; under a counted weight of {least} there is no total.'
  },
  rule_case_mix: {
    'zh-CN': '扣除案件难易：按投诉类别、严重程度、渠道，算出同行办理同样案件会有的数值，再与实际相比（间接标准化）。',
    en: 'Cases allowed for: what peers would have had with the same cases, by category, severity and channel, is held against what was (indirect standardisation).'
  },
  rule_doubt_investigate: {
    'zh-CN': '数值比同行差、但与同行没有明显差别（99.8% 漏斗限以内）的，按同行的数值计分：偶然的起伏不扣分。',
    en: 'A figure that is worse than its peers’ but not clearly told apart (inside the 99.8% funnel limits) earns the points of the peers’ figure: chance costs nobody points.'
  },
  rule_doubt_look: {
    'zh-CN': '数值比同行差、但在 95% 漏斗限以内的，按同行的数值计分。',
    en: 'A figure that is worse than its peers’ but inside the 95% funnel limits earns the points of the peers’ figure.'
  },
  rule_doubt_always: {
    'zh-CN': '数值比同行差的，一律按本身的数值计分。',
    en: 'A figure that is worse than its peers’ always earns its own points.'
  },
  rule_shares: {
    'zh-CN': '几方先后经手的案件，按各自持有的时间分摊，份额取 {digits} 位小数，每件合计为 1。',
    en: 'A case that several held is shared by the time for which each did, to {digits} decimals; the shares of a case make up 1.'
  },
  rule_peers: {
    'zh-CN': '人员只与同一岗位的人员比较，部门与全部其他部门比较。',
    en: 'People are compared with those in the same role, departments with all others.'
  },
  rule_pauses: {
    'zh-CN': '时限不因暂停而中止：本系统没有暂停计时这一环节，所以也没有靠暂停得来的及时率。',
    en: 'No limit is ever paused here, so no figure is bought by pausing.'
  },

  // Evidence
  evidence_loading: {'zh-CN': '正在读取…', en: 'Loading …'},
  evidence_no_script: {
    'zh-CN': '逐件依据需要浏览器脚本；也可导出工作簿查看：huisheng export xlsx <考核期> --report performance。',
    en: 'The cases need a script; the workbook has them too: huisheng export xlsx <period> --report performance.'
  },
  evidence_none: {'zh-CN': '没有这一考核期的逐件依据。', en: 'There are no cases of that period.'},
  evidence_period: {'zh-CN': '考核期', en: 'Period'},
  evidence_unit: {'zh-CN': '部门或人员', en: 'Department or person'},
  evidence_figure: {'zh-CN': '考核指标', en: 'Head'},
  evidence_sum: {
    'zh-CN': '计入 {cases} 件，份额合计 {total}，其中达到 {count}：{count} ÷ {total} = {value}。',
    en: '{cases} cases with shares of {total} in all, {count} of them in the numerator: {count} ÷ {total} = {value}.'
  },
  evidence_expected: {
    'zh-CN': '同行办理同样案件应有 {expected}（各行“份额 × 同行值”之和）。',
    en: 'Peers would have had {expected} with the same cases (the sum of share × peers’ figure).'
  },
  evidence_uncounted: {
    'zh-CN': '另有 {count} 件未计入，原因见“是否计入”。',
    en: '{count} more do not count; why stands beside them.'
  },
  evidence_case: {'zh-CN': '案件', en: 'Case'},
  evidence_counted: {'zh-CN': '是否计入', en: 'Counted'},
  evidence_share: {'zh-CN': '份额', en: 'Share'},
  evidence_numerator: {'zh-CN': '计为达到', en: 'In the numerator'},
  evidence_peer: {'zh-CN': '同行值', en: 'Peers'},
  evidence_received: {'zh-CN': '受理', en: 'Received'},
  evidence_due: {'zh-CN': '办结期限', en: 'Due'},
  evidence_resolved: {'zh-CN': '首次解决', en: 'First solved'},
  evidence_counted_at: {'zh-CN': '统计日', en: 'Counted on'},
  evidence_first: {'zh-CN': '首问人', en: 'First asked'},
  evidence_holder: {'zh-CN': '最后经办', en: 'Handled last by'},
  evidence_transferred: {'zh-CN': '转办', en: 'Transferred'},
  counted_in_figure_record: {'zh-CN': '计入', en: 'yes'},
  counted_in_figure_deadline: {'zh-CN': '计入：到期限时持有', en: 'yes: held it at the deadline'},
  counted_in_figure_time: {'zh-CN': '计入：按持有时间分摊', en: 'yes: by the time held'},
  counted_in_figure_ruling: {'zh-CN': '计入：按裁定 {entry}', en: 'yes: by ruling {entry}'},
  counted_other_member: {'zh-CN': '不计：裁定 {entry} 改计他方', en: 'no: ruling {entry} counts it to another'},
  counted_excluded: {'zh-CN': '不计：裁定 {entry} 排除', en: 'no: excluded by ruling {entry}'},
  counted_other_period: {'zh-CN': '不计：在 {at} 所在期统计', en: 'no: counted in the period of {at}'},
  counted_not_valid: {'zh-CN': '不计：投诉不成立', en: 'no: the complaint does not stand'},
  counted_not_a_complaint: {'zh-CN': '不计：不是投诉', en: 'no: not a complaint'},
  counted_still_open: {'zh-CN': '不计：尚未办结', en: 'no: still open'},
  counted_not_in_figure: {'zh-CN': '不计：不在指标统计范围', en: 'no: not what the figure counts'}
} as const satisfies Record<string, LocalText>;
