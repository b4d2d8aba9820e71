import {offsetAt} from '../contract/zone.ts';

/** What a clock in a time zone shows at an instant: YYYY-MM-DD HH:MM. */
export function localTime(instant: Date, zone: string): string {
  const wall = instant.getTime() + offsetAt(instant.getTime(), zone);
  return new Date(wall).toISOString().slice(0, 16).replace('T', ' ');
}
