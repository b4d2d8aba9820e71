import {afterEach, expect, test} from 'vitest';
import {readCalendar} from '../../src/calendar/readCalendar.ts';
import type {Database} from '../../src/warehouse/duckdb.ts';
import {calendarOf, openCalendar} from './calendarTables.ts';

let database: Database;
afterEach(() => {
  database.close();
});

const daysBetween = (from: string, to: string) =>
  database.query(
    `select day, is_workday, rank, next_workday, is_known, unknown_before from calendar.days where day between '${from}' and '${to}'`
  );

test('each day of the range has one row, with its working days counted and the next one named', async () => {
  database = await openCalendar({
    timeZone: 'UTC',
    range: {firstYear: 2024, lastYear: 2024},
    calendar: calendarOf(
      `{2024: {notices: [{number: n}], holidays: [{name: x, from: 2024-01-03, to: 2024-01-05}], workdays: [2024-01-07]}}`
    )
  });
  expect(await database.query('select count(*)::integer as n, max(rank) as rank from calendar.days')).toEqual([
    {n: 366, rank: 262 - 3 + 1}
  ]);
  expect(await daysBetween('2024-01-01', '2024-01-08')).toEqual(
    [
      // 1 January is fixed, but the year is known, and its notice does not name it.
      ['2024-01-01', true, 1, '2024-01-01'],
      ['2024-01-02', true, 2, '2024-01-02'],
      ['2024-01-03', false, 2, '2024-01-07'],
      ['2024-01-04', false, 2, '2024-01-07'],
      ['2024-01-05', false, 2, '2024-01-07'],
      ['2024-01-06', false, 2, '2024-01-07'],
      ['2024-01-07', true, 3, '2024-01-07'],
      ['2024-01-08', true, 4, '2024-01-08']
    ].map(([day, is_workday, rank, next_workday]) => ({
      day,
      is_workday,
      rank,
      next_workday,
      is_known: true,
      unknown_before: 0
    }))
  );
});

test('the working days stand by their rank, with the instant at which they end', async () => {
  const calendar = await readCalendar('cn', 'pipelines/policies/none.yaml');
  database = await openCalendar({timeZone: 'Asia/Shanghai', range: {firstYear: 2024, lastYear: 2024}, calendar});
  expect(
    await database.query(`
      select w.day, w.ends_at from calendar.days d join calendar.workdays w on w.rank in (d.rank, d.rank + 1)
      where d.day = '2024-02-09' order by w.rank`)
  ).toEqual([
    {day: '2024-02-09', ends_at: '2024-02-09 16:00:00+00'},
    {day: '2024-02-18', ends_at: '2024-02-18 16:00:00+00'}
  ]);
  expect(await database.query('select count(*)::integer as n, max(rank) as rank from calendar.workdays')).toEqual([
    {n: 251, rank: 251}
  ]);
});

test('in a year that the calendar lacks all days work but weekends and fixed holidays, and the days are counted', async () => {
  database = await openCalendar({
    timeZone: 'UTC',
    range: {firstYear: 2025, lastYear: 2027},
    calendar: calendarOf(`{2026: {notices: [{number: n}], holidays: [{name: x, from: 2026-12-31}]}}`)
  });
  const rows = await daysBetween('2026-12-30', '2027-01-04');
  expect(
    rows.map(({day, is_workday, is_known, unknown_before}) => [day, is_workday, is_known, unknown_before])
  ).toEqual([
    ['2026-12-30', true, true, 365],
    ['2026-12-31', false, true, 365],
    ['2027-01-01', false, false, 365],
    ['2027-01-02', false, false, 366],
    ['2027-01-03', false, false, 367],
    ['2027-01-04', true, false, 368]
  ]);
});

test('the last days of the range know the next working day, which lies beyond it', async () => {
  database = await openCalendar({
    timeZone: 'UTC',
    range: {firstYear: 2022, lastYear: 2022},
    calendar: await readCalendar('cn', 'pipelines/policies/none.yaml')
  });
  expect(await database.query(`select next_workday from calendar.days where day = '2022-12-31'`)).toEqual([
    {next_workday: '2023-01-03'}
  ]);
});

test('a day ends where the next one starts, after 23 hours in spring and 25 in autumn', async () => {
  database = await openCalendar({
    timeZone: 'America/New_York',
    range: {firstYear: 2026, lastYear: 2026},
    calendar: calendarOf('{}')
  });
  expect(
    await database.query(`
      select day, starts_at, (epoch(ends_at) - epoch(starts_at)) / 3600 as hours from calendar.days
      where epoch(ends_at) - epoch(starts_at) <> 86400 order by day`)
  ).toEqual([
    {day: '2026-03-08', starts_at: '2026-03-08 05:00:00+00', hours: 23},
    {day: '2026-11-01', starts_at: '2026-11-01 04:00:00+00', hours: 25}
  ]);
  expect(
    await database.query(`
      select count(*)::integer as n from calendar.days a join calendar.days b on b.day = a.day + 1
      where b.starts_at <> a.ends_at`)
  ).toEqual([{n: 0}]);
});
