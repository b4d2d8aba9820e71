import type {CaseHistory} from './caseHistory.ts';
import type {Company} from './company.ts';
import {businessMoment, wholeSecond} from './businessMoment.ts';
import {DAY, dateTimeText, knownTime} from './localTime.ts';
import {RandomStream} from './randomStream.ts';
import type {Entry} from './row.ts';

/** What the handler of a case did wrong, and what followed; nothing in nearly all cases. */
export function violationEntries(company: Company, {case: each, way}: CaseHistory): Entry[] {
  const {violations} = company;
  const stream = new RandomStream(company.profile.seed, 'violation', each.key);
  const share = violations?.share_by_category[each.category] ?? violations?.share ?? 0;
  if (!violations || way.resolvedAt === undefined || !stream.chance(share)) return [];
  const at = wholeSecond(way.respondedAt + stream.uniform() * (way.resolvedAt - way.respondedAt));
  const kind = stream.weighted(violations.kinds);
  const days = Math.min(stream.logNormal(violations.decide_days.median, violations.decide_days.spread), 90);
  const decidedAt = businessMoment(company, way.resolvedAt + days * DAY, stream);
  const penalty = stream.weighted(violations.penalties[kind] ?? {});
  const fine = Math.ceil(stream.logNormal(violations.fine.median, violations.fine.spread) / 50) * 50;
  const text = stream.pick(violations.texts[kind] ?? ['']);
  const number = `${violations.prefix}${each.number}`;
  return [
    {
      kind: 'violation',
      at,
      order: number,
      row: (asOf) => {
        const isDecided = decidedAt <= asOf;
        return {
          violation_id: number,
          happened_at: dateTimeText(at),
          kind,
          staff: each.handler,
          department: each.department,
          complaint_id: each.number,
          decided_at: knownTime(decidedAt, asOf),
          penalty: isDecided ? penalty : null,
          amount: isDecided && penalty === 'fine' ? fine.toFixed(2) : null,
          description: text
        };
      }
    }
  ];
}
