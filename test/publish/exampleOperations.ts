import type {SiteOperations, SiteRun, SiteSource} from '../../src/publish/siteData.ts';

/** A run as pages tell of it; only what differs from a good one is given. */
export function exampleSiteRun(given: Partial<SiteRun> = {}): SiteRun {
  return {
    id: 41,
    started_at: '2026-11-05 06:00',
    seconds: 65,
    trigger: 'schedule',
    state: 'done',
    rows_read: 50350,
    loaded: 1819,
    unchanged: 48489,
    quarantined: 42,
    ...given
  };
}

/** A source as pages tell of it; only what differs from a good reading is given. */
export function exampleSiteSource(given: Partial<SiteSource> = {}): SiteSource {
  return {
    source: 'crm',
    state: 'read',
    message: null,
    read_at: '2026-11-05 06:00',
    age_seconds: 0,
    seconds: 12.5,
    retries: [{reason: 'HTTP 429', times: 3}],
    counts: [{record: 'complaint', theirs: 41230, ours: 41188}],
    notes: ['a new column region_code that no field reads'],
    ...given
  };
}

const NOTHING = {rows_read: 0, loaded: 0, unchanged: 0, quarantined: 0};

/** Runs of a few days: two by schedule, one that failed, one that was cut off, and one that caught up. */
export const EXAMPLE_OPERATIONS: SiteOperations = {
  runs: [
    exampleSiteRun(),
    exampleSiteRun({id: 40, started_at: '2026-11-04 09:12', trigger: 'catch_up', state: 'unchanged', ...NOTHING}),
    exampleSiteRun({id: 39, started_at: '2026-11-02 06:00', state: 'failed', seconds: 4, ...NOTHING}),
    exampleSiteRun({
      id: 38,
      started_at: '2026-11-01 14:30',
      trigger: 'hand',
      state: 'interrupted',
      seconds: null,
      ...NOTHING
    }),
    exampleSiteRun({id: 37, started_at: '2026-11-01 06:00', seconds: 4210})
  ],
  sources: [
    exampleSiteSource(),
    exampleSiteSource({
      source: 'survey',
      state: 'failed',
      message: 'survey: the server did not answer within 30 s, tried 5 times',
      read_at: '2026-11-02 06:00',
      age_seconds: 3 * 86_400,
      retries: [],
      counts: [{record: 'survey_response', theirs: 512, ours: 512}],
      notes: []
    })
  ],
  missed: ['2026-11-04 06:00', '2026-11-03 06:00']
};
