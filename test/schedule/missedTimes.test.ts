import {beforeAll, expect, test} from 'vitest';
import type {Calendar} from '../../pipelines/calendars/schema.ts';
import {readCalendar} from '../../src/calendar/readCalendar.ts';
import type {Journal} from '../../src/run/journal.ts';
import {missedTimes} from '../../src/schedule/missedTimes.ts';
import {readSchedule} from '../../src/schedule/schedule.ts';
import {exampleRun} from '../run/exampleJournal.ts';

let calendar: Calendar;
beforeAll(async () => {
  calendar = await readCalendar('cn', 'pipelines/policies/service-industry.yaml');
});

const at = new Date('2026-11-05T08:00:00Z');
const missedOf = (journal: Partial<Journal>) =>
  missedTimes(
    readSchedule('0 6 * * *', 'UTC', calendar, at),
    {runs: [], missed: [], publications: [], deliveries: [], readers: [], freezes: [], ...journal},
    at
  ).map((time) => time.toISOString());

test('a pipeline that never ran has missed nothing', () => {
  expect(missedOf({})).toEqual([]);
});

test('what came since the last run is missed, whatever made that run begin', () => {
  const ran = (started_at: string) => ({runs: [exampleRun({started_at})]});
  expect(missedOf(ran('2026-11-05T06:00:00.000Z'))).toEqual([]);
  expect(missedOf(ran('2026-11-03T07:00:00.000Z'))).toEqual(['2026-11-04T06:00:00.000Z', '2026-11-05T06:00:00.000Z']);
});

test('after a long time only the latest are told', () => {
  const runs = [exampleRun({started_at: '2000-01-01T00:00:00.000Z'})];
  const times = missedOf({runs});
  expect([times.length, times.at(-1)]).toEqual([100, '2026-11-05T06:00:00.000Z']);
});

test('what was told of as missed is not told again', () => {
  const told = {event: 'missed', at: '2026-11-04T09:00:00.000Z', times: ['2026-11-04T06:00:00.000Z']} as const;
  const journal = {
    runs: [exampleRun({started_at: '2026-11-03T07:00:00.000Z'})],
    missed: [{...told, times: [...told.times]}]
  };
  expect(missedOf(journal)).toEqual(['2026-11-05T06:00:00.000Z']);
});
