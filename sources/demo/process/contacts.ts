import {businessMoment} from './businessMoment.ts';
import type {Company} from './company.ts';
import type {ComplaintCase} from './complaintCase.ts';
import {DAY, type LocalTime} from './localTime.ts';
import {RandomStream} from './randomStream.ts';

/** When the customer of an open case was told how it stands: every few days, and never in some cases. */
export function contactsBetween(
  company: Company,
  each: ComplaintCase,
  from: LocalTime,
  until: LocalTime
): readonly LocalTime[] {
  const {share_silent, every_days, at_most} = company.process.contacts;
  const stream = new RandomStream(company.profile.seed, 'contacts', each.key);
  if (stream.chance(share_silent)) return [];
  const moments: LocalTime[] = [];
  let at = from;
  while (moments.length < at_most) {
    at = businessMoment(company, at + stream.logNormal(every_days, 0.6) * DAY, stream);
    if (at >= until) break;
    moments.push(at);
  }
  return moments;
}
