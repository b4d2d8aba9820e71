import chineseDays from 'chinese-days';
import {expect, test} from 'vitest';
import {isWorkday} from '../../src/calendar/workday.ts';
import {readCalendar} from '../../src/calendar/readCalendar.ts';
import {openCalendar} from '../calendar/calendarTables.ts';

const calendar = await readCalendar('cn', 'pipelines/policies/none.yaml');
const range = {firstYear: 2010, lastYear: 2026};

const days: string[] = [];
for (let at = Date.UTC(range.firstYear, 0, 1); at < Date.UTC(range.lastYear + 1, 0, 1); at += 86_400_000)
  days.push(new Date(at).toISOString().slice(0, 10));

test('each year from 2010 to 2026 stands in it, with its notice', () => {
  expect(Object.keys(calendar.years)).toEqual([...new Set(days.map((day) => day.slice(0, 4)))]);
  for (const [year, {notices}] of Object.entries(calendar.years)) {
    const issued = notices.map(({number}) => /^国办?发明电〔(\d{4})〕\d+号$/.exec(number)?.[1]);
    expect(issued[0]).toBe(String(Number(year) - 1));
    expect(issued.slice(1).every((later) => later === year)).toBe(true);
  }
});

test('each day agrees with the package chinese-days', () => {
  expect(days.filter((day) => isWorkday(calendar, day) !== chineseDays.isWorkday(day))).toEqual([]);
});

test('each day is judged in the warehouse as in TypeScript', async () => {
  const database = await openCalendar({timeZone: 'Asia/Shanghai', range, calendar});
  const rows = await database.query<{day: string}>('select day from calendar.days where is_workday order by day');
  expect(rows.map(({day}) => day)).toEqual(days.filter((day) => isWorkday(calendar, day)));
  database.close();
});

// Days from NateScarlet/holiday-cn 2023 to 2026, which are read from the notices; counted in Python from them.
// The day of receipt is day 0; the due day is the n-th working day after it; a count runs from the day after.
const IS_WORKDAY: readonly (readonly [string, boolean])[] = [
  ['2024-02-04', true],
  ['2024-02-09', true],
  ['2024-02-10', false],
  ['2024-02-18', true],
  ['2025-01-26', true],
  ['2025-01-28', false],
  ['2026-01-04', true],
  ['2026-02-14', true],
  ['2026-02-15', false],
  ['2026-02-28', true],
  ['2026-05-09', true],
  ['2026-09-20', true],
  ['2026-10-10', true]
];
const ADD_WORKING_DAYS: readonly (readonly [string, number, string])[] = [
  ['2024-02-09', 3, '2024-02-20'],
  ['2024-02-04', 1, '2024-02-05'],
  ['2024-02-08', 5, '2024-02-21'],
  ['2024-09-30', 3, '2024-10-10'],
  ['2025-01-26', 1, '2025-01-27'],
  ['2025-01-27', 7, '2025-02-12'],
  ['2026-02-13', 1, '2026-02-14'],
  ['2026-02-14', 1, '2026-02-24'],
  ['2026-02-14', 10, '2026-03-06'],
  ['2026-09-18', 3, '2026-09-22'],
  ['2026-09-30', 3, '2026-10-10'],
  ['2026-10-09', 1, '2026-10-10'],
  ['2023-12-29', 1, '2024-01-02']
];
const COUNT_WORKING_DAYS: readonly (readonly [string, string, number])[] = [
  ['2024-02-09', '2024-02-20', 3],
  ['2026-02-14', '2026-02-28', 5],
  ['2026-09-30', '2026-10-10', 3]
];

test.each(IS_WORKDAY)('%s is a working day: %s', (day, expected) => {
  expect(isWorkday(calendar, day)).toBe(expected);
});

test('working days are added and counted over the holidays as the notices say', async () => {
  const database = await openCalendar({timeZone: 'Asia/Shanghai', range, calendar});
  for (const [received, n, due] of ADD_WORKING_DAYS) {
    const rows = await database.query(`
      select w.day as due from calendar.days d join calendar.workdays w on w.rank = d.rank + ${String(n)}
      where d.day = '${received}'`);
    expect(rows, `${received} + ${String(n)}`).toEqual([{due}]);
  }
  for (const [from, to, count] of COUNT_WORKING_DAYS) {
    const rows = await database.query(`
      select b.rank - a.rank as count from calendar.days a, calendar.days b where a.day = '${from}' and b.day = '${to}'`);
    expect(rows, `${from} to ${to}`).toEqual([{count}]);
  }
  database.close();
});
