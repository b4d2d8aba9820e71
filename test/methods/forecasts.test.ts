import {beforeAll, describe, expect, test} from 'vitest';
import {REST} from '../../src/forecast/members.ts';
import {monthAfter} from '../../src/forecast/months.ts';
import {groupsOf} from '../../src/methods/groups.ts';
import type {MethodRow} from '../../src/methods/method.ts';
import {forecasts} from '../../src/methods/forecasts.ts';
import {readModels} from '../../src/transform/model.ts';

const FIRST = '2023-01-01';
const MONTHS = 36;

interface Point {
  readonly kpi: string;
  readonly grain: string;
  readonly dimension: string;
  readonly member: string;
  readonly period_start: string;
  readonly value: number;
}

const series = (dimension: string, member: string, value: (month: number) => number, months = MONTHS): Point[] =>
  Array.from({length: months}, (_, i) => ({
    kpi: 'cases',
    grain: 'month',
    dimension,
    member,
    period_start: monthAfter(FIRST, i),
    value: value(i)
  })).filter((point) => dimension === 'all' || point.value > 0);

/** Counts of a season and a little besides. */
const north = (i: number) => Math.round(30 + 12 * Math.sin((i * Math.PI) / 6)) + ((i * 7) % 5);
const south = (i: number) => 12 + ((i * 5) % 7);
const west = (i: number) => (i % 9 === 0 ? 1 : 0);
const total = (i: number) => north(i) + south(i) + west(i);

const company = (outbreak = 0, months = MONTHS) => {
  const last = (i: number) => (i === months - 1 ? outbreak : 0);
  return [
    ...series('all', 'all', (i) => total(i) + last(i), months),
    ...series('department', '北部', (i) => north(i) + last(i), months),
    ...series('department', '南部', south, months),
    ...series('department', '西部', west, months),
    ...series('category', '', (i) => total(i) + last(i), months)
  ];
};

let options: unknown;
let rows: readonly MethodRow[];
const run = (points: readonly Point[]) => forecasts.run(points, options);
const toCome = (some: readonly MethodRow[]) => some.filter(({actual}) => actual === null);

beforeAll(async () => {
  const {models} = await readModels();
  options = models.find(({name}) => name === 'marts.forecasts')!.method!.options;
  rows = run(company());
});

test('the newest origin has six months of each member, and each of the twelve before it the next month and what came', () => {
  for (const member of ['北部', '南部', REST]) {
    const own = rows.filter((row) => row['dimension'] === 'department' && row['member'] === member);
    expect(toCome(own).map(({origin, period_start, horizon}) => [origin, period_start, horizon])).toEqual(
      [1, 2, 3, 4, 5, 6].map((step) => ['2025-12-01', monthAfter('2025-12-01', step), step])
    );
    const past = own.filter(({actual}) => actual !== null);
    expect(past.map(({period_start}) => period_start)).toEqual(
      Array.from({length: 12}, (_, i) => monthAfter('2025-01-01', i))
    );
  }
  const past = rows.filter((row) => row['member'] === '北部' && row['actual'] !== null);
  expect(past.map(({actual}) => actual)).toEqual(Array.from({length: 12}, (_, i) => north(24 + i)));
});

test('parts add up to the total in each month, and all numbers are whole and in order', () => {
  for (const same of groupsOf(rows, ['origin', 'horizon'])) {
    const sum = (dimension: string) =>
      same.filter((row) => row['dimension'] === dimension).reduce((all, {point}) => all + Number(point), 0);
    expect([sum('department'), sum('category')]).toEqual([sum('all'), sum('all')]);
  }
  for (const {low95, low80, point, high80, high95} of rows) {
    const bounds = [0, low95, low80, point, high80, high95].map(Number);
    expect(bounds.every(Number.isInteger)).toBe(true);
    expect(bounds).toEqual([...bounds].sort((a, b) => a - b));
  }
});

test('the record is there: folds, errors against seasonal naive, coverage', () => {
  for (const row of toCome(rows).filter(({dimension}) => dimension === 'all')) {
    expect(row).toMatchObject({folds: 12, beats_naive: expect.any(Boolean) as boolean});
    for (const column of ['mase', 'mase_naive', 'rmsse']) expect(row[column]).toBeGreaterThan(0);
    for (const column of ['coverage80', 'coverage95']) {
      expect(row[column]).toBeGreaterThanOrEqual(0.4);
      expect(row[column]).toBeLessThanOrEqual(1);
    }
    expect(row['beats_naive']).toBe(row['model'] !== 'seasonal_naive');
  }
});

test('an outbreak lies outside of what was forecast, and ordinary months hardly ever do', () => {
  const isOutside = (some: readonly MethodRow[], member: string) =>
    some.find((row) => row['member'] === member && row['period_start'] === '2025-12-01')!['is_outside95'];
  const struck = run(company(60));
  expect(['all', '北部', '南部'].map((member) => isOutside(struck, member))).toEqual([true, true, false]);
  expect(isOutside(rows, 'all')).toBe(false);
  const past = rows.filter(({is_outside95}) => is_outside95 !== null);
  expect(past.filter(({is_outside95}) => is_outside95).length / past.length).toBeLessThan(0.15);
});

describe('what there is too little of', () => {
  test('under twelve months: no rows', () => {
    expect(run(company(0, 11))).toEqual([]);
    expect(run([])).toEqual([]);
  });

  test('under two years: a level, and a note', () => {
    for (const row of toCome(run(company(0, 18)))) {
      expect(row).toMatchObject({
        model: 'level',
        beats_naive: null,
        note: expect.stringContaining('short_history') as string
      });
    }
  });

  test('a month without a row is one without a case', () => {
    expect(rows.filter((row) => row['member'] === REST && row['actual'] === 0)).not.toHaveLength(0);
  });
});

test('the order of the rows does not matter', () => {
  expect(run(company().toReversed())).toEqual(rows);
});
