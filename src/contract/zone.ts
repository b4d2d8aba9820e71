import type {LocalTime} from './dateFormat.ts';

/** Throws when the name is not an IANA time zone. */
export function checkZone(name: string): void {
  try {
    new Intl.DateTimeFormat('en', {timeZone: name});
  } catch (cause) {
    throw new Error(`"${name}" is not an IANA time zone such as Asia/Shanghai`, {cause});
  }
}

/**
 * The instant of a local time, in microseconds since 1970. A time that a change to summer time leaps over counts by the
 * offset before the change; one that occurs twice is the later of the two, as in DuckDB.
 */
export function instantOf(local: LocalTime, zone: string): bigint {
  const day = new Date(0).setUTCFullYear(local.year, local.month - 1, local.day);
  const wall = day + ((local.hour * 60 + local.minute) * 60 + local.second) * 1000;
  const instant = local.offsetMinutes === undefined ? wallToInstant(wall, zone) : wall - local.offsetMinutes * 60_000;
  return BigInt(instant) * 1000n + BigInt(local.microsecond);
}

function wallToInstant(wall: number, zone: string): number {
  const DAY = 86_400_000;
  const before = offsetAt(wall - DAY, zone);
  const after = offsetAt(wall + DAY, zone);
  const fits = [before, after]
    .map((offset) => wall - offset)
    .filter((instant) => wall - instant === offsetAt(instant, zone));
  return fits.length > 0 ? Math.max(...fits) : wall - before;
}

/** Milliseconds east of UTC at an instant (milliseconds since 1970). */
export function offsetAt(instant: number, zone: string): number {
  const parts = Object.fromEntries(
    formatterFor(zone)
      .formatToParts(instant)
      .map(({type, value}) => [type, Number(value)])
  );
  const {year, month, day, hour, minute, second} = parts;
  const wall = Date.UTC(year!, month! - 1, day, hour! % 24, minute, second);
  return wall - Math.floor(instant / 1000) * 1000;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterFor(zone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(zone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-u-ca-iso8601-nu-latn', {
      timeZone: zone,
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
      hourCycle: 'h23'
    });
    formatters.set(zone, formatter);
  }
  return formatter;
}

interface SteadyOffset {
  readonly fromYear: number;
  readonly milliseconds: number;
}

const steadyOffsets = new Map<string, SteadyOffset | undefined>();

/** The first whole year from which a zone has kept one offset to this day and on, with that offset; none with summer time. */
export function steadyOffset(zone: string): SteadyOffset | undefined {
  // It asks for hundreds of months, and every date column of every query asks for it.
  if (!steadyOffsets.has(zone)) steadyOffsets.set(zone, findSteadyOffset(zone));
  return steadyOffsets.get(zone);
}

function findSteadyOffset(zone: string): SteadyOffset | undefined {
  const LAST = 2060;
  const at = (month: number) => offsetAt(Date.UTC(Math.floor(month / 12), month % 12, 1), zone);
  const milliseconds = at(LAST * 12);
  let month = LAST * 12;
  while (month > 1970 * 12 && at(month - 1) === milliseconds) month--;
  const fromYear = Math.floor(month / 12) + 1;
  return fromYear > 2000 ? undefined : {fromYear, milliseconds};
}
