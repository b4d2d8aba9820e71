import {expect, test} from 'vitest';
import {forecastMembers, newestOrigin, readForecast, readHistory, REST} from '../../../reports/client/forecastTable.ts';
import {monthOfText} from '../../../reports/figures/month.ts';
import {exampleTable} from './exampleCases.ts';

const day = (text: string) => Date.parse(`${text}-01`) / 86_400_000;
/** From September there is one month, which came otherwise; from October there are two. */
const MONTHS = [
  ['2026-09', '2026-10'],
  ['2026-10', '2026-11'],
  ['2026-10', '2026-12']
] as const;
const MEMBERS = [
  ['all', 'all'],
  ['department', '南'],
  ['department', REST]
] as const;
const rows = MEMBERS.flatMap(([dimension, member]) =>
  MONTHS.map(([origin, month], index) => ({dimension, member, origin, month, actual: index === 0 ? 30 : null}))
);
const fill = <T>(value: T) => rows.map(() => value);
const forecasts = exampleTable(
  {
    dimension: rows.map((row) => row.dimension),
    member: rows.map((row) => row.member),
    origin: rows.map((row) => day(row.origin)),
    period_start: rows.map((row) => day(row.month)),
    model: fill('level'),
    point: fill(10),
    low80: fill(8),
    high80: fill(12),
    low95: fill(6),
    high95: fill(14),
    actual: rows.map((row) => row.actual),
    is_outside95: rows.map((row) => (row.actual === null ? null : true)),
    folds: fill(12),
    mase: fill(0.9),
    mase_naive: fill(null),
    coverage80: fill(0.8),
    coverage95: fill(0.95),
    note: fill('short_history,coverage_low')
  },
  {
    ...{
      origin: 'day',
      period_start: 'day',
      is_outside95: 'boolean',
      point: 'number',
      folds: 'number',
      actual: 'number'
    },
    ...{low80: 'number', high80: 'number', low95: 'number', high95: 'number'},
    ...{mase: 'number', mase_naive: 'number', coverage80: 'number', coverage95: 'number'}
  }
);
const values = exampleTable(
  {
    dimension: ['all', 'all', 'department', 'department', 'department', 'all'],
    member: ['all', 'all', '南', '南', '北', 'all'],
    period_start: ['2026-08', '2026-10', '2026-08', '2026-10', '2026-10', '2026-11'].map(day),
    value: [20, 30, 20, 18, 12, 5]
  },
  {period_start: 'day', value: 'number'}
);
const october = monthOfText('2026-10');

test('a forecast tells the months ahead, and what had been expected of those that are over', () => {
  const {ahead, past} = readForecast(forecasts, 'department', '南')!;
  expect(newestOrigin(forecasts)).toBe(october);
  expect(ahead.map(({month, isOutside}) => [month - october, isOutside])).toEqual([
    [1, false],
    [2, false]
  ]);
  expect(past.map(({month, actual, isOutside}) => [month - october, actual, isOutside])).toEqual([[0, 30, true]]);
  expect(ahead[0]).toMatchObject({notes: ['short_history', 'coverage_low'], maseNaive: undefined, actual: undefined});
});

test('it can be read as of an earlier month; one that is not kept, or a member that is not forecast, has none', () => {
  const earlier = readForecast(forecasts, 'all', 'all', october - 1)!;
  expect(earlier.ahead.map(({month}) => month)).toEqual([october]);
  expect(earlier.past).toEqual([]);
  expect(readForecast(forecasts, 'all', 'all', october - 2)).toBeUndefined();
  expect(readForecast(forecasts, 'department', '北')).toBeUndefined();
});

test('the history has every month up to the last, and the rest is what the named members leave of the total', () => {
  const members = forecastMembers(forecasts, 'department');
  expect(members).toEqual(['南', REST]);
  const history = (member: string) =>
    readHistory(values, {dimension: 'department', member, members}, october).map(({value}) => value);
  expect(history('南')).toEqual([20, 0, 18]);
  expect(history(REST)).toEqual([0, 0, 12]);
  expect(readHistory(values, {dimension: 'all', member: 'all', members: []}, october).map(({value}) => value)).toEqual([
    20, 0, 30
  ]);
});
