import {afterEach, describe, expect, it} from 'vitest';
import {rolledUp} from './rolledUp.ts';
import {SmallWorld, complaint, type StagedRow, type StagedRows, type WorldOptions} from './smallWorld.ts';

let world: SmallWorld;
afterEach(() => {
  world.close();
});

async function build(rows: StagedRows, options?: WorldOptions): Promise<void> {
  world = await SmallWorld.open(options);
  await world.stageAll(rows);
  await world.build();
}

const violation = (id: string, more: StagedRow = {}): StagedRow => ({
  violation_id: id,
  happened_at: '2026-01-06T09:00:00Z',
  ...more
});

describe('violations', () => {
  it('counts what happened by the as-of time', async () => {
    await build(
      {violation: [violation('at'), violation('later', {happened_at: '2026-01-06T09:00:00.000001Z'})]},
      {asOf: '2026-01-06T09:00:00Z'}
    );
    expect(await world.database.query('select record_id from kpis.violations')).toEqual([{record_id: 'at'}]);
  });
});

describe('violations_per_100_cases', () => {
  const cases = (department: string, count: number) =>
    Array.from({length: count}, (_, i) => complaint(`${department} ${i}`, {department}));

  it('divides violations by the valid complaints of the department', async () => {
    await build({
      complaint: [
        ...cases('parks', 40),
        ...cases('roads', 10),
        complaint('invalid', {department: 'parks', is_valid: false})
      ],
      violation: [violation('v1', {department: 'parks'}), violation('v2', {department: 'parks'})]
    });
    expect(await rolledUp(world, 'violations_per_100_cases', 'month')).toEqual([
      {period_start: '2026-01-01', member: 'all', numerator: 2, denominator: 50, value: 0.04}
    ]);
    expect(await rolledUp(world, 'violations_per_100_cases', 'month', 'department')).toEqual([
      {period_start: '2026-01-01', member: 'parks', numerator: 2, denominator: 40, value: 0.05},
      {period_start: '2026-01-01', member: 'roads', numerator: 0, denominator: 10, value: 0}
    ]);
  });

  it('has no value without cases', async () => {
    await build({violation: [violation('v1')]});
    const [figure] = await rolledUp(world, 'violations_per_100_cases', 'month');
    expect(figure).toMatchObject({numerator: 1, denominator: 0, value: null});
  });

  it('is not measured where nobody tells of violations', async () => {
    await build({complaint: cases('parks', 40)});
    await world.database.execute(`delete from config.told where record = 'violation'`);
    expect(await world.counted('violations_per_100_cases')).toEqual([]);
  });
});

describe('fines_total', () => {
  it('counts fines on the day of the decision, and not what is decided later', async () => {
    await build(
      {
        violation: [
          violation('decided', {decided_at: '2026-01-08T09:00:00Z', penalty: 'fine', amount: 200}),
          violation('undated', {penalty: 'fine', amount: 50.5}),
          violation('decided later', {decided_at: '2026-01-11T09:00:00Z', penalty: 'fine', amount: 1000}),
          violation('none', {decided_at: '2026-01-08T09:00:00Z', penalty: 'criticism'})
        ]
      },
      {asOf: '2026-01-10T00:00:00Z'}
    );
    const rows = await world.database.query(
      `select record_id, strftime("at", '%m-%d') as day, numerator from kpis.fines_total order by 1`
    );
    expect(rows).toEqual([
      {record_id: 'decided', day: '01-08', numerator: 200},
      {record_id: 'undated', day: '01-06', numerator: 50.5}
    ]);
    expect(
      await world.database.query(`select penalty from core.violations where violation_id = 'decided later'`)
    ).toEqual([{penalty: null}]);
  });
});
