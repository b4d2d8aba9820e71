import {afterAll, beforeAll, expect, test} from 'vitest';
import {readPipeline} from '../../src/config/pipeline.ts';
import {collectSiteData} from '../../src/publish/collectSiteData.ts';
import type {SiteData} from '../../src/publish/siteData.ts';
import {readJournal} from '../../src/run/journal.ts';
import {stateOf} from '../../src/run/state.ts';
import {openDatabase} from '../../src/warehouse/duckdb.ts';
import {huisheng} from '../cli/huisheng.ts';
import {Company, csv, HEADER, registerRows, REGISTER_SOURCE} from '../run/company.ts';

/** Late in a year after which the calendar is not known: some limits end in the next one. */
const AS_OF = '2027-01-15T12:00:00+08:00';
const HANDLER = '张经办';

let company: Company;
let data: SiteData;
let told = '';
let more = '';

beforeAll(async () => {
  company = await Company.found({register: `${REGISTER_SOURCE}    handler: 经办人\n`});
  await company.write(
    'company.yaml',
    'title: {zh-CN: 公司, en: Company}\npolicy: service-industry\nsources: [register.yaml]\n'
  );
  const many = registerRows(400).map((row) => [...row, HANDLER]);
  const late = registerRows(3, 1430).map((row) => {
    const number = row[0]!;
    // Without a deadline of its own, the policy's limit counts.
    return [number, '2026-12-30 09:00:00', '', '', ...row.slice(4), HANDLER];
  });
  await company.write('register.csv', csv([...many, ...late], [...HEADER, '经办人']));
  ({stderr: told} = await company.run('--as-of', AS_OF));
  ({stdout: more} = await huisheng('records', 'complaints', '--period', '2026-05', '--json', ...company.where));
  const pipeline = await readPipeline(company.pipeline);
  const database = await openDatabase(company.warehouse, {readOnly: true, timeZone: pipeline.timeZone});
  data = await collectSiteData(pipeline, database, await readJournal(stateOf(pipeline.name, company.data)));
  database.close();
});
afterAll(() => company.dissolve());

test('the policy comes with its calendar, its clauses and how each is kept', () => {
  expect(data.policy.id).toBe('service-industry');
  expect(data.calendar.years.at(-1)).toEqual({year: '2026', notices: ['国办发明电〔2025〕7号']});
  expect(data.duties).toHaveLength(data.policy.duties.length);
  expect(data.duty_states.reduce((sum, {clauses}) => sum + clauses, 0)).toBe(data.duties.length);
  const resolved = data.duty_figures.find(({kpi}) => kpi === 'resolution_on_time');
  expect(resolved).toMatchObject({grain: 'year', verdict: 'missed', reason: null});
  const measures = data.duty_figures.find(({kpi}) => kpi === 'measure_on_time');
  expect(measures).toMatchObject({grain: null, period_start: null, verdict: 'not_measurable', reason: 'no_records'});
});

test('each figure is read in its latest period that is over', () => {
  const periods = Object.fromEntries(
    data.latest.map(({kpi, grain, period_start}) => [kpi, `${grain} ${period_start}`])
  );
  expect(periods['open_complaints']).toBe('month 2026-12-01');
  // Of the three complaints of December no rate is published; the quarter has none more, so the year is read.
  expect(periods['invalid_rate']).toBe('year 2026-01-01');
});

test('the definitions name the clauses of this policy, and a quantile its figure', () => {
  const kpi = (id: string) => data.kpis.find((each) => each.id === id);
  expect(kpi('dispatch_on_time')?.clause).toEqual({'service-industry': '2.3.3'});
  expect(kpi('invalid_rate')?.clause).toEqual({'service-industry': '8.3'});
  expect(kpi('time_to_resolve_p90')?.quantile_of).toBe('time_to_resolve');
});

test('the records of a figure are those that the command lists, at most three hundred, and name nobody', () => {
  const records = data.records.find(({kpi}) => kpi === 'invalid_rate')!;
  expect(records).toMatchObject({grain: 'year', total: 403});
  expect(records.rows).toHaveLength(300);
  expect(records.columns).toEqual(['record_id', 'at', 'numerator', 'denominator', 'department', 'category']);
  const listed = (JSON.parse(more) as {record_id: string}[]).map(({record_id}) => record_id);
  expect(records.rows.slice(0, listed.length).map(([id]) => id)).toEqual(listed);
  // People stand on their cards alone.
  const {performance, ...others} = data;
  expect(JSON.stringify(others).includes(HANDLER)).toBe(false);
  expect(performance.cards.some(({member}) => member === HANDLER)).toBe(true);
});

test('the summary adds up, over categories and over departments', () => {
  const year = data.summary.totals.filter(({grain, period_start}) => grain === 'year' && period_start === '2026-01-01');
  const sum = (of: string) =>
    year.filter(({dimension}) => dimension === of).reduce((total, {complaints}) => total + complaints, 0);
  expect([sum('all'), sum('category'), sum('department')]).toEqual([403, 403, 403]);
  const cells = data.summary.cells.filter(({grain}) => grain === 'year');
  expect(cells.reduce((total, {complaints}) => total + complaints, 0)).toBe(403);
});

test('the register goes by months and holds every complaint that stands', () => {
  expect(data.register.map(({period_start}) => period_start)).toEqual([
    '2026-05-01',
    '2026-06-01',
    '2026-07-01',
    '2026-12-01'
  ]);
  expect(data.register.at(-1)).toMatchObject({total: 3, rows: [{complaint_id: 'T01430'}, {}, {}]});
  expect(data.register.reduce((sum, {rows}) => sum + rows.length, 0)).toBe(403);
});

test('the run and its source stand there as the journal tells of them', () => {
  const {runs, sources, missed} = data.operations;
  expect(runs).toMatchObject([{id: 1, trigger: 'hand', state: 'done', rows_read: 403, loaded: 403, quarantined: 0}]);
  expect(runs[0]?.started_at).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d$/);
  expect(sources).toMatchObject([{source: 'register', state: 'read', age_seconds: 0, message: null}]);
  expect(missed).toEqual([]);
});

test('a year that the calendar lacks is told on the pages and by the run', () => {
  const [notice, ...others] = data.run.notices;
  expect(others).toEqual([]);
  expect(notice?.['zh-CN']).toMatch(/^2027 年法定节假日安排尚未发布.*个时限按周一至周五/);
  expect(told).toContain(notice?.en);
});
