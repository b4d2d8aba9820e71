import type {CaseHistory} from './caseHistory.ts';
import type {Company} from './company.ts';
import type {Transfer} from './detours.ts';
import {dateTimeText, type LocalTime} from './localTime.ts';
import {remark} from './narrative.ts';
import {RandomStream} from './randomStream.ts';
import type {Entry} from './row.ts';
import {approver, firstReceiver, type StaffMember, staffOf} from './staff.ts';

type Line = readonly [step: string, at: LocalTime | undefined, who: StaffMember];

/**
 * The process log of a case in order of time, up to its end: the steps for which the company has a word. A case that is passed
 * on stands with whoever gets it; other steps stand with whoever took them.
 */
export function eventEntries(company: Company, {case: each, way}: CaseHistory): Entry[] {
  const {departments, profile, narrative, process} = company;
  const stream = new RandomStream(profile.seed, 'events', each.key);
  const hotline = {department: departments.hotline.department, name: stream.pick(departments.hotline.staff)};
  const handler = {department: each.department, name: each.handler};
  const firstHandler = firstHandlerOf(company, way.transfer, stream);
  const handlerAt = (at = 0): StaffMember => (firstHandler && at < firstHandler.until ? firstHandler : handler);
  const receiver = firstReceiver(company, each);
  const answerer = process.answers_first === 'hotline' ? receiver : handlerAt(way.respondedAt);

  const lines: Line[] = [
    ['registered', way.registeredAt, receiver],
    ['dispatched', way.dispatchedAt, handlerAt(way.dispatchedAt)],
    ['responded', way.respondedAt, answerer],
    ['transferred', way.transfer?.at, handler],
    ['investigated', way.investigatedAt, handlerAt(way.investigatedAt)],
    ...way.contactedAt.map((at): Line => ['contacted', at, handlerAt(at)]),
    ['escalated', way.escalation?.at, handlerAt(way.escalation?.at)],
    ['extension_requested', way.extension?.requestedAt, handlerAt(way.extension?.requestedAt)],
    ['extension_approved', way.extension?.approval?.at, approver(way.extension?.approval?.by ?? '')],
    ['invalidated', way.invalidatedAt, handler],
    ['resolved', way.resolvedAt, handler],
    ['informed', way.informedAt, handler],
    ['called_back', way.calledBackAt, hotline],
    ['closed', way.closedAt, hotline],
    ['reopened', way.reopening?.at, handler],
    ['resolved', way.reopening?.resolvedAt, handler],
    ['closed', way.reopening?.closedAt, hotline],
    ['archived', way.archivedAt, hotline]
  ];
  const register = company.registers.get('complaint_event');
  return lines.flatMap(([event, at, {department, name}], i): Entry[] => {
    if (at === undefined || register?.wordFor('event', event) === undefined) return [];
    const note = remark(company, narrative.notes[event] ?? [''], stream);
    const row = {complaint_id: each.number, at: dateTimeText(at), event, department, handler: name, note};
    return [{kind: 'complaint_event', at, order: `${each.number}/${String(i).padStart(2, '0')}`, row: () => row}];
  });
}

/** Who had the case before it was transferred. */
function firstHandlerOf(company: Company, transfer: Transfer | undefined, stream: RandomStream) {
  if (!transfer) return undefined;
  const name = stream.pick(staffOf(company, transfer.from, transfer.at));
  return {department: transfer.from, name, until: transfer.at};
}
