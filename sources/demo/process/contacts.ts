import {businessMoment} from './businessMoment.ts';
import type {Company} from './company.ts';
import type {ComplaintCase} from './complaintCase.ts';
import {DAY, HOUR, type LocalTime} from './localTime.ts';
import {RandomStream} from './randomStream.ts';

/** When the customer of an open case was told how it stands: soon, then every few days, and never in some cases. */
export function contactsBetween(
  company: Company,
  each: ComplaintCase,
  from: LocalTime,
  until: LocalTime
): readonly LocalTime[] {
  const {share_silent, first_hours, every_days, at_most} = company.process.contacts;
  const stream = new RandomStream(company.profile.seed, 'contacts', each.key);
  if (stream.chance(share_silent)) return [];
  const moments: LocalTime[] = [];
  let at = businessMoment(company, from + stream.logNormal(first_hours.median, first_hours.spread) * HOUR, stream);
  while (at < until && moments.length < at_most) {
    moments.push(at);
    at = businessMoment(company, at + stream.logNormal(every_days, 0.6) * DAY, stream);
  }
  return moments;
}
