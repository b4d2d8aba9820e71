import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {projectRoot} from '../../src/project.ts';
import {Company} from '../run/company.ts';
import {
  html,
  json,
  reset,
  startServer,
  status,
  truncated,
  type Act,
  type BadServer,
  type Request
} from './badServer.ts';
import {startPostgres} from './postgresServer.ts';

const READY = {
  cfpb: await readFile(join(projectRoot, 'sources/cfpb/source.yaml'), 'utf8'),
  socrata: await readFile(join(projectRoot, 'sources/socrata/source.yaml'), 'utf8')
};
const RETRY = 'retry: {wait: 1 millisecond, longest_wait: 10 milliseconds}';
const time = (minute: number) => new Date(Date.UTC(2026, 4, 1, 0, minute)).toISOString();
const upTo = (last: number) => Array.from({length: last}, (_, i) => i + 1);

/** How many complaints each source has. */
const sizes = {cfpb: 250, requests: 230, bad: 90};

/** 100 a page, the next one from search_after on, as Elasticsearch has it. */
function cfpb({url}: Request): Act {
  const after = Number(url.searchParams.get('search_after')?.split('_')[1] ?? 0);
  const from = Date.parse(url.searchParams.get('date_received_min') ?? '');
  const hits = upTo(sizes.cfpb).filter((id) => Date.parse(time(id)) >= from && id > after);
  return json({
    took: 5,
    hits: {
      total: {value: hits.length, relation: 'eq'},
      hits: hits.slice(0, Number(url.searchParams.get('size'))).map((id) => ({
        _id: String(id),
        _source: {
          complaint_id: String(id),
          date_received: time(id).replace('.000Z', '-05:00'),
          date_sent_to_company: time(id).replace('.000Z', '-05:00'),
          timely: id % 10 === 0 ? 'No' : 'Yes',
          product: 'Mortgage',
          issue: 'Payments',
          sub_product: null,
          company: 'A bank',
          state: 'TX',
          complaint_what_happened: '',
          submitted_via: ['Web', 'Phone', 'Postal mail'][id % 3],
          tags: null
        },
        sort: [Date.parse(time(id)), String(id)]
      }))
    }
  });
}

/** A list that leaves out what is empty. */
function socrata({url, headers}: Request): Act {
  if (headers['x-app-token'] !== undefined || url.searchParams.get('$order') !== ':id') return status(400);
  const from = /'(.*)'/.exec(url.searchParams.get('$where') ?? '')?.[1] ?? '';
  const offset = Number(url.searchParams.get('$offset'));
  const rows = upTo(sizes.requests).map((id) => ({
    ':id': `row-${id}`,
    ':updated_at': time(id),
    unique_key: String(1000 + id),
    created_date: time(id).replace('Z', ''),
    ...(id % 2 === 0 && {closed_date: time(id + 600).replace('Z', '')}),
    agency: 'DSNY',
    complaint_type: 'Noise',
    open_data_channel_type: ['PHONE', 'ONLINE', 'UNKNOWN'][id % 3]
  }));
  return json(rows.filter((row) => row[':updated_at'] >= from).slice(offset, offset + 100));
}

const moods = [status(429, {'retry-after': '0'}), status(500), html, truncated, reset];

/** Every page fails at first; pages overlap, and what is on a later one is newer. */
function bad({url, before}: Request): Act {
  const page = Number(url.searchParams.get('page'));
  if (before % 2 === 0) return moods[page % moods.length]!;
  const from = 20 * (page - 1);
  const ids = upTo(sizes.bad).slice(Math.max(0, from - 5), from + 20);
  return json({
    rows:
      from < sizes.bad
        ? ids.map((id) => ({id: 5000 + id, at: time(id), state: {reason: page > 1 ? 'late' : 'lost'}}))
        : []
  });
}

const databases = await startPostgres();
let server: BadServer;
let company: Company;

beforeAll(async () => {
  server = await startServer((request) => {
    if (request.url.pathname === '/cfpb/') return cfpb(request);
    if (request.url.pathname === '/resource/erm2-nwe9.json') return socrata(request);
    return bad(request);
  });
  await databases?.client.query(`
    create table cases (id bigint, received timestamptz, changed timestamptz, phone text, kind text);
    insert into cases select 9007199254740993 + i, '2026-05-01Z'::timestamptz + i * interval '1 hour', '2026-06-01Z', '1390000' || (1000 + i % 50), 'noise'
      from generate_series(1, 500) as i`);
  company = await Company.found({
    cfpb: READY.cfpb.replace(/^url: .*$/m, `url: ${server.origin}/cfpb/`),
    socrata: READY.socrata,
    bad: `
kind: rest
url: \${BAD_URL}
${RETRY}
streams:
  cases: {path: bad, rows: rows, paging: {kind: page, parameter: page}}
records:
  complaint: {complaint_id: id, received_at: at, category: state.reason}
`,
    ...(databases && {
      crm: `
kind: postgres
connection: \${CRM_DATABASE}
streams:
  cases: {query: select * from cases, cursor: changed, overlap: 1 hour, count: select count(*) from cases}
records:
  complaint: {complaint_id: id, received_at: received, customer_phone: phone, category: kind}
`
    })
  });
  Object.assign(process.env, {
    SOCRATA_URL: server.origin,
    SOCRATA_DATASET: 'erm2-nwe9',
    BAD_URL: server.origin,
    ...(databases && {CRM_DATABASE: databases.address})
  });
});

afterAll(async () => {
  for (const name of ['SOCRATA_URL', 'SOCRATA_DATASET', 'BAD_URL', 'CRM_DATABASE'])
    Reflect.deleteProperty(process.env, name);
  await company.dissolve();
  await server.stop();
  await databases?.stop();
});

const counts = async () => {
  const rows = await company.query(`
    select record_source, count(*)::int as cases, count(distinct complaint_id)::int as ids, min(category) as category
    from staging.complaint group by record_source order by record_source`);
  return Object.fromEntries(rows.map(({record_source, ...row}) => [String(record_source), row]));
};

test('each record of an API, of a database and of a bad server is landed once', async () => {
  const run = await company.run();
  expect(run.status, run.stderr).toBe(0);
  expect(await counts()).toEqual({
    bad: {cases: 90, ids: 90, category: 'late'},
    cfpb: {cases: 250, ids: 250, category: 'Mortgage'},
    ...(databases && {crm: {cases: 500, ids: 500, category: 'noise'}}),
    socrata: {cases: 230, ids: 230, category: 'Noise'}
  });
  expect(
    await company.query(`select max(complaint_id) as id from staging.complaint where record_source = 'crm'`)
  ).toEqual([{id: databases ? '9007199254741493' : null}]);
  for (const reason of [
    'too many requests (429)',
    'the server failed (500)',
    'the answer is HTML instead of JSON',
    'cut off'
  ]) {
    expect(run.stderr).toContain(reason);
  }
});

test('the next run reads what is new and what has changed', async () => {
  sizes.cfpb += 7;
  sizes.requests += 3;
  await databases?.client.query(`
    update cases set kind = 'light', changed = '2026-06-02Z' where id = 9007199254740994;
    insert into cases values (9007199254740000, '2026-06-01 12:00Z', '2026-06-01 12:00Z', null, 'noise')`);
  const run = await company.run('--as-of', '2026-07-16T12:00:00+08:00');
  expect(run.status, run.stderr).toBe(0);
  const said = run.stderr.replace(/^ +/gm, '');
  expect(said).toContain('cfpb complaint: 257 rows read = 7 loaded + 250 unchanged + 0 quarantined');
  expect(said).toContain('socrata complaint: 64 rows read = 3 loaded + 61 unchanged + 0 quarantined');
  if (databases) expect(said).toContain("crm complaint: 501 here, 501 by the source's own count");
  expect(await counts()).toMatchObject({
    cfpb: {cases: 257, ids: 257},
    ...(databases && {crm: {cases: 501, ids: 501, category: 'light'}}),
    socrata: {cases: 233, ids: 233}
  });
});
