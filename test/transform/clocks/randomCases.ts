import fc from 'fast-check';
import type {PolicyVersion} from '../../../pipelines/policies/schema.ts';
import type {StagedRow} from '../smallWorld.ts';
import type {Instant, SlowCase} from './slowClocks.ts';

/** A case with the customer who brought it. */
export interface RandomCase extends SlowCase {
  readonly customer: string;
}

const SECOND = 1000;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** The usual way of a case; each step may be left out. */
const WAY =
  'registered dispatched responded contacted investigated escalated resolved informed called_back closed archived'.split(
    ' '
  );
const SECOND_TURN = 'reopened resolved informed closed'.split(' ');

/** Times that people keep to: gaps that are as long as limits are, to the second. */
const neatGap = fc.constantFrom(5 * 60, 15 * 60, 1800, 3600, 7200, 4 * 3600, 8 * 3600, 86_400, 3 * 86_400);
const longGap = fc.double({min: 0, max: 14.5, noNaN: true}).map((power) => Math.round(Math.exp(power)));
const gap = fc
  .oneof({weight: 1, arbitrary: neatGap}, {weight: 4, arbitrary: longGap})
  .map((seconds) => seconds * SECOND);
/** Times of day at which something begins or ends, and any others. */
const secondOfDay = fc.oneof(
  fc.constantFrom(0, 8.5 * 3600, 9 * 3600, 12 * 3600, 18 * 3600),
  fc.integer({min: 0, max: 86_399})
);

/** So many cases received between two days (YYYY-MM-DD), with histories of every kind that a policy knows. */
export function randomCases(version: PolicyVersion, count: number, from: string, to: string): RandomCase[] {
  const days = (Date.parse(to) - Date.parse(from)) / DAY;
  const among = (codes: readonly string[]) => (codes.length === 0 ? fc.constant(undefined) : fc.constantFrom(...codes));
  const one = fc.record({
    day: fc.integer({min: 0, max: days}),
    second: secondOfDay,
    steps: fc.array(fc.record({isTaken: fc.integer({max: 9, min: 0}), gap}), {
      minLength: WAY.length,
      maxLength: WAY.length
    }),
    secondTurn: fc.option(fc.array(gap, {minLength: 4, maxLength: 4}), {freq: 6}),
    isInvalid: fc.integer({min: 0, max: 19}).map((of20) => of20 === 0),
    kind: fc.constantFrom(undefined, undefined, 'complaint', 'suggestion'),
    severity: among(version.severities.map(({code}) => code)),
    category: among(version.categories.slice(0, 2).map(({code}) => code)),
    channel: fc.constantFrom('phone', 'third_party'),
    responsibility: fc.constantFrom(undefined, 'ours', 'not_ours'),
    risk: among(version.risks.map(({code}) => code)),
    affectedShare: fc.constantFrom(undefined, undefined, 0.1, 0.5, 0.6),
    aboutLeader: fc.constantFrom(undefined, false, false, true),
    amount: fc.constantFrom(undefined, 100, 5000),
    due: fc.option(fc.integer({min: 1, max: 10}), {freq: 9}),
    extension: fc.option(
      fc.record({
        after: gap,
        days: fc.integer({min: 1, max: 20}),
        by: fc.constantFrom('副总裁 周', '客服总监 李', null)
      }),
      {freq: 3}
    ),
    customer: fc.integer({min: 1, max: 60})
  });
  return fc.sample(one, {numRuns: count, seed: 20_260_101}).map((drawn, i): RandomCase => {
    const receivedAt = Date.parse(from) + drawn.day * DAY + drawn.second * SECOND;
    let at = receivedAt;
    const steps: {event: string; at: Instant}[] = [];
    for (const [place, step] of drawn.steps.entries()) {
      if (step.isTaken < 2) continue;
      at += step.gap;
      steps.push({event: WAY[place]!, at});
      if (drawn.isInvalid && place === 4) steps.push({event: 'invalidated', at});
    }
    for (const [place, more] of (drawn.secondTurn ?? []).entries()) {
      at += more;
      steps.push({event: SECOND_TURN[place]!, at});
    }
    const {
      extension,
      due,
      customer,
      kind,
      severity,
      category,
      channel,
      responsibility,
      risk,
      affectedShare,
      aboutLeader,
      amount
    } = drawn;
    const requestedAt = extension && receivedAt + extension.after;
    if (requestedAt !== null) steps.push({event: 'extension_requested', at: requestedAt});
    steps.sort((a, b) => a.at - b.at);
    const given = {kind, severity, category, channel, responsibility, risk, affectedShare, aboutLeader, amount};
    return {
      id: `case ${String(i).padStart(4, '0')}`,
      receivedAt,
      steps,
      customer: `customer ${customer}`,
      ...(Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as Partial<SlowCase>),
      ...(due !== null && {dueAt: receivedAt + due * DAY}),
      ...(extension && {
        extension: {
          requestedAt: receivedAt + extension.after,
          until: receivedAt + extension.days * DAY,
          by: extension.by
        }
      })
    };
  });
}

/** Cases as rows of staging, in the order of their receipt. */
export function stagedCases(cases: readonly RandomCase[]): {complaint: StagedRow[]; complaint_event: StagedRow[]} {
  const text = (at: Instant) => new Date(at).toISOString();
  const complaint = cases.map((one): StagedRow => {
    const row = {
      complaint_id: one.id,
      received_at: text(one.receivedAt),
      customer_id: one.customer,
      kind: one.kind,
      severity: one.severity,
      category: one.category,
      channel: one.channel,
      customer_segment: one.segment,
      responsibility: one.responsibility,
      risk: one.risk,
      affected_share: one.affectedShare,
      about_leader: one.aboutLeader,
      compensation_amount: one.amount,
      due_at: one.dueAt === undefined ? undefined : text(one.dueAt),
      extension_until: one.extension && text(one.extension.until),
      extension_approved_by: one.extension?.by ?? undefined
    };
    return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as StagedRow;
  });
  const events = cases.flatMap(({id, steps}) => steps.map(({event, at}) => ({complaint_id: id, at: text(at), event})));
  return {complaint, complaint_event: events};
}

/** Which complaint in the same matter each valid case is: an earlier one of the customer within the window makes it the next. */
export function repetitions(
  cases: readonly RandomCase[],
  {recurrence}: PolicyVersion,
  asOf: Instant
): Map<string, number> {
  const counts = new Map<string, number>();
  const last = new Map<string, {at: Instant; count: number}>();
  const sorted = [...cases].sort((a, b) => a.receivedAt - b.receivedAt);
  for (const one of sorted) {
    const isInvalid = one.steps.some(({event, at}) => event === 'invalidated' && at <= asOf);
    if ((one.kind ?? 'complaint') !== 'complaint' || isInvalid) continue;
    const matter = [one.customer, ...recurrence.match.map((key) => (key === 'category' ? one.category : ''))].join('|');
    const before = last.get(matter);
    const isRepeated = before !== undefined && before.at >= one.receivedAt - recurrence.window_days * DAY;
    const count = isRepeated ? before.count + 1 : 1;
    counts.set(one.id, count);
    last.set(matter, {at: one.receivedAt, count});
  }
  return counts;
}
