import {businessMoment, wholeSecond} from './businessMoment.ts';
import type {Company} from './company.ts';
import type {ComplaintCase} from './complaintCase.ts';
import {DAY, HOUR, type LocalTime, startOfDay} from './localTime.ts';
import {RandomStream} from './randomStream.ts';

export interface Transfer {
  readonly at: LocalTime;
  /** The department that had the case at first. */
  readonly from: string;
}

export interface Extension {
  readonly requestedAt: LocalTime;
  readonly approval?: {readonly at: LocalTime; readonly by: string; readonly until: LocalTime};
}

/** What happens to some cases only. */
export interface Detours {
  readonly escalation?: {readonly at: LocalTime; readonly level: string};
  readonly extension?: Extension;
  readonly reopening?: {readonly at: LocalTime; readonly resolvedAt: LocalTime; readonly closedAt: LocalTime};
}

/** The way that a case goes without its detours. */
export interface PlainWay {
  readonly dueAt: LocalTime;
  readonly respondedAt: LocalTime;
  readonly resolvedAt: LocalTime;
  readonly closedAt: LocalTime;
}

/** Some cases are passed to the wrong department at first. */
export function transferOf(company: Company, each: ComplaintCase, dispatchedAt: LocalTime): Transfer | undefined {
  const stream = new RandomStream(company.profile.seed, 'transfer', each.key);
  if (!stream.chance(company.process.share_transferred)) return undefined;
  const others = Object.keys(company.departments.departments).filter((name) => name !== each.department);
  return {
    at: businessMoment(company, dispatchedAt + stream.logNormal(7, 0.7) * HOUR, stream),
    from: stream.pick(others)
  };
}

/** Escalation, extension and reopening of a valid case. */
export function detours(company: Company, each: ComplaintCase, way: PlainWay): Detours {
  const stream = new RandomStream(company.profile.seed, 'detours', each.key);
  const {escalation, reopened} = company.process;
  const isLate = way.resolvedAt > way.dueAt;
  const since = isLate ? way.dueAt : way.respondedAt;
  const escalatedAt = wholeSecond(since + (0.1 + 0.6 * stream.uniform()) * (way.resolvedAt - since));
  const isEscalated = stream.chance(isLate ? escalation.share_when_late : escalation.share);
  const level = stream.pick(company.departments.escalation_levels);
  const extension = isLate ? extensionOf(company, stream, way) : undefined;
  const isReopened = stream.chance(reopened.share);
  const later = (at: LocalTime, medianDays: number, longestDays: number) =>
    businessMoment(company, at + Math.min(stream.logNormal(medianDays, 0.6), longestDays) * DAY, stream);
  const at = later(way.closedAt, reopened.days, 12);
  const resolvedAt = later(at, reopened.resolve_days, 10);
  const closedAt = later(resolvedAt, 1, 3);
  return {
    ...(isEscalated && {escalation: {at: escalatedAt, level}}),
    ...(extension && {extension}),
    ...(isReopened && {reopening: {at, resolvedAt, closedAt}})
  };
}

/** More time for a case that will be late: asked for before the deadline by most, after it by some. */
function extensionOf(company: Company, stream: RandomStream, way: PlainWay): Extension | undefined {
  const {extension} = company.process;
  if (!stream.chance(extension.share_when_late)) return undefined;
  const isTooLate = stream.chance(extension.share_asked_too_late);
  const hours = 2 + 16 * stream.uniform();
  const requestedAt = wholeSecond(
    isTooLate
      ? way.dueAt + Math.min(hours * HOUR, 0.5 * (way.resolvedAt - way.dueAt))
      : Math.max(way.dueAt - hours * HOUR, way.respondedAt + 0.5 * (way.dueAt - way.respondedAt))
  );
  const approvedAt = wholeSecond(
    requestedAt + Math.min(stream.logNormal(1.5, 0.6) * HOUR, 0.5 * (way.resolvedAt - requestedAt))
  );
  const until = startOfDay(way.dueAt) + (stream.pick(extension.days) + 1) * DAY - 1000;
  const by = stream.weighted(company.departments.approvers);
  if (!stream.chance(extension.share_approved)) return {requestedAt};
  return {requestedAt, approval: {at: approvedAt, by, until}};
}
