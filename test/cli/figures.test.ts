import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {AS_OF, type Company} from '../run/company.ts';
import {companyThatRan} from './company.ts';
import {huisheng, huishengJson} from './huisheng.ts';

const COLUMNS = [
  ...['kpi', 'grain', 'period_start', 'dimension', 'member', 'numerator', 'denominator', 'value', 'low', 'high'],
  ...['target', 'is_provisional', 'is_withheld']
];

let company: Company;

beforeAll(async () => {
  company = await companyThatRan();
});

afterAll(async () => {
  await company.dissolve();
});

describe('kpi', () => {
  test('prints an array of objects with exactly the columns of marts.kpi_values', async () => {
    const figures = await huishengJson('kpi', 'resolution_on_time', '--by', 'department', ...company.where);
    expect(figures.length).toBe(4);
    for (const figure of figures) expect(Object.keys(figure)).toEqual(COLUMNS);
    const stored = await company.query(`
      select * replace (period_start::varchar as period_start) from marts.kpi_values
      where kpi = 'resolution_on_time' and grain = 'month' and dimension = 'department' order by period_start, member`);
    expect(figures).toEqual(stored);
    const types = Object.fromEntries(Object.entries(figures[0]!).map(([column, value]) => [column, typeof value]));
    expect(types).toMatchObject({
      period_start: 'string',
      numerator: 'number',
      value: 'number',
      is_provisional: 'boolean'
    });
  });

  test.each([
    ['week', ['2026-04-27', '2026-05-04']],
    ['month', ['2026-05-01', '2026-06-01']],
    ['quarter', ['2026-04-01']],
    ['year', ['2026-01-01']]
  ])('counts by %s', async (grain, first) => {
    const figures = await huishengJson('kpi', 'complaints', '--grain', grain, ...company.where);
    expect(figures.slice(0, 2).map(({period_start}) => period_start)).toEqual(first);
    expect(figures.reduce((sum, {numerator}) => sum + (numerator as number), 0)).toBe(300);
  });

  test('keeps to --from and --to, a month meaning all its days', async () => {
    const months = async (...range: string[]) =>
      (await huishengJson('kpi', 'open_complaints', ...range, ...company.where)).map(({period_start}) => period_start);
    expect(await months()).toEqual(['2026-05-01', '2026-06-01', '2026-07-01']);
    expect(await months('--from', '2026-06')).toEqual(['2026-06-01', '2026-07-01']);
    expect(await months('--to', '2026-06')).toEqual(['2026-05-01', '2026-06-01']);
    expect(await months('--from', '2026-06-02', '--to', '2026-07-01')).toEqual(['2026-07-01']);
    expect(await months('--from', '2027')).toEqual([]);
  });

  test('prints a table with a heading where no JSON is asked for', async () => {
    const {stdout} = await huisheng('kpi', 'complaints', '--by', 'category', ...company.where);
    const [heading, rule, first] = stdout.split('\n');
    expect(heading!.trim().split(/\s+/)).toEqual(COLUMNS);
    expect(rule).toMatch(/^[─ ]+$/);
    expect(first).toMatch(/^complaints {2}month {2}2026-05-01 +category +噪音 +6[0-9]/);
  });
});

describe('records', () => {
  test.each(['2026-05', '2026-Q2', '2026', '2026-W20'])('of %s add up to the figure', async (period) => {
    const grain = /W/.test(period) ? 'week' : /Q/.test(period) ? 'quarter' : period.length === 4 ? 'year' : 'month';
    const records = await huishengJson('records', 'resolution_on_time', '--period', period, ...company.where);
    const figures = await huishengJson('kpi', 'resolution_on_time', '--grain', grain, ...company.where);
    const starts: Record<string, string> = {'2026-05': '2026-05-01', '2026-Q2': '2026-04-01', '2026': '2026-01-01'};
    const figure = figures.find(({period_start}) => period_start === (starts[period] ?? '2026-05-11'))!;
    const sum = (column: string) => records.reduce((total, record) => total + (record[column] as number), 0);
    expect([sum('numerator'), sum('denominator')]).toEqual([figure['numerator'], figure['denominator']]);
    expect(records.length).toBeGreaterThan(20);
  });

  test('of one member are those of the figure of that member', async () => {
    const slice = ['--period', '2026-05', '--by', 'department=工程部'];
    const records = await huishengJson('records', 'recurrence_rate', ...slice, ...company.where);
    const figures = await huishengJson('kpi', 'recurrence_rate', '--by', 'department', ...company.where);
    const figure = figures.find(({period_start, member}) => period_start === '2026-05-01' && member === '工程部')!;
    expect(records).toHaveLength(figure['denominator'] as number);
    expect(records.every(({department}) => department === '工程部')).toBe(true);
  });

  test('of a stock are those that are open at the end of the period', async () => {
    const figures = await huishengJson('kpi', 'open_complaints', ...company.where);
    for (const {period_start, numerator} of figures) {
      const period = (period_start as string).slice(0, 7);
      const records = await huishengJson('records', 'open_complaints', '--period', period, ...company.where);
      expect({period, count: records.length}).toEqual({period, count: numerator});
    }
  });
});

describe('explain', () => {
  test('tells title, definition, clause, lineage and SQL, in both languages', async () => {
    const {status, stdout} = await huisheng('explain', 'recurrence_rate');
    expect(status).toBe(0);
    expect(stdout).toMatch(/^投诉重复率 · Recurrence rate \(recurrence_rate\)\n\ncounts {5}\S/);
    for (const word of [
      'clause',
      'beside     identity_coverage',
      'core.complaints — ',
      '      staging.complaint',
      'select'
    ])
      expect(stdout).toContain(word);
  });

  test('prints the same as JSON', async () => {
    const {stdout} = await huisheng('explain', 'recurrence_rate', '--json');
    const explained = JSON.parse(stdout) as Record<string, unknown>;
    expect(explained).toMatchObject({
      id: 'recurrence_rate',
      kind: 'ratio',
      of: 'complaint',
      guards: ['identity_coverage', 'invalid_rate']
    });
    expect(explained['lineage']).toContainEqual(expect.objectContaining({depth: 1, name: 'core.complaints'}));
  });
});

describe('status', () => {
  test('tells when a pipeline was run and what it read', async () => {
    const [row] = await huishengJson('status', company.pipeline, '--data', company.data);
    expect(row).toMatchObject({
      pipeline: 'company',
      run: 1,
      state: 'done',
      as_of: new Date(AS_OF).toISOString(),
      finished_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) as string,
      rows_read: 300,
      quarantined: 0,
      is_published: false,
      folder: company.data
    });
  });

  test('tells of a pipeline that was never run', async () => {
    const [row] = await huishengJson('status', company.pipeline, '--data', `${company.folder}/nothing`);
    expect(row).toMatchObject({pipeline: 'company', run: null, as_of: null, rows_read: null, is_published: false});
  });
});

describe('query', () => {
  test('runs a SELECT in the zone of the pipeline', async () => {
    expect(await company.query('select count(*) as cases from core.complaints')).toEqual([{cases: '300'}]);
    const [row] = await company.query('select min(received_at)::varchar as first from core.complaints');
    expect(row).toEqual({first: '2026-05-01 12:00:00+08'});
  });

  test('describes and lists tables', async () => {
    const {status, stdout} = await huisheng('query', 'describe marts.kpi_values', ...company.where);
    expect(status).toBe(0);
    for (const column of COLUMNS) expect(stdout).toContain(column);
  });
});
