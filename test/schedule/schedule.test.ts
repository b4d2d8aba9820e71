import fc from 'fast-check';
import {beforeAll, describe, expect, test} from 'vitest';
import type {Calendar} from '../../pipelines/calendars/schema.ts';
import {localTime} from '../../src/calendar/localTime.ts';
import {readCalendar} from '../../src/calendar/readCalendar.ts';
import {isWorkday} from '../../src/calendar/workday.ts';
import {nextTime, readSchedule, scheduledTimes} from '../../src/schedule/schedule.ts';

let calendar: Calendar;
beforeAll(async () => {
  calendar = await readCalendar('cn', 'pipelines/policies/service-industry.yaml');
});

const START = new Date('2026-01-01T00:00:00Z');

/** The local times of a schedule in a stretch of time. */
function timesOf(text: string, from: string, until: string, zone = 'Asia/Shanghai'): string[] {
  const schedule = readSchedule(text, zone, calendar, new Date(from));
  return scheduledTimes(schedule, new Date(from), new Date(until)).map((time) => localTime(time, zone));
}

describe('words', () => {
  test('days off and make-up workdays count as the calendar says', () => {
    // The National Day of 2026 goes from 1 to 7 October; people work on 20 September and 10 October instead.
    expect(timesOf('first working day of the month 09:00', '2026-09-15T00:00:00Z', '2026-11-15T00:00:00Z')).toEqual([
      '2026-10-08 09:00',
      '2026-11-02 09:00'
    ]);
    expect(timesOf('every working day 08:30', '2026-09-30T00:00:00Z', '2026-10-12T12:00:00Z')).toEqual([
      '2026-09-30 08:30',
      '2026-10-08 08:30',
      '2026-10-09 08:30',
      '2026-10-10 08:30',
      '2026-10-12 08:30'
    ]);
    expect(timesOf('last working day of the week 18:00', '2026-10-05T00:00:00Z', '2026-10-19T00:00:00Z')).toEqual([
      '2026-10-10 18:00',
      '2026-10-16 18:00'
    ]);
  });

  test('quarters, years and ordinals in digits', () => {
    expect(timesOf('Last  working day of the quarter 17:05', '2026-01-01T00:00:00Z', '2027-01-02T00:00:00Z')).toEqual([
      '2026-03-31 17:05',
      '2026-06-30 17:05',
      '2026-09-30 17:05',
      '2026-12-31 17:05'
    ]);
    const third = timesOf('third working day of the year 09:00', '2025-12-01T00:00:00Z', '2026-12-31T00:00:00Z');
    expect(third).toEqual(timesOf('3rd working day of the year 9:00', '2025-12-01T00:00:00Z', '2026-12-31T00:00:00Z'));
    expect(third).toHaveLength(1);
  });

  test('the n-th and the last working day are those that a count of the days finds', () => {
    const days = Array.from({length: 365}, (_, i) =>
      new Date(START.getTime() + i * 86_400_000).toISOString().slice(0, 10)
    );
    fc.assert(
      fc.property(fc.integer({min: 1, max: 19}), fc.boolean(), (place, isLast) => {
        const workdays = days.filter((day) => isWorkday(calendar, day));
        const months = [...new Set(days.map((day) => day.slice(0, 7)))].map((month) =>
          workdays.filter((day) => day.startsWith(month))
        );
        const expected = months.flatMap((of) => (isLast ? of.slice(-1) : of.slice(place - 1, place)));
        const word = isLast ? 'last' : `${place}th`;
        expect(
          timesOf(`${word} working day of the month 12:00`, '2025-12-31T16:00:00Z', '2026-12-31T16:00:00Z')
        ).toEqual(expected.map((day) => `${day} 12:00`));
      }),
      {seed: 7, numRuns: 8}
    );
  });
});

describe('summer time', () => {
  const NEW_YORK = 'America/New_York';
  const utc = (text: string, from: string, until: string) =>
    scheduledTimes(readSchedule(text, NEW_YORK, calendar, new Date(from)), new Date(from), new Date(until)).map(
      (time) => time.toISOString().slice(0, 16)
    );

  test('a time of day stays the same on the wall', () => {
    const expected = ['2026-03-06T13:30', '2026-03-09T12:30'];
    expect(utc('every working day 08:30', '2026-03-06T00:00:00Z', '2026-03-10T00:00:00Z')).toEqual(expected);
    expect(utc('30 8 * * 1-5', '2026-03-06T00:00:00Z', '2026-03-10T00:00:00Z')).toEqual(expected);
  });

  test('a time that is leaped over, or shown twice, comes once', () => {
    expect(utc('30 2 * * *', '2026-03-07T12:00:00Z', '2026-03-09T12:00:00Z')).toEqual([
      '2026-03-08T07:30',
      '2026-03-09T06:30'
    ]);
    expect(utc('30 1 * * *', '2026-10-31T12:00:00Z', '2026-11-02T12:00:00Z')).toEqual([
      '2026-11-01T05:30',
      '2026-11-02T06:30'
    ]);
  });
});

test('stretches of time that follow each other give every time once', () => {
  const schedule = readSchedule('*/17 3-5 * * *', 'Europe/Berlin', calendar, START);
  const all = scheduledTimes(schedule, new Date('2026-03-28T00:00:00Z'), new Date('2026-03-30T00:00:00Z'));
  fc.assert(
    fc.property(fc.array(fc.integer({min: 0, max: 48 * 60}), {maxLength: 5}), (cuts) => {
      const minutes = [0, ...cuts.sort((a, b) => a - b), 48 * 60];
      const at = (minute: number) => new Date(Date.UTC(2026, 2, 28, 0, minute));
      const parts = minutes.slice(1).flatMap((end, i) => scheduledTimes(schedule, at(minutes[i]!), at(end)));
      expect(parts).toEqual(all);
    }),
    {seed: 7, numRuns: 20}
  );
  expect(nextTime(schedule, all[3]!)).toEqual(all[4]);
});

test.each([
  ['firts working day of the month 09:00', '"firts" is unknown; did you mean "first"?'],
  ['first working day of the month 25:00', 'got "first working day of the month 25:00"'],
  ['every working day of the month 09:00', 'got "every working day of the month 09:00"'],
  ['first working day 09:00', 'got "first working day 09:00"'],
  ['30th working day of the month 09:00', 'a day that does not come within two years; name an earlier one'],
  ['0 6 * *', 'got "0 6 * *"'],
  ['0 0 6 * * *', 'got "0 0 6 * * *"'],
  ['61 6 * * *', 'got "61 6 * * *": Constraint error, got value 61 expected range 0-59'],
  ['0 6 30 2 *', 'got "0 6 30 2 *"'],
  ['', 'got ""']
])('"%s" is no schedule', (text, told) => {
  const read = () => readSchedule(text, 'Asia/Shanghai', calendar, START);
  expect(read).toThrow('expected five cron fields such as "0 6 * * *", or words such as "every working day 08:30"');
  expect(read).toThrow(told);
});
