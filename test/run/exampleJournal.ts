import type {RunRecord, SourceRun} from '../../src/run/journal.ts';

/** A run as the journal tells of it; only what differs from a good one is given. */
export function exampleRun(given: Partial<RunRecord> = {}): RunRecord {
  return {
    run_id: 1,
    started_at: '2026-11-04T22:00:00.000Z',
    finished_at: '2026-11-04T22:01:05.000Z',
    as_of: '2026-11-04T22:00:00.000Z',
    trigger: 'schedule',
    state: 'done',
    message: null,
    intake: [
      {
        source: 'crm',
        record: 'complaint',
        files: 1,
        known_files: 30,
        rows_read: 1353,
        loaded: 1307,
        unchanged: 4,
        quarantined: 42,
        deleted: 0
      }
    ],
    sources: [exampleSource()],
    ...given
  };
}

/** What became of one source; only what differs from a good reading is given. */
export function exampleSource(given: Partial<SourceRun> = {}): SourceRun {
  return {
    source: 'crm',
    state: 'read',
    message: null,
    seconds: 12.5,
    retries: [],
    read_at: '2026-11-04T22:00:13.000Z',
    counts: [{record: 'complaint', theirs: 41230, ours: 41188}],
    notes: [],
    ...given
  };
}
