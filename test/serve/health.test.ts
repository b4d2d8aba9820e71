import {beforeAll, expect, test} from 'vitest';
import type {Calendar} from '../../pipelines/calendars/schema.ts';
import {readCalendar} from '../../src/calendar/readCalendar.ts';
import type {Journal, RunRecord} from '../../src/run/journal.ts';
import {readSchedule} from '../../src/schedule/schedule.ts';
import {healthOf, type Health} from '../../src/serve/health.ts';
import {exampleRun, exampleSource} from '../run/exampleJournal.ts';

let calendar: Calendar;
beforeAll(async () => {
  calendar = await readCalendar('cn', 'pipelines/policies/service-industry.yaml');
});

const NIGHTLY = {started_at: '2026-11-04T22:00:00.000Z', finished_at: '2026-11-04T22:01:05.000Z'};

function told(
  runs: Partial<RunRecord>[],
  {
    at = '2026-11-05T08:00:00Z',
    isPublished = true,
    ...journal
  }: Partial<Journal> & {at?: string; isPublished?: boolean} = {}
): Health {
  const now = new Date(at);
  return healthOf({
    pipeline: 'company',
    schedule: readSchedule('0 6 * * *', 'Asia/Shanghai', calendar, now),
    journal: {
      runs: runs.map((run, i) => exampleRun({run_id: i + 1, ...run})),
      missed: [],
      publications: [],
      deliveries: [],
      readers: [],
      freezes: [],
      ...journal
    },
    isPublished,
    at: now
  });
}

test('all is well: the last run, its sources and the next run are told', () => {
  expect(told([NIGHTLY])).toEqual({
    status: 'ok',
    pipeline: 'company',
    run: 1,
    as_of: '2026-11-04T22:00:00.000Z',
    finished_at: '2026-11-04T22:01:05.000Z',
    last_failure: null,
    next_run: '2026-11-05T22:00:00.000Z',
    sources: [{source: 'crm', state: 'read', read_at: '2026-11-04T22:00:13.000Z'}]
  });
});

test('without a report it is starting, whatever the first run is doing', () => {
  expect(told([], {isPublished: false}).status).toBe('starting');
  expect(told([{state: 'running', finished_at: null}], {isPublished: false}).status).toBe('starting');
});

test('a run that failed makes it failing until one ends well', () => {
  const failed = {
    state: 'failed',
    message: 'why',
    intake: [],
    sources: [],
    finished_at: '2026-11-04T22:00:09.000Z'
  } as const;
  const failing = told([NIGHTLY, failed]);
  expect(failing).toMatchObject({status: 'failing', run: 1, last_failure: {run: 2, at: failed.finished_at}});
  expect(failing.sources).toHaveLength(1);
  expect(JSON.stringify(failing)).not.toContain('why');
  expect(told([NIGHTLY, failed, {state: 'running', finished_at: null}]).status).toBe('failing');
  expect(told([failed, NIGHTLY])).toMatchObject({status: 'ok', last_failure: {run: 1}});
});

test('it is stale when a scheduled run is overdue, cut off, lacks a source, or was put back', () => {
  expect(told([NIGHTLY], {at: '2026-11-05T22:04:00Z'}).status).toBe('ok');
  expect(told([NIGHTLY], {at: '2026-11-05T22:06:00Z'}).status).toBe('stale');
  expect(told([NIGHTLY, {state: 'interrupted', finished_at: null}]).status).toBe('stale');
  expect(told([{sources: [exampleSource({state: 'failed', message: 'no answer'})]}]).status).toBe('stale');
  const back = {event: 'rolled_back', at: '2026-11-05T01:00:00.000Z', release: 'a'} as const;
  expect(told([NIGHTLY], {publications: [back]}).status).toBe('stale');
});
