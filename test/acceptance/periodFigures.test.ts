import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {huisheng, huishengJson} from '../cli/huisheng.ts';
import {isOrdeal, leaveToOrdeal} from '../ordeal.ts';
import {hasSharedData, pipelineOf, readExpected} from './sharedData.ts';

interface Figure {
  readonly kpi: string;
  readonly grain: string;
  readonly period_start: string;
  readonly dimension: string;
  readonly member: string;
  readonly numerator: number;
  readonly denominator?: number | null;
}

interface Expected {
  readonly as_of: string;
  readonly values: readonly Figure[];
}

/** Rows by data set. The largest takes as long as all others together. */
const DATA_SETS = {'nyc-311-rodent-2016': 3101, 'cfpb-2013-2016': 3186, ...(isOrdeal && {'boston-311-2011': 58_251})};

leaveToOrdeal('the figures of boston-311-2011');
describe.skipIf(!hasSharedData).each(Object.entries(DATA_SETS))('%s', (name, rows) => {
  let data = '';
  let expected: Expected;
  let said = '';
  const where = () => ['--pipeline', pipelineOf(name), '--data', data];

  beforeAll(async () => {
    data = await mkdtemp(join(tmpdir(), 'huisheng-test-'));
    expected = await readExpected<Expected>(name);
    const {status, stderr} = await huisheng('run', pipelineOf(name), '--data', data, '--as-of', expected.as_of);
    expect(status, stderr).toBe(0);
    said = stderr;
  });

  afterAll(async () => {
    await rm(data, {recursive: true});
  });

  test('loses no row', () => {
    const count = rows.toLocaleString('en');
    expect(said).toContain(`${count} rows read = ${count} loaded + 0 unchanged + 0 quarantined`);
  });

  test('meets every figure that was computed by other means', async () => {
    const questions = new Set(expected.values.map(({kpi, grain, dimension}) => `${kpi} ${grain} ${dimension}`));
    const found = new Map<string, Figure>();
    for (const question of questions) {
      const [kpi, grain, dimension] = question.split(' ') as [string, string, string];
      for (const figure of await huishengJson<Figure>('kpi', kpi, '--grain', grain, '--by', dimension, ...where()))
        found.set(keyOf(figure), figure);
    }
    const answers = expected.values.map((wanted) => {
      const {numerator, denominator} = found.get(keyOf(wanted)) ?? {};
      return {...wanted, numerator, ...('denominator' in wanted && {denominator})};
    });
    expect(answers.length).toBeGreaterThan(0);
    expect(answers).toEqual(expected.values);
  });

  test('counts no case in a period of which nothing is expected', async () => {
    const figures = await huishengJson<Figure>('kpi', 'complaints', '--by', 'all', ...where());
    const wanted = expected.values.filter(({kpi, dimension}) => kpi === 'complaints' && dimension === 'all');
    expect(figures.map(({period_start, numerator}) => [period_start, numerator])).toEqual(
      wanted.map(({period_start, numerator}) => [period_start, numerator])
    );
  });

  if (name === 'boston-311-2011')
    test('widens the limits of shares that vary more than chance, and flags few of their weeks', async () => {
      const weeks = await huishengJson<{kpi: string; chart: string; rules: string}>(
        'query',
        `select kpi, chart, rules from marts.kpi_signals
         where grain = 'week' and dimension = 'all' and limits <> 'none' and chart in ('p', 'p_prime')`,
        ...where()
      );
      expect(weeks.find(({kpi}) => kpi === 'resolution_on_time')!.chart).toBe('p_prime');
      expect(weeks.find(({kpi}) => kpi === 'reopen_rate')!.chart).toBe('p');
      const flagged = weeks.filter(({rules}) => rules !== '').length / weeks.length;
      console.log(`Boston 2011: ${(100 * flagged).toFixed(1)} % of ${weeks.length} weeks of shares are flagged`);
      expect(flagged).toBeLessThan(0.05);
    });

  if (name === 'boston-311-2011')
    test('lists exactly the records that a figure counts', async () => {
      const slice = ['--period', '2011-10', '--by', 'department=PARK'];
      const records = await huishengJson('records', 'resolution_on_time', ...slice, ...where());
      const figures = await huishengJson<Figure>('kpi', 'resolution_on_time', '--by', 'department', ...where());
      const figure = figures.find(({period_start, member}) => period_start === '2011-10-01' && member === 'PARK')!;
      const sum = (column: string) => records.reduce((total, record) => total + (record[column] as number), 0);
      expect(records.length).toBe(figure.denominator);
      expect({numerator: sum('numerator'), denominator: sum('denominator')}).toEqual({
        numerator: figure.numerator,
        denominator: figure.denominator
      });
      expect(new Set(records.map(({record_id}) => record_id)).size).toBe(records.length);
      expect(new Set(records.map(({department}) => department))).toEqual(new Set(['PARK']));
      for (const {at} of records) expect(at).toMatch(/^2011-10-\d\d \d\d:\d\d:\d\d$/);
    });
});

function keyOf({kpi, grain, period_start, dimension, member}: Figure): string {
  return [kpi, grain, period_start, dimension, member].join('|');
}
