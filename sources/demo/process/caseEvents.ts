import type {Company} from './company.ts';
import type {CaseHistory} from './caseHistory.ts';
import type {Transfer} from './detours.ts';
import type {LocalTime} from './localTime.ts';
import {remark} from './narrative.ts';
import {RandomStream} from './randomStream.ts';
import {firstReceiver, type StaffMember} from './staff.ts';
import type {STEPS} from './processSchema.ts';

type Step = (typeof STEPS)[number];

/** One line of the process log. */
export interface CaseEvent {
  /** Puts steps of the same second in order. */
  readonly order: string;
  readonly caseNumber: string;
  readonly at: LocalTime;
  readonly step: string;
  readonly department: string;
  readonly handler: string;
  readonly note: string | null;
}

/**
 * The process log of a case in order of time, up to its end. A case that is passed on stands with whoever gets it; other
 * steps stand with whoever took them.
 */
export function caseEvents(company: Company, {case: each, way}: CaseHistory): CaseEvent[] {
  const {departments, profile, process, narrative} = company;
  const stream = new RandomStream(profile.seed, 'events', each.key);
  const hotline = {department: departments.hotline.department, name: stream.pick(departments.hotline.staff)};
  const handler = {department: each.department, name: each.handler};
  const approver = approverOf(way.extension?.approval?.by ?? '');
  const firstHandler = firstHandlerOf(company, way.transfer, stream);
  const handlerAt = (at = 0): StaffMember => (firstHandler && at < firstHandler.until ? firstHandler : handler);

  const lines: [Step, LocalTime | undefined, StaffMember][] = [
    ['registered', way.registeredAt, firstReceiver(company, each)],
    ['dispatched', way.dispatchedAt, handlerAt(way.dispatchedAt)],
    ['responded', way.respondedAt, handlerAt(way.respondedAt)],
    ['transferred', way.transfer?.at, handler],
    ['investigated', way.investigatedAt, handlerAt(way.investigatedAt)],
    ['contacted', way.contactedAt, handlerAt(way.contactedAt)],
    ['escalated', way.escalation?.at, handlerAt(way.escalation?.at)],
    ['extension_requested', way.extension?.requestedAt, handlerAt(way.extension?.requestedAt)],
    ['extension_approved', way.extension?.approval?.at, approver],
    ['invalidated', way.invalidatedAt, handler],
    ['resolved', way.resolvedAt, handler],
    ['informed', way.informedAt, handler],
    ['called_back', way.calledBackAt, hotline],
    ['closed', way.closedAt, hotline],
    ['reopened', way.reopening?.at, handler],
    ['resolved', way.reopening?.resolvedAt, handler],
    ['closed', way.reopening?.closedAt, hotline]
  ];
  const events: CaseEvent[] = [];
  for (const [i, [step, at, {department, name}]] of lines.entries()) {
    if (at === undefined) continue;
    const note = remark(company, narrative.notes[step], stream);
    const order = `${each.number}/${String(i).padStart(2, '0')}`;
    events.push({order, caseNumber: each.number, at, step: process.steps[step], department, handler: name, note});
  }
  return events.sort((a, b) => a.at - b.at);
}

/** Who had the case before it was transferred. */
function firstHandlerOf({departments}: Company, transfer: Transfer | undefined, stream: RandomStream) {
  if (!transfer) return undefined;
  const staff = departments.departments[transfer.from]?.staff ?? [''];
  return {department: transfer.from, name: stream.pick(staff), until: transfer.at};
}

/** `总经理办公室 严国华`: the office, then the name. */
function approverOf(officeAndName: string): StaffMember {
  const [department = '', name = ''] = officeAndName.split(' ');
  return {department, name};
}
