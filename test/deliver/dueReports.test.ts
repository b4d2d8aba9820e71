import {expect, test} from 'vitest';
import {dueReports} from '../../src/deliver/dueReports.ts';
import type {Journal} from '../../src/run/journal.ts';
import {deliveriesOf} from './exampleReport.ts';

const MONTHLY = {reader: '总经理办公会', schedule: 'first working day of the month 09:00', folder: 'out'};

/** The reports that are due at a local time; `added` is when the reader was first known, `sent` which reports it got. */
async function due(
  at: string,
  {sent = [], added = '2026-01-15', entry = {}}: {sent?: string[]; added?: string | null; entry?: object} = {}
): Promise<string[]> {
  const journal: Journal = {
    runs: [],
    missed: [],
    publications: [],
    freezes: [],
    readers: added === null ? [] : [{event: 'reader_added', at: `${added}T00:00:00.000Z`, reader: MONTHLY.reader}],
    deliveries: sent.map((report) => ({
      event: 'delivered',
      at: '2026-02-01T00:00:00.000Z',
      reader: MONTHLY.reader,
      report,
      run_id: 1,
      channel: 'folder',
      sha256: '',
      refused: 0
    }))
  };
  const deliveries = await deliveriesOf({...MONTHLY, ...entry});
  return dueReports(deliveries, journal, new Date(`${at}+08:00`)).map(({period}) => period.id);
}

test('a month is due from its time on, by the calendar of the policy, until it was sent', async () => {
  // The National Day of 2026 ends on 7 October.
  expect(await due('2026-10-08T08:59', {sent: ['2026-08']})).toEqual([]);
  expect(await due('2026-10-08T09:00', {sent: ['2026-08']})).toEqual(['2026-09']);
  expect(await due('2026-10-20T23:00', {sent: ['2026-08']})).toEqual(['2026-09']);
  expect(await due('2026-10-20T23:00', {sent: ['2026-09']})).toEqual([]);
});

test('times that were missed are caught up with once: the latest counts', async () => {
  expect(await due('2026-10-07T12:00', {sent: ['2026-05']})).toEqual(['2026-08']);
  expect(await due('2026-10-09T12:00', {sent: ['2026-05']})).toEqual(['2026-09']);
});

test('who is new gets no old reports, and who is not known yet gets none', async () => {
  expect(await due('2026-10-20T12:00', {added: '2026-10-15'})).toEqual([]);
  expect(await due('2026-11-02T09:00', {added: '2026-10-15'})).toEqual(['2026-10']);
  expect(await due('2026-11-02T09:00', {added: null})).toEqual([]);
  expect(await due('2026-11-02T09:00', {entry: {schedule: undefined}})).toEqual([]);
});

test('quarters and years are due at the first time after their end', async () => {
  const entry = {report: ['month', 'quarter', 'year'], schedule: '30 8 5 * *'};
  expect(await due('2026-10-05T08:30', {entry, added: '2026-10-01'})).toEqual(['2026-09', '2026-Q3']);
  expect(await due('2026-11-05T08:30', {entry, added: '2026-10-01', sent: ['2026-09', '2026-Q3']})).toEqual([
    '2026-10'
  ]);
  expect(await due('2027-01-05T08:30', {entry, sent: ['2026-11', '2026-Q3']})).toEqual(['2026-12', '2026-Q4', '2026']);
});
