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

const exposure = (id: string, at: string, quantity: number, more: StagedRow = {}): StagedRow => ({
  exposure_id: id,
  at,
  quantity,
  ...more
});
const MONTHS = [exposure('jan', '2026-01-01T00:00:00Z', 310), exposure('feb', '2026-02-01T00:00:00Z', 280)];

describe('complaint_rate', () => {
  it('divides valid complaints by the amount of business', async () => {
    await build({
      complaint: [complaint('a'), complaint('b'), complaint('invalid', {is_valid: false})],
      exposure: MONTHS
    });
    const rows = await rolledUp(world, 'complaint_rate', 'month');
    expect(
      rows.map(({period_start, numerator, denominator, value}) => [period_start, numerator, denominator, value])
    ).toEqual([
      ['2026-01-01', 2, expect.closeTo(310, 9), expect.closeTo(2 / 310, 9)],
      ['2026-02-01', 0, expect.closeTo(280, 9), 0]
    ]);
  });

  it('spreads what covers a month over its days, up to the as-of time', async () => {
    await build({complaint: [complaint('a')], exposure: MONTHS}, {asOf: '2026-02-10T12:00:00Z'});
    const amounts = async (grain: string) =>
      (await rolledUp(world, 'complaint_rate', grain)).map(({denominator}) => Math.round(denominator as number));
    expect(await amounts('week')).toEqual([40, 70, 70, 70, 70, 70, 20]);
    expect(await amounts('month')).toEqual([310, 100]);
  });

  it('leaves what stands at no beginning of a period on its own day', async () => {
    await build({exposure: [exposure('a', '2026-01-05T10:00:00Z', 3), exposure('b', '2026-01-06T11:30:00Z', 4)]});
    expect(await world.counted('complaint_rate')).toEqual(['a: 0/3 on 2026-01-05', 'b: 0/4 on 2026-01-06']);
  });

  it('leaves out complaints of times for which nothing is known', async () => {
    await build({
      complaint: [
        complaint('before', {received_at: '2025-12-31T23:59:59Z'}),
        complaint('first', {received_at: '2026-01-01T00:00:00Z'}),
        complaint('last', {received_at: '2026-02-28T23:59:59Z'}),
        complaint('after', {received_at: '2026-03-01T00:00:00Z'})
      ],
      exposure: MONTHS
    });
    expect((await world.counted('complaint_rate')).filter((row) => row.includes(': 1/'))).toEqual([
      'first: 1/0 on 2026-01-01',
      'last: 1/0 on 2026-02-28'
    ]);
  });

  it('is told apart by what the amounts are told apart by, and by nothing else', async () => {
    const of = (department: string, region: string) => ({department, region, category: 'noise'});
    await build({
      complaint: [
        complaint('a', of('parks', 'north')),
        complaint('b', of('roads', 'north')),
        complaint('c', of('new', 'south'))
      ],
      exposure: [
        exposure('1', '2026-01-01T00:00:00Z', 310, {department: 'parks'}),
        exposure('2', '2026-01-01T00:00:00Z', 620, {department: 'roads'}),
        exposure('3', '2026-02-01T00:00:00Z', 280, {department: 'parks'})
      ]
    });
    const figures = async (dimension: string) =>
      (await rolledUp(world, 'complaint_rate', 'quarter', dimension)).map(({member, numerator, value}) => [
        member,
        numerator,
        value
      ]);
    expect(await figures('department')).toEqual([
      ['new', 1, null],
      ['parks', 1, expect.closeTo(1 / 590, 9)],
      ['roads', 1, expect.closeTo(1 / 620, 9)]
    ]);
    for (const dimension of ['region', 'category']) expect(await figures(dimension)).toEqual([]);
    expect(await figures('all')).toEqual([['all', 3, expect.closeTo(3 / 1210, 9)]]);
  });

  it('counts one measure only', async () => {
    await build({
      exposure: [
        ...MONTHS.map((row) => ({...row, measure: 'orders'})),
        exposure('customers', '2026-01-01T00:00:00Z', 99, {measure: 'customers'})
      ]
    });
    expect((await rolledUp(world, 'complaint_rate', 'month')).map(({denominator}) => denominator)).toEqual([
      expect.closeTo(310, 9),
      expect.closeTo(280, 9)
    ]);
  });

  it('counts nothing without amounts', async () => {
    await build({complaint: [complaint('a')]});
    expect(await world.counted('complaint_rate')).toEqual([]);
  });
});
