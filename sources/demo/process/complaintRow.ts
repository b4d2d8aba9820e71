import {categoryWord} from './categoryWord.ts';
import type {Company} from './company.ts';
import type {CaseHistory} from './caseHistory.ts';
import {dateTimeText, type LocalTime, slashText} from './localTime.ts';
import {demand, description, resolution} from './narrative.ts';
import {RandomStream} from './randomStream.ts';
import {firstReceiver, involvedStaff} from './staff.ts';

/** The columns of the register, in the order of its export. */
export const COMPLAINT_COLUMNS = [
  ...['投诉编号', '受理时间', '登记时间', '类型', '渠道', '客户编号', '客户姓名', '联系电话', '电子邮箱', '客户类别'],
  ...[
    '服务地址',
    '投诉类别',
    '投诉子类',
    '紧急程度',
    '风险等级',
    '服务项目',
    '所属区域',
    '责任部门',
    '首接人',
    '经办人'
  ],
  ...[
    '涉及人员',
    '投诉内容',
    '客户诉求',
    '附件数',
    '办结期限',
    '延期至',
    '延期审批人',
    '升级级别',
    '是否有效',
    '无效原因'
  ],
  ...['责任认定', '直接原因', '间接原因', '根本原因', '处理结果', '办结情况', '补偿金额', '回访评分']
] as const;

export type ComplaintRow = Record<(typeof COMPLAINT_COLUMNS)[number], string | null>;

/** The row of a case in the register, with what was known at a moment. */
export function complaintRow(company: Company, history: CaseHistory, asOf: LocalTime): ComplaintRow {
  const {customers} = company.profile;
  const {case: each, way, findings: found} = history;
  const stream = new RandomStream(company.profile.seed, 'row', each.key);
  const isAnonymous = stream.chance(customers.share_anonymous);
  const hasNumber = !isAnonymous && !stream.chance(customers.share_without_number);
  const hasEmail = !isAnonymous && stream.chance(0.35);
  const known = (at: LocalTime | undefined) => at !== undefined && at <= asOf;
  const when = <T>(isSo: boolean, value: T | null | undefined) => (isSo ? (value ?? null) : null);
  const isRegistered = known(way.registeredAt);
  const isSettled = known(way.resolvedAt) && !(known(way.reopening?.at) && !known(way.reopening?.resolvedAt));
  const isInvalid = known(way.invalidatedAt);
  const validity = isInvalid ? '否' : when(known(way.resolvedAt), '是');
  const approval = known(way.extension?.approval?.at) ? way.extension?.approval : undefined;
  const {transfer} = way;
  const isElsewhere = transfer !== undefined && !known(transfer.at);
  const result = isInvalid ? company.process.invalid_outcome : found.outcome;
  const isSlashed = company.departments.departments[each.department]?.writes_slash_dates;
  return {
    投诉编号: each.number,
    受理时间: isSlashed ? slashText(each.receivedAt) : dateTimeText(each.receivedAt),
    登记时间: when(isRegistered, dateTimeText(way.registeredAt)),
    类型: each.kind,
    渠道: each.channel,
    客户编号: hasNumber ? each.customer.number : '-',
    客户姓名: isAnonymous ? customers.anonymous_name : each.customer.name,
    联系电话: isAnonymous ? '无' : each.customer.mobile,
    电子邮箱: hasEmail ? each.customer.email : null,
    客户类别: each.customer.segment,
    服务地址: isAnonymous ? null : each.customer.address,
    投诉类别: categoryWord(company, each.category, each.receivedAt),
    投诉子类: each.subcategory,
    紧急程度: each.severity,
    风险等级: each.risk,
    服务项目: each.service,
    所属区域: each.customer.district,
    责任部门: isElsewhere ? transfer.from : each.department,
    首接人: firstReceiver(company, each).name,
    经办人: when(!isElsewhere && known(way.dispatchedAt), each.handler),
    涉及人员: involvedStaff(company, each),
    投诉内容: description(company, each, isAnonymous),
    客户诉求: demand(company, each),
    附件数: String(stream.chance(0.3) ? stream.integer(1, 6) : 0),
    办结期限: way.dueAt === undefined ? null : dateTimeText(way.dueAt),
    延期至: approval ? dateTimeText(approval.until) : null,
    延期审批人: approval?.by ?? null,
    升级级别: when(known(way.escalation?.at), way.escalation?.level),
    是否有效: validity,
    无效原因: when(isInvalid, found.invalidReason),
    责任认定: when(isSettled, found.responsibility),
    直接原因: when(isSettled, found.cause?.direct),
    间接原因: when(isSettled, found.cause?.indirect),
    根本原因: when(isSettled, found.cause?.root),
    处理结果: when(isSettled || isInvalid, resolution(company, each, result, isAnonymous)),
    办结情况: when(isSettled, found.outcome),
    补偿金额: when(isSettled && known(way.closedAt), found.compensation),
    回访评分: when(known(way.calledBackAt), String(found.satisfaction))
  };
}
