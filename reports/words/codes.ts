import type {Locale, LocalText} from '../../src/publish/siteData.ts';

type Codes = Readonly<Record<string, LocalText>>;

const channel: Codes = {
  phone: {'zh-CN': '电话', en: 'Phone'},
  website: {'zh-CN': '网站', en: 'Website'},
  app: {'zh-CN': '手机应用', en: 'App'},
  social: {'zh-CN': '社交媒体', en: 'Social media'},
  email: {'zh-CN': '电子邮件', en: 'E-mail'},
  sms: {'zh-CN': '短信', en: 'Text message'},
  fax: {'zh-CN': '传真', en: 'Fax'},
  letter: {'zh-CN': '信函', en: 'Letter'},
  in_person: {'zh-CN': '来访', en: 'In person'},
  third_party: {'zh-CN': '第三方转办', en: 'Third party'},
  other: {'zh-CN': '其他', en: 'Other'}
};

const kind: Codes = {
  complaint: {'zh-CN': '投诉', en: 'Complaint'},
  suggestion: {'zh-CN': '建议', en: 'Suggestion'},
  report: {'zh-CN': '举报', en: 'Report'},
  inquiry: {'zh-CN': '咨询', en: 'Inquiry'},
  praise: {'zh-CN': '表扬', en: 'Praise'}
};

const outcome: Codes = {
  resolved: {'zh-CN': '已解决', en: 'Solved'},
  partly: {'zh-CN': '部分解决', en: 'Partly solved'},
  unresolved: {'zh-CN': '未解决', en: 'Not solved'},
  withdrawn: {'zh-CN': '客户撤回', en: 'Withdrawn'}
};

const responsibility: Codes = {
  ours: {'zh-CN': '我方责任', en: 'Ours'},
  shared: {'zh-CN': '双方责任', en: 'Shared'},
  not_ours: {'zh-CN': '非我方责任', en: 'Not ours'}
};

const method: Codes = {
  form: {'zh-CN': '问卷表', en: 'Form'},
  phone: {'zh-CN': '电话', en: 'Phone'},
  online: {'zh-CN': '在线', en: 'Online'},
  call_back: {'zh-CN': '回访', en: 'Call-back'}
};

/** The steps of a case, in the words of events and of the limits between them. */
const step: Codes = {
  received: {'zh-CN': '受理', en: 'Received'},
  registered: {'zh-CN': '登记', en: 'Registered'},
  dispatched: {'zh-CN': '派发', en: 'Dispatched'},
  responded: {'zh-CN': '首次响应', en: 'First response'},
  contacted: {'zh-CN': '联系客户', en: 'Customer contacted'},
  transferred: {'zh-CN': '转办', en: 'Transferred'},
  escalated: {'zh-CN': '升级', en: 'Escalated'},
  escalated_by_rule: {'zh-CN': '按规则升级', en: 'Escalated by rule'},
  extension_requested: {'zh-CN': '申请延期', en: 'More time asked for'},
  extension_approved: {'zh-CN': '批准延期', en: 'More time granted'},
  investigated: {'zh-CN': '调查', en: 'Investigated'},
  handling: {'zh-CN': '处理', en: 'Handled'},
  resolved: {'zh-CN': '办结', en: 'Solved'},
  informed: {'zh-CN': '告知结果', en: 'Customer told'},
  called_back: {'zh-CN': '回访', en: 'Called back'},
  closed: {'zh-CN': '结案', en: 'Closed'},
  archived: {'zh-CN': '归档', en: 'Archived'},
  reopened: {'zh-CN': '重新处理', en: 'Reopened'},
  invalidated: {'zh-CN': '判定不成立', en: 'Judged not to stand'}
};

/** The limits of a policy. */
const clock: Codes = {
  register: {'zh-CN': '登记', en: 'Registration'},
  dispatch: {'zh-CN': '派发', en: 'Dispatch'},
  respond: {'zh-CN': '首次响应', en: 'First response'},
  contact: {'zh-CN': '联系客户', en: 'Contact'},
  resolve: {'zh-CN': '办结', en: 'Solution'},
  resolve_escalated: {'zh-CN': '升级后办结', en: 'Solution after escalation'},
  inform: {'zh-CN': '告知结果', en: 'Telling the result'},
  report: {'zh-CN': '书面报告', en: 'Written report'},
  call_back: {'zh-CN': '回访', en: 'Call-back'},
  archive: {'zh-CN': '归档', en: 'Archiving'}
};

/** How a case stands to a limit. */
const clock_state: Codes = {
  met: {'zh-CN': '按时', en: 'On time'},
  met_by_extension: {'zh-CN': '延期内按时', en: 'On time, extended'},
  missed: {'zh-CN': '逾期', en: 'Late'},
  overdue: {'zh-CN': '逾期未办结', en: 'Late and open'},
  running: {'zh-CN': '期限未到', en: 'Not due yet'}
};

const service_kind: Codes = {
  installation: {'zh-CN': '安装', en: 'Installation'},
  repair: {'zh-CN': '维修', en: 'Repair'},
  replacement: {'zh-CN': '更换终端', en: 'Replacement'},
  sim_change: {'zh-CN': '更换 SIM 卡', en: 'Change of SIM card'},
  return: {'zh-CN': '退回', en: 'Return'}
};

const violation_kind: Codes = {
  attitude: {'zh-CN': '态度恶劣', en: 'Bad attitude'},
  avoiding: {'zh-CN': '推诿', en: 'Avoiding'},
  perfunctory: {'zh-CN': '敷衍', en: 'Perfunctory'},
  delay: {'zh-CN': '拖延', en: 'Delay'},
  concealment: {'zh-CN': '隐瞒', en: 'Concealment'},
  other: {'zh-CN': '其他', en: 'Other'}
};

const penalty: Codes = {
  none: {'zh-CN': '不予处罚', en: 'None'},
  criticism: {'zh-CN': '批评', en: 'Criticism'},
  circulated: {'zh-CN': '通报批评', en: 'Circulated criticism'},
  fine: {'zh-CN': '罚款', en: 'Fine'},
  bonus_stopped: {'zh-CN': '停发奖金', en: 'Bonus stopped'},
  transfer: {'zh-CN': '调岗', en: 'Transfer'}
};

const origin: Codes = {
  complaint: {'zh-CN': '投诉', en: 'Complaint'},
  survey: {'zh-CN': '满意度调查', en: 'Survey'},
  nonconformance: {'zh-CN': '不合格品', en: 'Nonconformance'},
  prevention: {'zh-CN': '预防', en: 'Prevention'}
};

/** The fields of a record that a policy may ask for. */
const field: Codes = {
  sheet_number: {'zh-CN': '单号', en: 'sheet number'},
  received_at: {'zh-CN': '受理时间', en: 'time of receipt'},
  kind: {'zh-CN': '类型', en: 'kind'},
  channel: {'zh-CN': '渠道', en: 'channel'},
  customer_id: {'zh-CN': '客户编号', en: 'customer number'},
  customer_name: {'zh-CN': '客户姓名', en: 'customer name'},
  customer_phone: {'zh-CN': '客户电话', en: 'customer phone'},
  customer_email: {'zh-CN': '客户邮箱', en: 'customer e-mail'},
  customer_address: {'zh-CN': '客户地址', en: 'customer address'},
  customer_segment: {'zh-CN': '客户类别', en: 'customer segment'},
  contact_name: {'zh-CN': '联系人', en: 'contact person'},
  category: {'zh-CN': '类别', en: 'category'},
  subcategory: {'zh-CN': '子类', en: 'subcategory'},
  severity: {'zh-CN': '严重程度', en: 'severity'},
  risk: {'zh-CN': '风险等级', en: 'risk'},
  product: {'zh-CN': '产品或服务项目', en: 'product'},
  region: {'zh-CN': '区域', en: 'region'},
  department: {'zh-CN': '责任部门', en: 'department'},
  handler: {'zh-CN': '经办人', en: 'handler'},
  first_receiver: {'zh-CN': '首问责任人', en: 'first receiver'},
  involved_staff: {'zh-CN': '涉及人员', en: 'staff involved'},
  demand: {'zh-CN': '客户诉求', en: 'demand'},
  description: {'zh-CN': '投诉内容', en: 'description'},
  plan: {'zh-CN': '处理方案', en: 'plan'},
  resolution: {'zh-CN': '处理结果', en: 'resolution'},
  due_at: {'zh-CN': '办结期限', en: 'due time'},
  resolved_at: {'zh-CN': '办结时间', en: 'time of solution'},
  outcome: {'zh-CN': '结果', en: 'outcome'},
  responsibility: {'zh-CN': '责任归属', en: 'responsibility'},
  compensation_amount: {'zh-CN': '赔付金额', en: 'compensation'},
  cause_direct: {'zh-CN': '直接原因', en: 'direct cause'},
  cause_indirect: {'zh-CN': '间接原因', en: 'indirect cause'},
  cause_root: {'zh-CN': '根本原因', en: 'root cause'},
  attachments: {'zh-CN': '附件', en: 'attachments'},
  purchased_at: {'zh-CN': '购买日期', en: 'date of purchase'},
  fault: {'zh-CN': '故障', en: 'fault'}
};

/** The words of the contracts and of the policy form, by what they are words for. */
export const CODES = {
  channel,
  kind,
  outcome,
  responsibility,
  method,
  step,
  clock,
  clock_state,
  service_kind,
  violation_kind,
  penalty,
  origin,
  field,
  element: field
} as const satisfies Record<string, Codes>;

/**
 * Says a code in a language; a word that is no code stays as it is.
 *
 * @example codeName('channel', 'third_party', 'en') // 'Third party'
 */
export function codeName(of: string, code: string, locale: Locale): string {
  const codes: Codes = Object.hasOwn(CODES, of) ? CODES[of as keyof typeof CODES] : {};
  return (Object.hasOwn(codes, code) ? codes[code]?.[locale] : undefined) ?? code;
}
