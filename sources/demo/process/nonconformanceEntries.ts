import {businessMoment} from './businessMoment.ts';
import type {CaseHistory} from './caseHistory.ts';
import type {Company} from './company.ts';
import {DAY, dateTimeText, knownTime, type LocalTime, startOfDay} from './localTime.ts';
import {filled} from './filledText.ts';
import {RandomStream} from './randomStream.ts';
import type {Entry} from './row.ts';

/** The sheet on which quality asks the unit that made the goods for cause and measures; for some valid cases only. */
export function nonconformanceEntries(company: Company, {case: each, way, findings}: CaseHistory): Entry[] {
  const {nonconformances: sheets, departments, services} = company;
  const stream = new RandomStream(company.profile.seed, 'nonconformance', each.key);
  const isForQuality = sheets?.categories.includes(each.category) && each.kind === 'complaint';
  if (!sheets || !isForQuality || way.invalidatedAt !== undefined) return [];
  if (findings.responsibility === 'not_ours' || !stream.chance(sheets.share)) return [];
  const after = (at: LocalTime, {median, spread}: {median: number; spread: number}) =>
    businessMoment(company, at + Math.min(stream.logNormal(median, spread), 45) * DAY, stream);

  const issuedAt = after(way.dispatchedAt, sheets.issue_days);
  const dueAt = startOfDay(issuedAt) + (sheets.due_days + 1) * DAY - 1000;
  const {median, spread} = sheets.share_of_limit;
  const answeredAt = after(issuedAt, {median: median * sheets.due_days, spread});
  const verifiedAt = after(answeredAt, sheets.verify_days);
  const closedAt = after(verifiedAt, sheets.close_days);
  const number = `${sheets.prefix}${each.number}`;
  const handler = stream.pick(departments.quality?.staff ?? ['']);
  const quantity = String(Math.ceil(stream.logNormal(sheets.quantity.median, sheets.quantity.spread)));
  const corrective = filled(company, each, stream.pick(sheets.corrective), stream);
  return [
    {
      kind: 'nonconformance',
      at: issuedAt,
      order: number,
      row: (asOf) => {
        const isAnswered = answeredAt <= asOf;
        return {
          nonconformance_id: number,
          issued_at: dateTimeText(issuedAt),
          complaint_id: each.number,
          product: each.service,
          defect: each.subcategory,
          department: services[each.service]?.maker ?? each.department,
          handler,
          due_at: dateTimeText(dueAt),
          answered_at: knownTime(answeredAt, asOf),
          cause: isAnswered ? `${each.cause.direct}，${each.cause.indirect}` : null,
          corrective_measure: isAnswered ? corrective : null,
          preventive_measure: isAnswered ? each.cause.measure : null,
          verified_at: knownTime(verifiedAt, asOf),
          closed_at: knownTime(closedAt, asOf),
          quantity
        };
      }
    }
  ];
}
