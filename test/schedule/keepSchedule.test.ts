import {afterEach, beforeAll, beforeEach, expect, test, vi} from 'vitest';
import type {Calendar} from '../../pipelines/calendars/schema.ts';
import {readCalendar} from '../../src/calendar/readCalendar.ts';
import {keepSchedule} from '../../src/schedule/keepSchedule.ts';
import {readSchedule} from '../../src/schedule/schedule.ts';

let calendar: Calendar;
let told: string[];
let stop: () => Promise<void>;

beforeAll(async () => {
  calendar = await readCalendar('cn', 'pipelines/policies/service-industry.yaml');
});

beforeEach(() => {
  vi.useFakeTimers({now: new Date('2026-11-05T05:50:30Z')});
  told = [];
  stop = keepSchedule(readSchedule('0,10 6 * * *', 'UTC', calendar, new Date()), ({time, earlier, isLate}) => {
    told.push(`${time.toISOString().slice(11, 16)} +${earlier.length}${isLate ? ' late' : ''}`);
  });
});

afterEach(async () => {
  await stop();
  vi.useRealTimers();
});

test('each time comes once, and none after it was stopped', async () => {
  await vi.advanceTimersByTimeAsync(15 * 60_000);
  expect(told).toEqual(['06:00 +0']);
  await vi.advanceTimersByTimeAsync(60 * 60_000);
  expect(told).toEqual(['06:00 +0', '06:10 +0']);
  await stop();
  await vi.advanceTimersByTimeAsync(24 * 60 * 60_000);
  expect(told).toHaveLength(2);
});

test('after a sleep of the machine the last time comes late, with those before it', async () => {
  vi.setSystemTime(new Date('2026-11-05T07:30:00Z'));
  await vi.advanceTimersByTimeAsync(3 * 60_000);
  expect(told).toEqual(['06:10 +1 late']);
});
