import {expect, it} from 'vitest';
import {springFestival} from '../../../sources/demo/process/springFestival.ts';

it('knows when the lunar year begins', () => {
  const dates = [2023, 2024, 2025, 2026, 2033].map((year) => new Date(springFestival(year)).toISOString().slice(0, 10));
  expect(dates).toEqual(['2023-01-22', '2024-02-10', '2025-01-29', '2026-02-17', '2033-01-31']);
});
