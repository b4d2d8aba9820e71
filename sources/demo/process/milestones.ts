import {businessMoment, wholeSecond} from './businessMoment.ts';
import type {Company} from './company.ts';
import type {ComplaintCase} from './complaintCase.ts';
import {contactsBetween} from './contacts.ts';
import {type Detours, detours, type Transfer, transferOf} from './detours.ts';
import {DAY, HOUR, type LocalTime, MINUTE, monthOf} from './localTime.ts';
import {RandomStream} from './randomStream.ts';
import {endOfWorkday} from './workdays.ts';

/** When what happens to a case, up to its end, whether that lies in the future or not. */
export interface Milestones extends Detours {
  readonly registeredAt: LocalTime;
  readonly dispatchedAt: LocalTime;
  readonly respondedAt: LocalTime;
  readonly contactedAt: readonly LocalTime[];
  readonly closedAt: LocalTime;
  readonly dueAt?: LocalTime;
  readonly transfer?: Transfer;
  readonly investigatedAt?: LocalTime;
  readonly invalidatedAt?: LocalTime;
  readonly resolvedAt?: LocalTime;
  readonly informedAt?: LocalTime;
  readonly calledBackAt?: LocalTime;
  readonly archivedAt?: LocalTime;
}

/** The way of a case through the house; it follows from the case alone. */
export function milestones(company: Company, each: ComplaintCase): Milestones {
  const {process, profile} = company;
  const stream = new RandomStream(profile.seed, 'milestones', each.key);
  const severity = severityOf(company, each);
  const beginning = beginningOf(company, each, stream);
  const {dispatchedAt, respondedAt} = beginning;
  const after = (at: LocalTime, medianDays: number, longestDays: number) =>
    businessMoment(company, at + Math.min(stream.logNormal(medianDays, 0.6), longestDays) * DAY, stream);

  if (process.brief_kinds.includes(each.kind)) {
    return {...beginning, contactedAt: [], closedAt: after(respondedAt, process.brief_days, 6)};
  }

  const dueAt = endOfWorkday(company, each.receivedAt, severity.due_workdays);
  const transfer = transferOf(company, each, dispatchedAt);
  const limit = dueAt - each.receivedAt;
  const median = limit * severity.median_share_of_limit * slowness(company, each, transfer);
  const usual = Math.min(stream.logNormal(median, process.spread), process.longest_days * DAY);
  const settledAt = Math.max(
    businessMoment(company, each.receivedAt + (stuckFor(company, each) ?? usual), stream),
    Math.max(respondedAt, transfer?.at ?? 0) + 25 * MINUTE
  );
  const investigatedAt = wholeSecond(respondedAt + (0.1 + 0.4 * stream.uniform()) * (settledAt - respondedAt));
  const steps = {
    ...beginning,
    dueAt,
    contactedAt: contactsBetween(company, each, respondedAt, settledAt),
    ...(transfer && {transfer}),
    ...(stream.chance(process.share_investigated) && {investigatedAt})
  };
  const {median: hours, spread} = process.inform_hours;
  const informedAt = businessMoment(company, settledAt + stream.logNormal(hours, spread) * HOUR, stream);
  if (isInvalid(company, each)) {
    const closedAt = after(informedAt, process.close_days, 3);
    return {...steps, invalidatedAt: settledAt, informedAt, closedAt, ...archiving(company, each, closedAt)};
  }
  const isReached = stream.chance(process.callback.share_reached);
  const calledBackAt = after(informedAt, process.callback.days, 5);
  const closedAt = after(isReached ? calledBackAt : informedAt, process.close_days, 3);
  const turns = detours(company, each, {dueAt, respondedAt, resolvedAt: settledAt, closedAt});
  return {
    ...steps,
    resolvedAt: settledAt,
    informedAt,
    ...(isReached && {calledBackAt}),
    closedAt,
    ...turns,
    ...archiving(company, each, turns.reopening?.closedAt ?? closedAt)
  };
}

function severityOf({profile}: Company, each: ComplaintCase) {
  const severity = profile.severities[each.severity];
  if (!severity) throw new Error(`milestones: unknown severity "${each.severity}"`);
  return severity;
}

/** Registration, dispatch and first answer; the hotline answers while it listens, a handler once the case is there. */
function beginningOf(company: Company, each: ComplaintCase, stream: RandomStream) {
  const {process, departments} = company;
  const severity = severityOf(company, each);
  const isAwake = severity.is_round_the_clock || departments.hotline.is_round_the_clock;
  const moment = (at: LocalTime, isAtOnce: boolean) =>
    isAtOnce ? wholeSecond(at) : businessMoment(company, at, stream);
  const {median, spread} = process.register_minutes;
  const registeredAt = moment(each.receivedAt + stream.logNormal(median, spread) * MINUTE, isAwake);
  const sentAt = moment(registeredAt + stream.logNormal(severity.dispatch_minutes, 0.8) * MINUTE, isAwake);
  const answer = each.receivedAt + stream.logNormal(severity.response_minutes, 0.6) * MINUTE;
  if (process.answers_first === 'hotline') {
    const respondedAt = Math.max(moment(answer, isAwake), registeredAt + MINUTE / 2);
    return {registeredAt, dispatchedAt: Math.max(sentAt, respondedAt + MINUTE / 2), respondedAt};
  }
  const respondedAt = Math.max(moment(answer, severity.is_round_the_clock), sentAt + 3 * MINUTE);
  return {registeredAt, dispatchedAt: sentAt, respondedAt};
}

/** How much longer than the usual share of the limit the case takes. */
function slowness({categories, process, truths}: Company, each: ComplaintCase, transfer?: Transfer): number {
  return (
    (categories[each.category]?.effort ?? 1) *
    (process.slower_by_month[monthOf(each.receivedAt) % 12] ?? 1) *
    (each.department === truths.slow_department.department ? truths.slow_department.factor : 1) *
    (transfer ? process.transfer_slows_by : 1)
  );
}

/** How long a case takes that gets stuck somewhere. */
function stuckFor({process, profile}: Company, each: ComplaintCase): number | undefined {
  const stream = new RandomStream(profile.seed, 'stuck', each.key);
  if (!process.stuck || !stream.chance(process.stuck.share)) return undefined;
  const [least, most] = process.stuck.days;
  return (least + (most - least) * stream.uniform()) * DAY;
}

function isInvalid({process, profile}: Company, each: ComplaintCase): boolean {
  if (each.isOfOutbreak) return false;
  return new RandomStream(profile.seed, 'validity', each.key).chance(process.validity.share_invalid);
}

/** Some papers never get to the archive. */
function archiving(company: Company, each: ComplaintCase, closedAt: LocalTime) {
  const {archive} = company.process;
  const stream = new RandomStream(company.profile.seed, 'archive', each.key);
  if (!archive || !stream.chance(archive.share)) return {};
  const days = Math.min(stream.logNormal(archive.days.median, archive.days.spread), 60);
  return {archivedAt: businessMoment(company, closedAt + days * DAY, stream)};
}
