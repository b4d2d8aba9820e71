import type {Calendar} from '../../../pipelines/calendars/schema.ts';
import type {Policy, PolicyVersion} from '../../../pipelines/policies/schema.ts';
import {isKnown, isWorkday} from '../../../src/calendar/workday.ts';

/** Milliseconds since 1970. */
export type Instant = number;

/** A case as clocks and rules see it. Its steps are in order of time. */
export interface SlowCase {
  readonly id: string;
  readonly receivedAt: Instant;
  readonly steps: readonly {readonly event: string; readonly at: Instant}[];
  readonly kind?: string;
  readonly severity?: string;
  readonly category?: string;
  readonly channel?: string;
  readonly segment?: string;
  readonly responsibility?: string;
  readonly risk?: string;
  readonly affectedShare?: number;
  readonly aboutLeader?: boolean;
  readonly amount?: number;
  readonly dueAt?: Instant;
  readonly extension?: {readonly requestedAt: Instant; readonly until: Instant; readonly by: string | null};
}

export interface SlowClock {
  readonly complaint_id: string;
  readonly clock: string;
  readonly started_at: Instant | null;
  readonly due_at: Instant | null;
  readonly approved_due_at: Instant | null;
  readonly stopped_at: Instant | null;
  readonly state: string;
  readonly is_provisional: boolean;
}

export interface SlowEscalation {
  readonly complaint_id: string;
  readonly rule: string;
  readonly at: Instant;
  readonly severity: string | null;
  readonly level: string | null;
}

const MINUTE = 60_000;
/** Working hours begin and end, and clocks change, at half hours only. */
const HALF_HOUR = 30 * MINUTE;
const DAY = 24 * 60 * MINUTE;
const HANDLING =
  'dispatched transferred escalated extension_requested extension_approved investigated handling reopened'.split(' ');
const DONE = ['resolved', 'closed'];

type Clock = PolicyVersion['clocks'][number];
type Rule = PolicyVersion['escalation'][number];

/**
 * The clocks and escalations of a policy in the plainest way: one case at a time, one day and one half hour at a time. It says
 * what core.clocks and core.escalations must say, and shares no line with them.
 */
export class SlowClocks {
  /** `2026-01-05T09:00:00` on the wall clock. */
  readonly #local = remembering((at: Instant) => formatIn(this.timeZone).format(at).replace(' ', 'T'));
  readonly #isWorkday = remembering((day: string) => isWorkday(this.calendar, day));

  constructor(
    private readonly policy: Policy,
    private readonly calendar: Calendar,
    private readonly timeZone: string,
    private readonly asOf: Instant
  ) {}

  /** What becomes of a case; `repetition` says which complaint in the same matter it is, from 1. */
  judge(given: SlowCase, repetition = 1): {clocks: SlowClock[]; escalations: SlowEscalation[]} {
    const one = {...given, steps: given.steps.filter(({at}) => at <= this.asOf)};
    let escalations: SlowEscalation[] = [];
    for (;;) {
      const clocks = this.#clocks(one, escalations);
      const next = this.#escalations(one, clocks, escalations, repetition);
      if (JSON.stringify(next) === JSON.stringify(escalations)) return {clocks, escalations};
      escalations = next;
    }
  }

  #version(at: Instant): PolicyVersion {
    const day = this.localDay(at);
    const inForce = this.policy.versions.filter(({effective_from}) => effective_from <= day);
    return inForce.sort((a, b) => a.effective_from.localeCompare(b.effective_from)).at(-1)!;
  }

  #clocks(one: SlowCase, escalations: readonly SlowEscalation[]): SlowClock[] {
    const version = this.#version(one.receivedAt);
    const rules = version.clocks.flatMap((clock) => [
      {...clock, isAim: false},
      ...(clock.aim === undefined ? [] : [{...clock, id: `${clock.id}_aim`, limit: clock.aim, isAim: true}])
    ]);
    const found = new Map<string, SlowClock>();
    for (const rule of rules) {
      if (found.has(rule.id)) continue;
      if (rule.id === 'resolve' && one.dueAt !== undefined) continue;
      const startedAt = this.#start(rule, one, escalations);
      if (startedAt === undefined) continue;
      const severity = severityAt(one, version, escalations, startedAt);
      if (!fits(rule.when, one) || (rule.when?.severity && !rule.when.severity.includes(severity ?? ''))) continue;
      const due = startedAt === null ? null : this.#due(rule, startedAt, version);
      found.set(rule.id, this.#verdict(one, rule, startedAt, due));
    }
    if (one.dueAt !== undefined) {
      const rule = {id: 'resolve', to: 'resolved', isAim: false} as const;
      found.set('resolve', this.#verdict(one, rule, one.receivedAt, {at: one.dueAt, isProvisional: false}));
    }
    return [...found.values()];
  }

  /** When a clock starts; null where its step has not come, undefined where it never concerns the case. */
  #start({from}: Clock, one: SlowCase, escalations: readonly SlowEscalation[]): Instant | null | undefined {
    if (from === 'received') return one.receivedAt;
    if (from === 'escalated_by_rule') {
      return escalations.length === 0 ? undefined : Math.min(...escalations.map(({at}) => at));
    }
    if (from === 'resolved') return resolvedAt(one) ?? null;
    const times = one.steps.filter(({event}) => event === from).map(({at}) => at);
    return (from === 'informed' ? times.at(-1) : times[0]) ?? null;
  }

  #due({limit, unit}: Pick<Clock, 'limit' | 'unit'>, from: Instant, version: PolicyVersion) {
    switch (unit) {
      case 'minutes':
        return {at: from + limit * MINUTE, isProvisional: false};
      case 'hours':
        return {at: from + limit * 60 * MINUTE, isProvisional: false};
      case 'days': {
        let day = addDays(this.localDay(from), limit);
        while (!this.#isWorkday(day)) day = addDays(day, 1);
        return {at: this.#endOf(day), isProvisional: this.#isProvisional(from, day)};
      }
      case 'working_days': {
        let day = this.localDay(from);
        for (let left = limit; left > 0;) {
          day = addDays(day, 1);
          if (this.#isWorkday(day)) left--;
        }
        return {at: this.#endOf(day), isProvisional: this.#isProvisional(from, day)};
      }
      case 'working_hours': {
        let at = from;
        for (let left = limit * 60 * MINUTE; left > 0;) {
          const next = Math.floor(at / HALF_HOUR) * HALF_HOUR + HALF_HOUR;
          const step = Math.min(left, next - at);
          if (this.#isOpen(at, version)) {
            left -= step;
            at += step;
          } else at = next;
        }
        return {at, isProvisional: this.#isProvisional(from, this.localDay(at))};
      }
    }
  }

  #isOpen(at: Instant, {business_hours}: PolicyVersion): boolean {
    const day = this.localDay(at);
    const time = this.#local(at).slice(11, 16);
    return business_hours.some(
      ({from, to, on}) => from <= time && time < to && (on === 'every_day' || this.#isWorkday(day))
    );
  }

  #isProvisional(from: Instant, last: string): boolean {
    for (let day = this.localDay(from); day <= last; day = addDays(day, 1)) {
      if (!isKnown(this.calendar, day)) return true;
    }
    return false;
  }

  #verdict(
    one: SlowCase,
    {id, to, isAim}: {readonly id: string; readonly to: string; readonly isAim: boolean},
    startedAt: Instant | null,
    due: {readonly at: Instant; readonly isProvisional: boolean} | null
  ): SlowClock {
    const isSolution = to === 'resolved';
    const approved = due && isSolution && !isAim ? this.#approvedDue(one, due.at) : (due?.at ?? null);
    const stoppedAt = stopOf(one, to, startedAt);
    const isOpenAt = (at: Instant) =>
      isSolution && isReopened(one) && spells(one).some(([from, until]) => from <= at && at < until);
    const isMetBy = (at: Instant | null) => at !== null && stoppedAt !== null && stoppedAt <= at && !isOpenAt(at);
    const state = (): string => {
      if (startedAt === null) return 'not_applicable';
      if (isMetBy(due?.at ?? null)) return 'met';
      if (isMetBy(approved)) return 'met_by_extension';
      if (stoppedAt !== null && (isDone(one) || !isSolution)) return 'missed';
      if (approved !== null && approved > this.asOf) return 'running';
      return isDone(one) ? 'missed' : 'overdue';
    };
    return {
      complaint_id: one.id,
      clock: id,
      started_at: startedAt,
      due_at: due?.at ?? null,
      approved_due_at: approved,
      stopped_at: stoppedAt,
      state: state(),
      is_provisional: due?.isProvisional ?? false
    };
  }

  #approvedDue(one: SlowCase, due: Instant): Instant {
    const {extension} = one;
    const rule = this.#version(one.receivedAt).extension;
    if (!extension || extension.by === null || extension.requestedAt > this.asOf) return due;
    if (extension.requestedAt > due || extension.until <= due) return due;
    return !rule || rule.approvers.some((word) => extension.by?.includes(word)) ? extension.until : due;
  }

  #escalations(
    one: SlowCase,
    clocks: readonly SlowClock[],
    before: readonly SlowEscalation[],
    repetition: number
  ): SlowEscalation[] {
    if ((one.kind ?? 'complaint') !== 'complaint' || one.steps.some(({event}) => event === 'invalidated')) return [];
    const version = this.#version(one.receivedAt);
    const gradeOf = (code: string | undefined) => version.severities.findIndex((severity) => severity.code === code);
    const found: SlowEscalation[] = [];
    for (const rule of version.escalation) {
      if (rule.level === undefined && gradeOf(rule.severity) <= gradeOf(one.severity)) continue;
      const at = this.#escalatedAt(rule, one, clocks, before, repetition);
      if (at === undefined || at > this.asOf) continue;
      found.push({complaint_id: one.id, rule: rule.id, at, severity: rule.severity ?? null, level: rule.level ?? null});
    }
    return found;
  }

  #escalatedAt(
    {when}: Rule,
    one: SlowCase,
    clocks: readonly SlowClock[],
    before: readonly SlowEscalation[],
    repetition: number
  ): Instant | undefined {
    const times = [one.receivedAt];
    if (!fits(when, one)) return undefined;
    if (when.risk && !when.risk.includes(one.risk ?? '')) return undefined;
    if (when.repeated !== undefined && repetition < when.repeated) return undefined;
    if (when.affected_share_over !== undefined && !((one.affectedShare ?? 0) > when.affected_share_over))
      return undefined;
    if (when.about_leader !== undefined && one.aboutLeader !== when.about_leader) return undefined;
    if (when.amount_over !== undefined && !((one.amount ?? 0) > when.amount_over)) return undefined;
    if (when.severity && !when.severity.includes(one.severity ?? '')) {
      const raised = before.filter(({severity}) => when.severity?.includes(severity ?? '')).map(({at}) => at);
      if (raised.length === 0) return undefined;
      times.push(Math.min(...raised));
    }
    if (when.overdue !== undefined) {
      const clock = clocks.find((each) => each.clock === when.overdue);
      if (!clock || !['missed', 'overdue'].includes(clock.state)) return undefined;
      times.push(clock.approved_due_at!);
    }
    if (when.open_days !== undefined || when.open_months !== undefined) {
      const at = this.#addMonths(one.receivedAt, when.open_months ?? 0) + (when.open_days ?? 0) * DAY;
      if (!spells(one).some(([from, until]) => from <= at && at < until)) return undefined;
      times.push(at);
    }
    return Math.max(...times);
  }

  #addMonths(at: Instant, months: number): Instant {
    const local = new Date(`${this.#local(at)}Z`);
    const day = local.getUTCDate();
    local.setUTCDate(1);
    local.setUTCMonth(local.getUTCMonth() + months);
    const length = new Date(Date.UTC(local.getUTCFullYear(), local.getUTCMonth() + 1, 0)).getUTCDate();
    local.setUTCDate(Math.min(day, length));
    return this.#instant(local.toISOString().slice(0, 19)) + (at % 1000);
  }

  localDay(at: Instant): string {
    return this.#local(at).slice(0, 10);
  }

  #endOf(day: string): Instant {
    return this.#instant(`${addDays(day, 1)}T00:00:00`);
  }

  /** The instant at which the wall clock shows a time, found by trying what the zone could be ahead. */
  #instant(local: string): Instant {
    const base = Date.parse(`${local}Z`);
    for (let quarter = -56; quarter <= 56; quarter++) {
      const at = base + quarter * 15 * MINUTE;
      if (this.#local(at) === local) return at;
    }
    throw new Error(`${local} does not exist in ${this.timeZone}`);
  }
}

/** The same function, which works out each answer once. */
function remembering<From, To>(workOut: (from: From) => To): (from: From) => To {
  const known = new Map<From, To>();
  return (from) => {
    const answer = known.get(from) ?? workOut(from);
    known.set(from, answer);
    return answer;
  };
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatIn(timeZone: string): Intl.DateTimeFormat {
  const found =
    formats.get(timeZone) ?? new Intl.DateTimeFormat('sv-SE', {timeZone, dateStyle: 'short', timeStyle: 'medium'});
  formats.set(timeZone, found);
  return found;
}

function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY).toISOString().slice(0, 10);
}

function fits(when: Clock['when'], one: SlowCase): boolean {
  const among = (codes: readonly string[] | undefined, value: string | undefined) =>
    !codes || codes.includes(value ?? '');
  return (
    among(when?.kind, one.kind ?? 'complaint') &&
    among(when?.category, one.category) &&
    among(when?.channel, one.channel) &&
    among(when?.segment, one.segment) &&
    among(when?.responsibility, one.responsibility)
  );
}

function severityAt(
  one: SlowCase,
  {severities}: PolicyVersion,
  escalations: readonly SlowEscalation[],
  at: Instant | null
): string | undefined {
  const raised = escalations.filter((each) => each.severity !== null && at !== null && each.at <= at);
  const gravest = severities.filter(({code}) => raised.some(({severity}) => severity === code)).at(-1);
  return gravest?.code ?? one.severity;
}

/** From when to when the case was open. */
function spells(one: SlowCase): [Instant, Instant][] {
  const found: [Instant, Instant][] = [];
  let since: Instant | undefined = one.receivedAt;
  for (const {event, at} of one.steps) {
    if (DONE.includes(event) && since !== undefined) {
      found.push([since, at]);
      since = undefined;
    } else if (HANDLING.includes(event)) since ??= at;
  }
  if (since !== undefined) found.push([since, Infinity]);
  return found;
}

function isDone(one: SlowCase): boolean {
  return spells(one).at(-1)?.[1] !== Infinity;
}

function isReopened(one: SlowCase): boolean {
  return spells(one).length > 1;
}

/** When a case that is done was solved for good. */
function resolvedAt(one: SlowCase): Instant | undefined {
  return isDone(one) ? spells(one).at(-1)?.[1] : undefined;
}

function stopOf(one: SlowCase, to: string, startedAt: Instant | null): Instant | null {
  if (to === 'resolved') {
    const first = one.steps.find(({event}) => DONE.includes(event))?.at;
    const isAfter = first !== undefined && startedAt !== null && first >= startedAt;
    return (isAfter ? first : resolvedAt(one)) ?? null;
  }
  const times = one.steps.filter(({event}) => event === to).map(({at}) => at);
  const at = (['informed', 'called_back'].includes(to) ? times.at(-1) : times[0]) ?? null;
  return at !== null && startedAt !== null && isReopened(one) && at < startedAt ? null : at;
}
