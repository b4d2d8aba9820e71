import fc from 'fast-check';
import {expect, test} from 'vitest';
import {
  isOver,
  parsePeriod,
  periodAround,
  periodOf,
  sameLastYear,
  shiftPeriod
} from '../../../reports/figures/period.ts';

test('a page name stands for its period, and any other for none', () => {
  expect(parsePeriod('2026-Q4')).toEqual({grain: 'quarter', start: '2026-10-01', id: '2026-Q4'});
  expect(parsePeriod('2026-02')).toEqual({grain: 'month', start: '2026-02-01', id: '2026-02'});
  expect(parsePeriod('2026')).toEqual({grain: 'year', start: '2026-01-01', id: '2026'});
  for (const id of ['2026-13', '2026-Q5', '26-01', 'index', '2026-1']) expect(parsePeriod(id)).toBeUndefined();
});

test('periods shift over the ends of years', () => {
  expect(shiftPeriod(periodOf('month', '2026-01-01'), -1).id).toBe('2025-12');
  expect(shiftPeriod(periodOf('quarter', '2026-10-01'), 1).id).toBe('2027-Q1');
  expect(shiftPeriod(periodOf('year', '2026-01-01'), -2).id).toBe('2024');
  expect(sameLastYear(periodOf('quarter', '2026-04-01'))?.id).toBe('2025-Q2');
  expect(sameLastYear(periodOf('year', '2026-01-01'))).toBeUndefined();
  expect(periodAround(periodOf('month', '2026-11-01'), 'quarter').id).toBe('2026-Q4');
  expect(periodAround(periodOf('month', '2026-11-01'), 'year').id).toBe('2026');
});

test('a period is over from the first minute after it', () => {
  const october = periodOf('month', '2026-10-01');
  expect(isOver(october, '2026-10-31 23:59')).toBe(false);
  expect(isOver(october, '2026-11-01 00:00')).toBe(true);
});

test('shifting there and back changes nothing, and names can be read back', () => {
  const periods = fc
    .tuple(
      fc.constantFrom('month', 'quarter', 'year'),
      fc.integer({min: 1900, max: 2100}),
      fc.integer({min: 1, max: 4})
    )
    .map(
      ([grain, year, quarter]) =>
        `${year}${grain === 'year' ? '' : grain === 'month' ? `-0${quarter}` : `-Q${quarter}`}`
    );
  fc.assert(
    fc.property(periods, fc.integer({min: -500, max: 500}), (id, steps) => {
      const period = parsePeriod(id)!;
      expect(shiftPeriod(shiftPeriod(period, steps), -steps)).toEqual(period);
      expect(parsePeriod(period.id)).toEqual(period);
    })
  );
});
