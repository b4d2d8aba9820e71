import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {openDatabase} from '../../src/warehouse/duckdb.ts';
import {Company, csv} from '../run/company.ts';
import {huisheng, huishengJson} from './huisheng.ts';

/** Cases of three years up to the middle of July 2026; none in May 2024, and three times as many in June 2026. */
function register(): string[][] {
  const rows: string[][] = [];
  for (let month = 0; month < 37; month++) {
    const start = `${2023 + Math.floor((month + 6) / 12)}-${String(((month + 6) % 12) + 1).padStart(2, '0')}`;
    const usual = 24 + (month % 12) + ((month * 7) % 4);
    const count = start === '2024-05' ? 0 : start === '2026-06' ? usual * 3 : usual;
    for (let i = 0; i < count; i++) {
      const day = `${start}-${String(1 + (i % 14)).padStart(2, '0')}`;
      const number = `C${String(rows.length).padStart(5, '0')}`;
      const category = i === 0 && month % 6 === 0 ? '其他' : i % 3 === 0 ? '漏水' : '噪音';
      const department = i % 2 === 0 ? '工程部' : '客服部';
      rows.push([
        number,
        `${day} 09:00:00`,
        `${day} 15:00:00`,
        '',
        `顾客${i}`,
        '13900000000',
        category,
        department,
        '请处理'
      ]);
    }
  }
  return rows;
}

let company: Company;
beforeAll(async () => {
  company = await Company.found();
  const change = '{from: 2025-07, kpis: [complaints], what: 热线并入客服中心}';
  await company.write('company.yaml', `title: 公司\nsources: [register.yaml]\nprocess_changes: [${change}]\n`);
  await company.write('register.csv', csv(register()));
  const {status, stderr} = await company.run();
  if (status !== 0) throw new Error(stderr);
});
afterAll(async () => {
  await company.dissolve();
});

const json = (...args: string[]) => huishengJson('forecast', ...args, ...company.where);

describe('forecast', () => {
  test('prints the months to come as JSON, from the last month that is over', async () => {
    const rows = await json();
    expect(rows.map(({period_start}) => period_start)).toEqual([
      ...['2026-07-01', '2026-08-01', '2026-09-01', '2026-10-01', '2026-11-01', '2026-12-01']
    ]);
    for (const row of rows) {
      expect(row).toMatchObject({kpi: 'valid_complaints', dimension: 'all', origin: '2026-06-01', actual: null});
    }
  });

  test('splits by department and category, with the small ones together, and adds up', async () => {
    const point = (rows: Record<string, unknown>[]) =>
      rows.filter(({horizon}) => horizon === 1).reduce((sum, row) => sum + (row['point'] as number), 0);
    const [all, departments, categories] = [
      await json(),
      await json('--by', 'department'),
      await json('--by', 'category')
    ];
    expect([point(departments), point(categories)]).toEqual([point(all), point(all)]);
    const members = (rows: Record<string, unknown>[]) => [...new Set(rows.map(({member}) => member))].sort();
    expect(members(departments)).toEqual(['客服部', '工程部']);
    expect(members(categories)).toEqual(['(rest)', '噪音', '漏水']);
  });

  test('tells in words by which model, and how that has done', async () => {
    const {status, stdout} = await huisheng('forecast', ...company.where);
    expect(status).toBe(0);
    expect(stdout).toMatch(/^valid_complaints, from the counts up to 2026-06\n\nmonth +member +expected +80 % +95 %\n/);
    expect(stdout).toMatch(/2026-07 +all +\d+ +\d+ to \d+ +\d+ to \d+\n/);
    expect(stdout).toMatch(
      /\nall: .+\n {2}scaled error \(MASE\) of its last 12 forecasts \d\.\d\d; of the same month of the year before \d\.\d\d\n/
    );
    expect(stdout).toMatch(/of the counts that came, \d+ % lay within 80 %, \d+ % within 95 %/);
  });

  test('refuses a dimension that is not forecast, and names a near one', async () => {
    const {status, stderr} = await huisheng('forecast', '--by', 'departmen', ...company.where);
    expect(status).toBe(2);
    expect(stderr).toContain('--by: there is no forecast by "departmen" in this pipeline; did you mean "department"?');
  });
});

test('marts.forecasts finds the month that came otherwise than forecast, and counts an empty month as one', async () => {
  const [june] = await company.query(
    `select actual, is_outside95 from marts.forecasts where dimension = 'all' and period_start = '2026-06-01'`
  );
  expect(june!['is_outside95']).toBe(true);
  const [history] = await company.query(
    `select numerator from marts.kpi_values where kpi = 'valid_complaints' and grain = 'month' and dimension = 'all' and period_start = '2026-06-01'`
  );
  expect(june!['actual']).toBe(history!['numerator']);
});

test('control limits begin anew where the pipeline records a change of the work, for the figures that it names', async () => {
  const rebased = await company.query(
    `select kpi, rebased_on::varchar as rebased_on, min(period_start)::varchar as first, max(points) as points from marts.kpi_signals
     where grain = 'month' and dimension = 'all' and kpi in ('complaints', 'valid_complaints') group by all order by all`
  );
  expect(rebased).toEqual([
    {kpi: 'complaints', rebased_on: '2025-07-01', first: '2025-07-01', points: 12},
    {kpi: 'complaints', rebased_on: null, first: '2023-07-01', points: 24},
    {kpi: 'valid_complaints', rebased_on: null, first: '2023-07-01', points: 36}
  ]);
});

describe('signals', () => {
  test('prints the figures that left their ordinary variation in the latest month that is over', async () => {
    const rows = await huishengJson('signals', ...company.where);
    const volume = rows.find(({kpi}) => kpi === 'valid_complaints')!;
    expect(volume).toMatchObject({
      ...{grain: 'month', dimension: 'all', period_start: '2026-06-01', verdict: 'changed', side: 'above'},
      ...{since: '2026-06-01', limits: 'firm'}
    });
    expect(String(volume['rules'])).toContain('outside_limits');
    expect(rows.every(({verdict, series_rules}) => verdict !== 'ordinary' || series_rules !== '')).toBe(true);
    const {status, stdout} = await huisheng('signals', 'valid_complaints', ...company.where);
    expect(status).toBe(0);
    expect(stdout).toMatch(/valid_complaints +all +\d+ +[\d.]+ +[\d.]+ to [\d.]+ +changed +outside_limits.* +2026-06/);
  });

  test('tells of another month, by another dimension, or that all is quiet', async () => {
    const rows = await huishengJson('signals', '--by', 'department', '--period', '2026-06', '--all', ...company.where);
    expect(new Set(rows.map(({member}) => member))).toEqual(new Set(['客服部', '工程部']));
    const {stdout} = await huisheng('signals', '--period', '2026-05', '--by', 'department', ...company.where);
    expect(stdout).toMatch(/2026-05: all figures that can be judged vary in the ordinary way|verdict/);
  });

  test.each([
    [['--period', '2019-01'], /--period: nothing is told of 2019-01; there are 2023-\d\d to 2026-06/],
    [['--period', '2026-Q1'], /--period: expected a month such as 2026-10, got "2026-Q1"/],
    [['--by', 'departmnt'], /--by: there are no signals by "departmnt"; did you mean "department"\?/],
    [['valid_complaint'], /there is no KPI "valid_complaint"; did you mean "valid_complaints"\?/]
  ])('refuses %j', async (words, message) => {
    const {status, stderr} = await huisheng('signals', ...words, ...company.where);
    expect(status).toBe(2);
    expect(stderr).toMatch(message);
  });
});

describe('causes', () => {
  test('prints what rises beyond chance, of all that are looked at', async () => {
    const rows = await huishengJson('causes', '--by', 'category', ...company.where);
    expect(rows.map(({member, verdict, direction}) => [member, verdict, direction])).toEqual([
      ['噪音', 'act', 'rising'],
      ['漏水', 'act', 'rising'],
      ['其他', 'none', 'falling']
    ]);
    expect(rows[0]).toMatchObject({test: 'latest_1', period_start: '2026-06-01'});
    const {stdout} = await huisheng('causes', '--by', 'category', ...company.where);
    expect(stdout).toMatch(
      /^2026-06, by category: in this and other dimensions \d+ tests of \d+ members were made; q allows for all of them\n/
    );
    expect(stdout).toMatch(/噪音 +act: rising +\d+ +latest_1/);
  });

  test('says so where no complaint has a cause, and refuses what it does not know', async () => {
    expect((await huisheng('causes', ...company.where)).stderr).toContain('--by: no trends are told by "cause_root"');
    const {status, stderr} = await huisheng('causes', '--by', 'categroy', ...company.where);
    expect([status, stderr]).toEqual([
      2,
      'huisheng: --by: no trends are told by "categroy"; did you mean "category"?\n'
    ]);
  });
});

test('says so where there are too few months for any forecast', async () => {
  const database = await openDatabase(company.warehouse);
  await database.execute('delete from marts.forecasts');
  database.close();
  const {status, stdout} = await huisheng('forecast', ...company.where);
  expect([status, stdout]).toEqual([0, 'no forecast: there are too few months that are over\n']);
  expect(await json('--by', 'department')).toEqual([]);
});
