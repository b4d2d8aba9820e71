import {expect, test} from 'vitest';
import {monthAfter} from '../../src/forecast/months.ts';

test.each([
  ['2025-11-01', 0, '2025-11-01'],
  ['2025-11-01', 1, '2025-12-01'],
  ['2025-11-30', 2, '2026-01-01'],
  ['2025-12-01', 12, '2026-12-01']
])('%s and %d months', (day, months, expected) => {
  expect(monthAfter(day, months)).toBe(expected);
});
