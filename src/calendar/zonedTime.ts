import {offsetAt} from '../contract/zone.ts';

/** An instant as a clock in a time zone shows it, with the offset: `2026-10-01T09:30:00+08:00`. */
export function zonedTime(instant: Date, zone: string): string {
  const offset = offsetAt(instant.getTime(), zone);
  const minutes = Math.abs(Math.round(offset / 60_000));
  const two = (number: number) => String(number).padStart(2, '0');
  const sign = offset < 0 ? '-' : '+';
  const wall = new Date(instant.getTime() + offset).toISOString().slice(0, 19);
  return `${wall}${sign}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
