import type {CaseHistory} from './caseHistory.ts';
import {categoryWord} from './categoryWord.ts';
import type {Company} from './company.ts';
import {dateTimeText, knownTime, type LocalTime, slashText} from './localTime.ts';
import {demand, description, plan, resolution} from './narrative.ts';
import {RandomStream} from './randomStream.ts';
import {reachOf} from './reach.ts';
import type {Entry, Row} from './row.ts';
import {firstReceiver, involvedStaff} from './staff.ts';
import {isStandIn} from './standIn.ts';
import {decisionOn} from './suggestion.ts';

/** A case in the register of complaints, which shows it as it stands. */
export function complaintEntry(company: Company, history: CaseHistory): Entry {
  return {
    kind: 'complaint',
    at: history.case.receivedAt,
    order: history.case.number,
    isSafe: isStandIn(company, history.case.handler),
    // Spreading so many fields would be several times as slow.
    row: (asOf) =>
      Object.assign(asReceived(company, history), asHandled(company, history, asOf), asEnded(company, history, asOf))
  };
}

/** What the customer said. */
function asReceived(company: Company, {case: each}: CaseHistory): Row {
  const {share_without_number, anonymous} = company.profile.customers;
  const stream = new RandomStream(company.profile.seed, 'row', each.key);
  const isAnonymous = isAnonymousCase(company, each.key);
  const hasNumber = !isAnonymous && !stream.chance(share_without_number);
  const hasEmail = !isAnonymous && stream.chance(0.35);
  const isSlashed = company.departments.departments[each.department]?.writes_slash_dates;
  const reach = reachOf(company, each);
  return {
    complaint_id: each.number,
    sheet_number: each.sheetNumber ?? null,
    received_at: isSlashed ? slashText(each.receivedAt) : dateTimeText(each.receivedAt),
    kind: each.kindWord,
    channel: each.channel,
    customer_id: hasNumber ? each.customer.number : anonymous.number,
    customer_name: isAnonymous ? anonymous.name : each.customer.name,
    customer_phone: isAnonymous ? anonymous.phone : each.customer.mobile,
    customer_email: hasEmail ? each.customer.email : null,
    customer_address: isAnonymous ? null : each.customer.address,
    customer_segment: each.customer.segment,
    category: categoryWord(company, each.category, each.receivedAt),
    subcategory: each.subcategory,
    severity: each.severity,
    risk: each.risk,
    product: each.service,
    region: each.customer.district,
    first_receiver: firstReceiver(company, each).name,
    involved_staff: involvedStaff(company, each),
    description: description(company, each, isAnonymous),
    demand: demand(company, each),
    attachments: String(stream.chance(0.3) ? stream.integer(1, 6) : 0),
    affected_share: reach.share,
    about_leader: String(reach.isAboutLeader)
  };
}

/** What was done about it up to a moment. */
function asHandled(company: Company, {case: each, way}: CaseHistory, asOf: LocalTime): Row {
  const isKnown = (at: LocalTime | undefined) => at !== undefined && at <= asOf;
  const isElsewhere = way.transfer !== undefined && !isKnown(way.transfer.at);
  const approval = isKnown(way.extension?.approval?.at) ? way.extension?.approval : undefined;
  const decision = decisionOn(company, each, way.respondedAt);
  const isDecided = isKnown(decision?.at);
  return {
    registered_at: knownTime(way.registeredAt, asOf),
    department: isElsewhere ? way.transfer.from : each.department,
    handler: !isElsewhere && isKnown(way.dispatchedAt) ? each.handler : null,
    plan: isKnown(way.respondedAt) ? plan(company, each) : null,
    extension_until: approval ? dateTimeText(approval.until) : null,
    extension_approved_by: approval?.by ?? null,
    escalation_level: isKnown(way.escalation?.at) ? (way.escalation?.level ?? null) : null,
    decided_at: knownTime(decision?.at, asOf),
    is_adopted: isDecided ? String(decision?.isAdopted) : null,
    reward_amount: isDecided ? (decision?.reward ?? null) : null
  };
}

/** How it ended, if it had ended by a moment. */
function asEnded(company: Company, {case: each, way, findings: found}: CaseHistory, asOf: LocalTime): Row {
  const isKnown = (at: LocalTime | undefined) => at !== undefined && at <= asOf;
  const isInvalid = isKnown(way.invalidatedAt);
  const isReopened = isKnown(way.reopening?.at) && !isKnown(way.reopening?.resolvedAt);
  const isSettled = isKnown(way.resolvedAt) && !isReopened;
  const whenSettled = (text: string | undefined) => (isSettled ? (text ?? null) : null);
  const isAnonymous = isAnonymousCase(company, each.key);
  const outcome = isInvalid ? 'invalid' : found.outcome;
  return {
    is_valid: isInvalid ? 'false' : isKnown(way.resolvedAt) ? 'true' : null,
    invalid_reason: isInvalid ? found.invalidReason : null,
    validity_judged_by: isInvalid ? found.judge : null,
    responsibility: whenSettled(found.responsibility),
    cause_direct: whenSettled(found.cause?.direct),
    cause_indirect: whenSettled(found.cause?.indirect),
    cause_root: whenSettled(found.cause?.root),
    resolution: isSettled || isInvalid ? resolution(company, each, outcome, isAnonymous) : null,
    outcome: whenSettled(found.outcome),
    compensation_amount: isKnown(way.closedAt) ? whenSettled(found.compensation) : null,
    callback_score: isKnown(way.calledBackAt) ? String(found.satisfaction) : null,
    archived_at: knownTime(way.archivedAt, asOf)
  };
}

function isAnonymousCase({profile}: Company, key: string): boolean {
  return new RandomStream(profile.seed, 'anonymous', key).chance(profile.customers.share_anonymous);
}
