import {businessMoment, wholeSecond} from './businessMoment.ts';
import type {Company} from './company.ts';
import type {ComplaintCase} from './complaintCase.ts';
import {type Detours, detours, type Transfer, transferOf} from './detours.ts';
import {DAY, HOUR, type LocalTime, MINUTE, monthOf, startOfDay} from './localTime.ts';
import {RandomStream} from './randomStream.ts';

/** When what happens to a case, up to its end, whether that lies in the future or not. */
export interface Milestones extends Detours {
  readonly registeredAt: LocalTime;
  readonly dispatchedAt: LocalTime;
  readonly respondedAt: LocalTime;
  readonly closedAt: LocalTime;
  readonly dueAt?: LocalTime;
  readonly transfer?: Transfer;
  readonly investigatedAt?: LocalTime;
  readonly contactedAt?: LocalTime;
  readonly invalidatedAt?: LocalTime;
  readonly resolvedAt?: LocalTime;
  readonly informedAt?: LocalTime;
  readonly calledBackAt?: LocalTime;
}

/** The way of a case through the house; it follows from the case alone. */
export function milestones(company: Company, each: ComplaintCase): Milestones {
  const {process, profile} = company;
  const stream = new RandomStream(profile.seed, 'milestones', each.key);
  const severity = profile.severities[each.severity];
  if (!severity) throw new Error(`milestones: unknown severity "${each.severity}"`);
  const isUrgent = each.severity === profile.urgent;
  const moment = (at: LocalTime) => (isUrgent ? wholeSecond(at) : businessMoment(company, at, stream));

  const registeredAt = moment(each.receivedAt + stream.logNormal(process.register_minutes, 0.7) * MINUTE);
  const dispatchedAt = moment(registeredAt + stream.logNormal(severity.dispatch_minutes, 0.8) * MINUTE);
  const answer = each.receivedAt + stream.logNormal(severity.response_minutes, 0.6) * MINUTE;
  const respondedAt = Math.max(moment(answer), dispatchedAt + 3 * MINUTE);
  const beginning = {registeredAt, dispatchedAt, respondedAt};
  const after = (at: LocalTime, medianDays: number, longestDays: number) =>
    businessMoment(company, at + Math.min(stream.logNormal(medianDays, 0.6), longestDays) * DAY, stream);

  if (process.brief_kinds.includes(each.kind)) {
    return {...beginning, closedAt: after(respondedAt, process.brief_days, 6)};
  }

  const dueAt = startOfDay(each.receivedAt) + (severity.due_days + 1) * DAY - 1000;
  const transfer = transferOf(company, each, dispatchedAt);
  const medianDays = severity.due_days * severity.median_share_of_limit * slowness(company, each, transfer);
  const days = Math.min(stream.logNormal(medianDays, process.spread), process.longest_days);
  const settledAt = Math.max(
    businessMoment(company, each.receivedAt + days * DAY, stream),
    Math.max(respondedAt, transfer?.at ?? 0) + 25 * MINUTE
  );
  const part = (from: number, to: number) =>
    wholeSecond(respondedAt + (from + (to - from) * stream.uniform()) * (settledAt - respondedAt));
  const steps = {
    ...beginning,
    dueAt,
    ...(transfer && {transfer}),
    ...(stream.chance(process.share_investigated) && {investigatedAt: part(0.1, 0.5)}),
    ...(stream.chance(process.share_contacted) && {contactedAt: part(0.5, 0.95)})
  };
  const informedAt = businessMoment(company, settledAt + stream.logNormal(process.inform_hours, 0.8) * HOUR, stream);
  if (isInvalid(company, each)) {
    return {...steps, invalidatedAt: settledAt, informedAt, closedAt: after(informedAt, process.close_days, 3)};
  }
  const isReached = stream.chance(process.callback.share_reached);
  const calledBackAt = after(informedAt, process.callback.days, 5);
  const closedAt = after(isReached ? calledBackAt : informedAt, process.close_days, 3);
  return {
    ...steps,
    resolvedAt: settledAt,
    informedAt,
    ...(isReached && {calledBackAt}),
    closedAt,
    ...detours(company, each, {dueAt, respondedAt, resolvedAt: settledAt, closedAt})
  };
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

function isInvalid({process, profile}: Company, each: ComplaintCase): boolean {
  if (each.outbreakRoot !== undefined) return false;
  return new RandomStream(profile.seed, 'validity', each.key).chance(process.share_invalid);
}
