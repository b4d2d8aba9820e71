/** A way of writing dates, in strptime's tokens, with the pattern that a text must match in full. */
export interface DateFormat {
  readonly format: string;
  /** The pattern without anchors or groups that capture: the same source serves RE2 and JavaScript. */
  readonly pattern: string;
  /** The tokens in the order of the pattern's capture groups (see `captures`). */
  readonly tokens: readonly string[];
  /** The pattern with one capture group a token. */
  readonly captures: RegExp;
  readonly hasOffset: boolean;
  /** What SQL reads it with; a plain cast is quicker than strptime and allows for parts left out. */
  readonly reader: 'strptime' | 'cast' | 'serial';
  /** The year of texts that name none. */
  readonly year?: number;
}

/** The word for the day numbers of spreadsheets, such as 46086.375: days since 1899-12-30, read to the nearest second. */
export const SERIAL_FORMAT = '%excel';

/** 1970-01-01 as such a number, and the day after 2199-12-31. */
export const FIRST_SERIAL = 25_569;
export const END_SERIAL = 109_575;

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const LONG_MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December'
];

const TOKENS: Record<string, string> = {
  Y: '[0-9]{4}',
  y: '[0-9]{2}',
  m: '(?:0?[1-9]|1[0-2])',
  d: '(?:0?[1-9]|[12][0-9]|3[01])',
  H: '(?:[01]?[0-9]|2[0-3])',
  I: '(?:0?[1-9]|1[0-2])',
  M: '[0-5]?[0-9]',
  S: '[0-5]?[0-9]',
  f: '[0-9]{1,6}',
  p: '[AaPp][Mm]',
  b: `(?:${MONTHS.join('|')})`,
  B: `(?:${LONG_MONTHS.join('|')})`,
  z: '(?:[+-](?:0[0-9]|1[0-4]):?[0-5][0-9])'
};

/**
 * Reads one strptime format, or SERIAL_FORMAT. Tokens: %Y %y %m %d %H %I %M %S %f %p %b %B %z and %%. Two-digit years
 * follow POSIX: 69 to 99 are 19xx, 00 to 68 are 20xx. A format without a year takes it from `year`.
 *
 * Throws for a token that is not in the list, and for a format that lacks a year, a month or a day.
 */
export function dateFormat(format: string, year?: number): DateFormat {
  if (format === SERIAL_FORMAT) return serialFormat;
  const tokens: string[] = [];
  let pattern = '';
  let captures = '';
  for (let i = 0; i < format.length; i++) {
    const character = format.charAt(i);
    if (character !== '%') {
      pattern += escape(character);
      captures += escape(character);
      continue;
    }
    const token = format.charAt(++i);
    if (token === '%') {
      pattern += '%';
      captures += '%';
      continue;
    }
    const source = TOKENS[token];
    if (source === undefined) {
      throw new Error(
        `the date format "${format}" has "%${token}"; known are %${Object.keys(TOKENS).join(' %')} and %%, and ${SERIAL_FORMAT} alone`
      );
    }
    const width = /^(?:[0-9]|%[YymdHIMSf])/.test(format.slice(i + 1)) ? inFull(source) : source;
    tokens.push(token);
    pattern += width;
    captures += `(${width})`;
  }
  const has = (...names: string[]) => names.some((name) => tokens.includes(name));
  const isYearless = !has('Y', 'y');
  if ((isYearless && year === undefined) || !has('m', 'b', 'B') || !has('d')) {
    throw new Error(
      `the date format "${format}" must have a year (%Y), a month (%m) and a day (%d); where the texts name no year, set year beside formats`
    );
  }
  if (new Set(tokens).size < tokens.length) throw new Error(`the date format "${format}" names a part twice`);
  return {
    format,
    pattern,
    tokens,
    captures: new RegExp(`^${captures}$`),
    hasOffset: has('z'),
    reader: 'strptime',
    ...(isYearless && year !== undefined && {year})
  };
}

const SERIAL = '[0-9]{5,6}(?:\\.[0-9]{1,15})?';
const serialFormat: DateFormat = {
  format: SERIAL_FORMAT,
  pattern: SERIAL,
  tokens: [],
  captures: new RegExp(`^${SERIAL}$`),
  hasOffset: false,
  reader: 'serial'
};

/** A part that digits follow at once must have all its own: in `%y%m%d`, `44927` can't be told apart. */
function inFull(source: string): string {
  return source.replaceAll('0?', '0').replace('[01]?', '[01]').replace('[0-5]?', '[0-5]').replace('{1,6}', '{6}');
}

/** The formats that are tried where a source names none: ISO 8601 and its usual relatives, year first. */
export const DEFAULT_FORMATS: readonly DateFormat[] = [
  isoFormat('-', false),
  isoFormat('-', true),
  isoFormat('/', false),
  ...['%Y年%m月%d日', '%Y年%m月%d日 %H:%M', '%Y年%m月%d日 %H:%M:%S', '%Y年%m月%d日%H时%M分', '%Y.%m.%d'].map((format) =>
    dateFormat(format)
  )
];

function isoFormat(separator: '-' | '/', hasOffset: boolean): DateFormat {
  const group = (token: string, source = TOKENS[token]!) => `(${source})`;
  const zone = hasOffset ? group('z', `Z|${TOKENS['z']!}`) : '';
  const time = `[ T]${group('H')}:${group('M')}(?::${group('S')}(?:\\.${group('f', '[0-9]{1,9}')})?)?${zone}`;
  const source = [group('Y'), group('m'), group('d')].join(separator) + (hasOffset ? time : `(?:${time})?`);
  return {
    format: `YYYY${separator}MM${separator}DD${hasOffset ? ' HH:MM:SS+HH:MM' : ' HH:MM:SS'}`,
    pattern: source.replaceAll(/\((?!\?)/g, '(?:'),
    tokens: ['Y', 'm', 'd', 'H', 'M', 'S', 'f', ...(hasOffset ? ['z'] : [])],
    captures: new RegExp(`^${source}$`),
    hasOffset,
    reader: 'cast'
  };
}

/** A date and time of day as written, without a zone. */
export interface LocalTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly microsecond: number;
  /** Minutes east of UTC, where the text says so. */
  readonly offsetMinutes?: number;
}

/** Reads a text in one format; undefined when it does not match or names a day that does not exist. */
export function parseLocalTime(value: string, format: DateFormat): LocalTime | undefined {
  const match = format.captures.exec(value);
  if (!match) return undefined;
  if (format.reader === 'serial') return serialTime(Number(value));
  const part = (...tokens: string[]): string | undefined => {
    const index = format.tokens.findIndex((token) => tokens.includes(token));
    return index < 0 ? undefined : match[index + 1];
  };
  const year = format.year ?? (part('Y') === undefined ? fullYear(Number(part('y'))) : Number(part('Y')));
  const month = monthNumber(part('m', 'b', 'B')!);
  const day = Number(part('d'));
  if (!dayExists(year, month, day)) return undefined;
  const offset = part('z');
  return {
    year,
    month,
    day,
    hour: hourOfDay(Number(part('H', 'I') ?? 0), part('p')),
    minute: Number(part('M') ?? 0),
    second: Number(part('S') ?? 0),
    microsecond: Number((part('f') ?? '').padEnd(6, '0').slice(0, 6)),
    ...(offset !== undefined && {offsetMinutes: offsetMinutes(offset)})
  };
}

function serialTime(days: number): LocalTime | undefined {
  if (days < FIRST_SERIAL || days >= END_SERIAL) return undefined;
  const time = new Date((Math.round(days * 86_400) - FIRST_SERIAL * 86_400) * 1000);
  return {
    year: time.getUTCFullYear(),
    month: time.getUTCMonth() + 1,
    day: time.getUTCDate(),
    hour: time.getUTCHours(),
    minute: time.getUTCMinutes(),
    second: time.getUTCSeconds(),
    microsecond: 0
  };
}

function dayExists(year: number, month: number, day: number): boolean {
  const date = new Date(Date.UTC(2000, 0, 1));
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

function fullYear(twoDigits: number): number {
  return twoDigits >= 69 ? 1900 + twoDigits : 2000 + twoDigits;
}

function monthNumber(value: string): number {
  if (/^\d/.test(value)) return Number(value);
  return MONTHS.indexOf(value.slice(0, 3)) + 1;
}

function hourOfDay(hour: number, half: string | undefined): number {
  if (half === undefined) return hour;
  return (hour % 12) + (half.toLowerCase() === 'pm' ? 12 : 0);
}

function offsetMinutes(offset: string): number {
  if (offset === 'Z') return 0;
  const sign = offset.startsWith('-') ? -1 : 1;
  return sign * (Number(offset.slice(1, 3)) * 60 + Number(offset.slice(-2)));
}

function escape(character: string): string {
  return /[.*+?^${}()|[\]\\]/.test(character) ? `\\${character}` : character;
}
