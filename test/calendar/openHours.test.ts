import {afterEach, expect, test} from 'vitest';
import type {PolicyVersion} from '../../pipelines/policies/schema.ts';
import type {Database} from '../../src/warehouse/duckdb.ts';
import {calendarOf, hours, openCalendar} from './calendarTables.ts';

let database: Database;
afterEach(() => {
  database.close();
});

const open = async (timeZone: string, ...versions: Partial<PolicyVersion>[]) => {
  database = await openCalendar({
    timeZone,
    range: {firstYear: 2026, lastYear: 2026},
    calendar: calendarOf(`{2026: {notices: [{number: n}], holidays: [], workdays: [2026-01-10]}}`),
    versions
  });
};

/** Opening hours of a local day as `from–to`, in UTC. */
const on = async (day: string): Promise<string[]> => {
  const rows = await database.query<{hours: string}>(`
    select strftime(timezone('UTC', opens_at), '%H:%M') || '–' || strftime(timezone('UTC', closes_at), '%H:%M') as hours
    from calendar.open_hours o join calendar.days d on opens_at >= d.starts_at and opens_at < d.ends_at
    where day = '${day}' order by opens_at`);
  return rows.map((row) => row.hours);
};

test('hours open on working days, make-up days among them, or on every day', async () => {
  await open('Asia/Shanghai', {
    business_hours: [hours('08:30', '12:00'), hours('13:30', '18:00'), hours('20:00', '24:00', 'every_day')]
  });
  const allDay = ['00:30–04:00', '05:30–10:00', '12:00–16:00'];
  expect(await on('2026-01-09')).toEqual(allDay);
  expect(await on('2026-01-10')).toEqual(allDay);
  expect(await on('2026-01-11')).toEqual(['12:00–16:00']);
});

test('what was open before is summed up, in each version by its own hours over the whole range', async () => {
  await open(
    'UTC',
    {business_hours: [hours('09:00', '12:00'), hours('13:00', '17:00')]},
    {effective_from: '2026-01-06', business_hours: [hours('10:00', '14:00', 'every_day')]}
  );
  expect(
    await database.query(`
      select effective_from, opens_at, before_us / 3600000000 as hours_before from calendar.open_hours
      where opens_at < '2026-01-03' order by effective_from, opens_at`)
  ).toEqual([
    {effective_from: '1970-01-01 00:00:00+00', opens_at: '2026-01-01 09:00:00+00', hours_before: 0},
    {effective_from: '1970-01-01 00:00:00+00', opens_at: '2026-01-01 13:00:00+00', hours_before: 3},
    {effective_from: '1970-01-01 00:00:00+00', opens_at: '2026-01-02 09:00:00+00', hours_before: 7},
    {effective_from: '1970-01-01 00:00:00+00', opens_at: '2026-01-02 13:00:00+00', hours_before: 10},
    {effective_from: '2026-01-06 00:00:00+00', opens_at: '2026-01-01 10:00:00+00', hours_before: 0},
    {effective_from: '2026-01-06 00:00:00+00', opens_at: '2026-01-02 10:00:00+00', hours_before: 4}
  ]);
  expect(
    await database.query(`
      select distinct o.effective_until from calendar.open_hours o
      join policy.business_hours b on b.effective_from = o.effective_from and b.effective_until = o.effective_until
      order by 1`)
  ).toEqual([{effective_until: '2026-01-06 00:00:00+00'}, {effective_until: '9999-12-31 00:00:00+00'}]);
});

test('when clocks go forward, what they leap over is not open', async () => {
  await open('America/New_York', {
    business_hours: [
      hours('01:00', '02:15', 'every_day'),
      hours('02:20', '02:40', 'every_day'),
      hours('02:45', '08:00', 'every_day')
    ]
  });
  expect(await on('2026-03-07')).toEqual(['06:00–07:15', '07:20–07:40', '07:45–13:00']);
  expect(await on('2026-03-08')).toEqual(['06:00–07:00', '07:00–12:00']);
  expect(await on('2026-03-09')).toEqual(['05:00–06:15', '06:20–06:40', '06:45–12:00']);
});

test('when clocks go back, what occurs twice is open twice', async () => {
  await open('America/New_York', {
    business_hours: [hours('00:00', '01:30', 'every_day'), hours('01:30', '08:00', 'every_day')]
  });
  expect(await on('2026-11-01')).toEqual(['04:00–05:30', '05:30–06:00', '06:00–06:30', '06:30–13:00']);
  const [row] = await database.query<{seconds: number}>(`
    select sum(epoch(closes_at) - epoch(opens_at)) as seconds from calendar.open_hours
    where opens_at >= '2026-11-01 04:00:00Z' and closes_at <= '2026-11-02 05:00:00Z'`);
  expect(row!.seconds).toBe(9 * 3600);
});

test('a clock that changes by half an hour loses and gains half an hour', async () => {
  await open('Australia/Lord_Howe', {business_hours: [hours('00:00', '24:00', 'every_day')]});
  expect(
    await database.query(`
      select day, sum(epoch(closes_at) - epoch(opens_at)) / 3600 as hours
      from calendar.open_hours join calendar.days on opens_at >= starts_at and opens_at < ends_at
      group by day having hours <> 24 order by day`)
  ).toEqual([
    {day: '2026-04-05', hours: 24.5},
    {day: '2026-10-04', hours: 23.5}
  ]);
});

test('a policy without business hours is never open', async () => {
  await open('Asia/Shanghai', {});
  expect(await database.query('from calendar.open_hours')).toEqual([]);
});
