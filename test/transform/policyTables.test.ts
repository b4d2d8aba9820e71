import {afterEach, beforeEach, expect, it} from 'vitest';
import {policySchema} from '../../pipelines/policies/schema.ts';
import {checkYaml} from '../../src/config/yamlFile.ts';
import {writePolicy} from '../../src/transform/policyTables.ts';
import {SmallWorld} from './smallWorld.ts';

// The window of recurrence falls from 30 days to 5 and a target comes in on 2026-01-10; the later version is written first.
const POLICY = checkYaml(
  `
id: mine
title: my policy
versions:
  - effective_from: 2026-01-10
    recurrence: {window_days: 5, match: []}
    callback: {satisfied_from: 4, scale_low: 1, scale_high: 5}
    survey: {scale_low: 1, scale_high: 5, top_boxes: 2, promoter_from: 9, detractor_to: 6}
    required_fields: [{field: category}]
    targets: [{kpi: figure, target: 0.9, clause: '9.2'}]
  - effective_from: 1970-01-01
    recurrence: {window_days: 30, match: [category, region]}
    callback: {satisfied_from: 4, scale_low: 1, scale_high: 5}
    survey: {scale_low: 1, scale_high: 5, top_boxes: 2, promoter_from: 9, detractor_to: 6}
    required_fields: [{field: category}, {field: region}]
`,
  policySchema,
  'mine.yaml'
);

let world: SmallWorld;
beforeEach(async () => {
  world = await SmallWorld.open({timeZone: 'Asia/Shanghai'});
  await world.database.execute('drop schema policy cascade');
  await writePolicy(POLICY, 'Asia/Shanghai', world.database);
});
afterEach(() => {
  world.close();
});

it('writes each section as a table, with the days on which each version applies', async () => {
  const rows = await world.database.query(
    'select window_days, match, effective_from::varchar as "from", effective_until::varchar as until from policy.recurrence order by 3'
  );
  expect(rows).toEqual([
    {window_days: 30, match: ['category', 'region'], from: '1970-01-01 00:00:00+08', until: '2026-01-10 00:00:00+08'},
    {window_days: 5, match: [], from: '2026-01-10 00:00:00+08', until: '9999-12-31 00:00:00+08'}
  ]);
  expect(await world.database.query('select field from policy.required_fields order by effective_from, field')).toEqual(
    [{field: 'category'}, {field: 'region'}, {field: 'category'}]
  );
  expect(await world.database.query('select kpi, target, clause, source from policy.targets')).toEqual([
    {kpi: 'figure', target: 0.9, clause: '9.2', source: 'organisation'}
  ]);
});

it('applies the version in force on the day of receipt, in mid-month too', async () => {
  const of = (id: string, received_at: string) => ({
    complaint_id: id,
    received_at,
    customer_id: 'c',
    category: 'x',
    region: 'y'
  });
  await world.stage('complaint', [
    of('1', '2026-01-01T09:00:00+08:00'),
    of('2 under the old rule', '2026-01-09T23:59:59+08:00'),
    of('3 under the new rule', '2026-01-16T00:00:00+08:00'),
    of('4 within its window', '2026-01-17T00:00:00+08:00')
  ]);
  await world.build();
  expect((await world.counted('recurrence_rate')).map((row) => row.split(' on ')[0])).toEqual([
    '1: 0/1',
    '2 under the old rule: 1/1',
    '3 under the new rule: 0/1',
    '4 within its window: 1/1'
  ]);
});

it('gives each period the target in force on its first day', async () => {
  const days = ['2026-01-05', '2026-02-05'];
  const values = days.map((day, i) => `('c${i}', timestamptz '${day} 12:00:00Z')`).join(', ');
  await world.database.execute(
    `create table core.complaints as select * from (values ${values}) as t(complaint_id, "at")`
  );
  const rows = await world.figures(
    'kind: ratio',
    'select complaint_id as record_id, "at", 1 as numerator, 1 as denominator from core.complaints'
  );
  const months = rows.filter(({grain}) => grain === 'month').map(({period_start, target}) => [period_start, target]);
  expect(months).toEqual([
    ['2026-01-01', null],
    ['2026-02-01', 0.9]
  ]);
});
