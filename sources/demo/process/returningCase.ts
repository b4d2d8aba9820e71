import type {Company} from './company.ts';
import type {ComplaintCase} from './complaintCase.ts';
import {DAY, HOUR, startOfDay} from './localTime.ts';
import {RandomStream} from './randomStream.ts';
import {staffOf} from './staff.ts';

/**
 * The next case of a customer whom the first one left unhappy: the same service and category some days later, by another
 * channel perhaps, and often graver. Undefined for most cases, and after the second return.
 */
export function returningCase(company: Company, first: ComplaintCase): ComplaintCase | undefined {
  const {returning, severities, risks, channels, volume, seed} = company.profile;
  const stream = new RandomStream(seed, 'return', first.key);
  if (first.kind !== 'complaint' || first.key.endsWith('++') || !stream.chance(returning.share)) return undefined;
  const gap = stream.logNormal(returning.median_days, returning.spread);
  const hour = stream.weightedIndex(volume.hour);
  const day = startOfDay(first.receivedAt) + Math.ceil(Math.min(gap, returning.longest_days)) * DAY;
  const grades = Object.keys(severities);
  const grade = grades.indexOf(first.severity) + (stream.chance(0.35) ? 1 : 0);
  const severity = grades[Math.min(grade, grades.length - 1)] ?? first.severity;
  const receivedAt = day + hour * HOUR + stream.integer(0, 3599) * 1000;
  return {
    ...first,
    key: `${first.key}+`,
    receivedAt,
    channel: stream.chance(0.6) ? first.channel : stream.weighted(channels),
    severity,
    risk: stream.weighted(risks[severity] ?? {}),
    handler: stream.pick(staffOf(company, first.department, receivedAt))
  };
}
