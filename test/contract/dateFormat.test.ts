import {describe, expect, it} from 'vitest';
import {DEFAULT_FORMATS, dateFormat, parseLocalTime} from '../../src/contract/dateFormat.ts';

/** `2026-01-31 09:05:07.000250 +480`, with the parts that are there. */
function read(text: string, format: string, year?: number): string | undefined {
  const time = parseLocalTime(text, dateFormat(format, year));
  return time && written(time);
}

function readUsual(text: string): string | undefined {
  const time = DEFAULT_FORMATS.map((format) => parseLocalTime(text, format)).find((found) => found !== undefined);
  return time && written(time);
}

function written({
  year,
  month,
  day,
  hour,
  minute,
  second,
  microsecond,
  offsetMinutes
}: NonNullable<ReturnType<typeof parseLocalTime>>) {
  const two = (value: number) => String(value).padStart(2, '0');
  const date = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
  const fraction = microsecond === 0 ? '' : `.${String(microsecond).padStart(6, '0')}`;
  const offset = offsetMinutes === undefined ? '' : ` ${offsetMinutes >= 0 ? '+' : ''}${offsetMinutes}`;
  return `${date} ${two(hour)}:${two(minute)}:${two(second)}${fraction}${offset}`;
}

describe('parseLocalTime', () => {
  it.each([
    ['2026-01-31', '%Y-%m-%d', '2026-01-31 00:00:00'],
    ['2024-02-29', '%Y-%m-%d', '2024-02-29 00:00:00'],
    ['2026-1-5', '%Y-%m-%d', '2026-01-05 00:00:00'],
    ['31/01/2026 9:05', '%d/%m/%Y %H:%M', '2026-01-31 09:05:00'],
    ['1/31/2026 12:00:01 AM', '%m/%d/%Y %I:%M:%S %p', '2026-01-31 00:00:01'],
    ['1/31/2026 12:00:01 pm', '%m/%d/%Y %I:%M:%S %p', '2026-01-31 12:00:01'],
    ['1/31/2026 01:00:01 PM', '%m/%d/%Y %I:%M:%S %p', '2026-01-31 13:00:01'],
    ['31-Jan-26', '%d-%b-%y', '2026-01-31 00:00:00'],
    ['September 5, 2026', '%B %d, %Y', '2026-09-05 00:00:00'],
    // POSIX strptime: 69 to 99 are 19xx, 00 to 68 are 20xx.
    ['680131', '%y%m%d', '2068-01-31 00:00:00'],
    ['690131', '%y%m%d', '1969-01-31 00:00:00'],
    ['20260131093000', '%Y%m%d%H%M%S', '2026-01-31 09:30:00'],
    ['2026-01-31 09:30:00.25', '%Y-%m-%d %H:%M:%S.%f', '2026-01-31 09:30:00.250000'],
    ['2026-01-31T09:30:00+0800', '%Y-%m-%dT%H:%M:%S%z', '2026-01-31 09:30:00 +480'],
    ['2026-01-31T09:30:00-03:30', '%Y-%m-%dT%H:%M:%S%z', '2026-01-31 09:30:00 -210'],
    ['100% on 2026.01.31', '100%% on %Y.%m.%d', '2026-01-31 00:00:00']
  ])('reads %j by %s', (text, format, expected) => {
    expect(read(text, format)).toBe(expected);
  });

  it.each([
    ['2026-02-29', '%Y-%m-%d', 'a day that does not exist'],
    ['2026-13-01', '%Y-%m-%d', 'a month that does not exist'],
    ['0000-00-00', '%Y-%m-%d', 'nothing but zeros'],
    ['2026-01-31 24:00', '%Y-%m-%d %H:%M', 'an hour that does not exist'],
    ['2026-01-31 13:00 PM', '%Y-%m-%d %I:%M %p', 'an hour that half a day does not have'],
    ['26-01-31', '%Y-%m-%d', 'a year of two digits'],
    ['2026-01-31 ', '%Y-%m-%d', 'more than the format'],
    ['44927', '%y%m%d', 'digits that can be told apart in two ways'],
    ['2026-01-31T09:30:00+15:00', '%Y-%m-%dT%H:%M:%S%z', 'an offset that no zone has'],
    ['31-jan-26', '%d-%b-%y', 'a month in small letters']
  ])('refuses %j by %s: %s', (text, format) => {
    expect(read(text, format)).toBeUndefined();
  });
});

describe('the number of a day', () => {
  it.each([
    ['46086', '2026-03-05 00:00:00'],
    ['46086.375', '2026-03-05 09:00:00'],
    ['46086.99999', '2026-03-05 23:59:59'],
    ['46086.999999', '2026-03-06 00:00:00'],
    ['46086.3753472222', '2026-03-05 09:00:30'],
    ['25569', '1970-01-01 00:00:00'],
    ['109574', '2199-12-31 00:00:00']
  ])('%s is %s', (text, expected) => {
    expect(read(text, '%excel')).toBe(expected);
  });

  it.each(['25568', '109575', '4608', '46086.', '46,086', '-46086', '20260305', '13800138000'])('is not %s', (text) => {
    expect(read(text, '%excel')).toBeUndefined();
  });
});

describe('a format without a year', () => {
  it.each([
    ['3月5日', '%m月%d日', '2026-03-05 00:00:00'],
    ['3/5 9:05', '%m/%d %H:%M', '2026-03-05 09:05:00'],
    ['Mar 5', '%b %d', '2026-03-05 00:00:00']
  ])('takes it from the setting: %j by %s', (text, format, expected) => {
    expect(read(text, format, 2026)).toBe(expected);
  });

  it('knows the leap years', () => {
    expect(read('2月29日', '%m月%d日', 2026)).toBeUndefined();
    expect(read('2月29日', '%m月%d日', 2028)).toBe('2028-02-29 00:00:00');
  });

  it('does not overrule the year of another', () => {
    expect(read('2025年3月5日', '%Y年%m月%d日', 2026)).toBe('2025-03-05 00:00:00');
  });
});

describe('the usual formats', () => {
  it.each([
    ['2026-01-31', '2026-01-31 00:00:00'],
    ['2026/1/31 9:05', '2026-01-31 09:05:00'],
    ['2026-03-05 9:5', '2026-03-05 09:05:00'],
    ['2026-01-31T09:05:07.123456789Z', '2026-01-31 09:05:07.123456 +0'],
    ['2026-01-31 09:05:07+08:00', '2026-01-31 09:05:07 +480'],
    ['2026年1月31日', '2026-01-31 00:00:00'],
    ['2026年01月31日 09:05', '2026-01-31 09:05:00'],
    ['2026年1月31日9时5分', '2026-01-31 09:05:00'],
    ['2026.01.31', '2026-01-31 00:00:00']
  ])('read %s', (text, expected) => {
    expect(readUsual(text)).toBe(expected);
  });

  it.each([
    '31/01/2026',
    '01-31-2026',
    '20260131',
    '2026-01',
    '2026-01-31 9',
    'yesterday',
    '2026-01-31 09:05:07 +08:00'
  ])('refuse %s', (text) => {
    expect(readUsual(text)).toBeUndefined();
  });
});

describe('dateFormat', () => {
  it.each([
    ['%Y-%m-%q', 'the date format "%Y-%m-%q" has "%q"; known are %Y %y %m %d %H %I %M %S %f %p %b %B %z and %%'],
    ['%Y-%m', 'the date format "%Y-%m" must have a year (%Y), a month (%m) and a day (%d)'],
    ['%d/%m/%Y %d', 'the date format "%d/%m/%Y %d" names a part twice'],
    ['%Y-%m-%', 'the date format "%Y-%m-%" has "%"']
  ])('refuses %s', (format, message) => {
    expect(() => dateFormat(format)).toThrow(message);
  });
});
