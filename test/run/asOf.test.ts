import {afterAll, beforeAll, expect, test} from 'vitest';
import {huishengJson} from '../cli/huisheng.ts';
import {Company, csv} from './company.ts';

interface Figure {
  readonly period_start: string;
  readonly numerator: number;
  readonly denominator: number | null;
  readonly is_provisional: boolean;
}

const MIDDLE_OF_JUNE = '2026-06-15T12:00:00+08:00';
const AUGUST = '2026-08-01T00:00:00+08:00';

let company: Company;
let marts: Record<string, string>;

beforeAll(async () => {
  company = await Company.found();
  const row = (id: string, received: string, resolved: string, due: string) => [id, received, resolved, due, ...REST];
  const rows = [
    row('A', '2026-05-20 09:00:00', '2026-05-21 09:00:00', '2026-05-22 09:00:00'),
    row('B', '2026-06-01 09:00:00', '2026-06-20 09:00:00', '2026-06-10 09:00:00'), // late, and open in the middle of June
    row('C', '2026-06-15 12:00:00', '2026-06-15 12:00:00', '2026-06-18 12:00:00'), // at the very second
    row('D', '2026-06-15 12:00:01', '2026-06-16 09:00:00', '2026-06-18 12:00:00'), // a second later
    row('E', '2026-07-02 09:00:00', '', '2026-07-05 09:00:00')
  ];
  await company.write('register.csv', csv(rows));
  await company.run('--as-of', MIDDLE_OF_JUNE);
  marts = await company.tables('marts');
});

afterAll(async () => {
  await company.dissolve();
});

test('what came later does not exist, and what closed later is still open', async () => {
  const cases = await company.query('select complaint_id, resolved_at from core.complaints order by complaint_id');
  expect(cases.map(({complaint_id, resolved_at}) => [complaint_id, resolved_at !== null])).toEqual([
    ['A', true],
    ['B', false],
    ['C', true]
  ]);
  expect(await figures('complaints')).toEqual([
    ['2026-05-01', 1, false],
    ['2026-06-01', 2, true]
  ]);
  expect(await figures('open_complaints')).toEqual([
    ['2026-05-01', 0, false],
    ['2026-06-01', 1, true]
  ]);
  expect(await figures('overdue_complaints')).toContainEqual(['2026-06-01', 1, true]);
});

test('a deadline that has not come yet is not counted', async () => {
  const found = await huishengJson<Figure>('kpi', 'resolution_on_time', ...company.where);
  expect(found.map(({period_start, numerator, denominator}) => [period_start, numerator, denominator])).toEqual([
    ['2026-05-01', 1, 1],
    ['2026-06-01', 0, 1]
  ]);
});

test('no period that begins later has a figure', async () => {
  const [row] = await company.query(
    `select count(*) filter (period_start > '2026-06-15') as later, count(*) as all_of_them from marts.kpi_values`
  );
  expect(row!['later']).toBe('0');
  expect(Number(row!['all_of_them'])).toBeGreaterThan(20);
});

test('later the same rows are known whole, without being loaded again', async () => {
  const {stderr} = await company.run('--as-of', AUGUST);
  expect(stderr).toContain('nothing new (1 file known)');
  expect(await figures('complaints')).toEqual([
    ['2026-05-01', 1, false],
    ['2026-06-01', 3, false],
    ['2026-07-01', 1, false]
  ]);
  expect(await figures('open_complaints')).toEqual([
    ['2026-05-01', 0, false],
    ['2026-06-01', 0, false],
    ['2026-07-01', 1, false],
    ['2026-08-01', 1, true]
  ]);
});

test('the time is stored with each run, and going back gives the earlier figures to the byte', async () => {
  await company.run('--as-of', MIDDLE_OF_JUNE);
  expect(await company.tables('marts')).toEqual(marts);
  const runs = await company.query('select run_id, epoch(as_of)::bigint as as_of from runs.runs order by run_id');
  const times = [MIDDLE_OF_JUNE, AUGUST, MIDDLE_OF_JUNE].map((time) => String(new Date(time).getTime() / 1000));
  expect(runs.map(({run_id, as_of}) => [run_id, as_of])).toEqual(times.map((time, i) => [i + 1, time]));
});

const REST = ['顾客', '13900000000', '漏水', '工程部', '内容'];

async function figures(kpi: string): Promise<(string | number | boolean)[][]> {
  const found = await huishengJson<Figure>('kpi', kpi, ...company.where);
  return found.map(({period_start, numerator, is_provisional}) => [period_start, numerator, is_provisional]);
}
