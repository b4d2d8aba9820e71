import {describe, expect, test} from 'vitest';
import {readDay, readInstant} from '../../src/cli/options.ts';
import {readPeriod} from '../../src/cli/period.ts';
import {UsageError} from '../../src/config/problems.ts';

describe('a period', () => {
  test.each([
    ['2026', 'year', '2026-01-01'],
    ['2026-Q1', 'quarter', '2026-01-01'],
    ['2026-Q3', 'quarter', '2026-07-01'],
    ['2026-10', 'month', '2026-10-01'],
    ['2026-10-01', 'month', '2026-10-01'],
    ['2026-W01', 'week', '2025-12-29'],
    ['2026-W40', 'week', '2026-09-28'],
    ['2026-W53', 'week', '2026-12-28'],
    ['2024-W01', 'week', '2024-01-01'],
    ['2020-W53', 'week', '2020-12-28']
  ])('%s is a %s from %s', (text, grain, start) => {
    expect(readPeriod(text)).toEqual({grain, start});
  });

  test.each([
    '',
    '26',
    '2026-13',
    '2026-00',
    '2026-Q5',
    '2026-Q0',
    '2026-10-15',
    '2026-1',
    'October',
    ' 2026',
    '2026-w40'
  ])('"%s" is none', (text) => {
    expect(() => readPeriod(text)).toThrow(`"${text}" is no period; give 2026, 2026-Q3, 2026-10 or 2026-W40`);
    expect(() => readPeriod(text)).toThrow(UsageError);
  });

  test.each([
    ['2025-W53', '"2025-W53": 2025 has no week 53'],
    ['2026-W00', '"2026-W00": 2026 has no week 0'],
    ['2026-W54', '"2026-W54": 2026 has no week 54']
  ])('%s is refused', (text, message) => {
    expect(() => readPeriod(text)).toThrow(message);
  });
});

describe('a day', () => {
  test.each([
    ['2026-10-05', 'first', '2026-10-05'],
    ['2026-10-05', 'last', '2026-10-05'],
    ['2026-10', 'first', '2026-10-01'],
    ['2026-10', 'last', '2026-10-31'],
    ['2024-02', 'last', '2024-02-29'],
    ['2026', 'first', '2026-01-01'],
    ['2026', 'last', '2026-12-31']
  ] as const)('%s as the %s is %s', (text, edge, day) => {
    expect(readDay(text, '--from', edge)).toBe(day);
  });

  test.each(['', 'yesterday', '2026-13', '2026-02-30', '2026-10-1', '2026-Q3'])('"%s" is none', (text) => {
    expect(() => readDay(text, '--to', 'last')).toThrow(
      `--to: expected a day, month or year such as 2026-10-01, 2026-10 or 2026, got "${text}"`
    );
  });
});

describe('a time', () => {
  test.each([
    ['2026-10-01T00:00:00+08:00', '2026-09-30T16:00:00.000Z'],
    ['2026-10-01T00:00Z', '2026-10-01T00:00:00.000Z'],
    ['2026-10-01T08:00:00.5+0800', '2026-10-01T00:00:00.500Z'],
    ['2024-02-29T12:00:00-05:00', '2024-02-29T17:00:00.000Z']
  ])('%s is %s', (text, time) => {
    expect(readInstant(text, '--as-of').toISOString()).toBe(time);
  });

  test.each(['', 'now', '2026-10-01', '2026-10-01T00:00:00', '2026-02-30T00:00:00Z', '2026-10-01T25:00:00Z'])(
    '"%s" is none: it has no offset, or does not exist',
    (text) => {
      expect(() => readInstant(text, '--as-of')).toThrow(
        `--as-of: expected a time such as 2026-10-01T00:00:00+08:00, got "${text}"`
      );
    }
  );
});
