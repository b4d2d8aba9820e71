import {afterEach, describe, expect, it} from 'vitest';
import {readModels, type Model} from '../../src/transform/model.ts';
import {openDatabase, type Database} from '../../src/warehouse/duckdb.ts';
import {SmallWorld, complaint, event, type StagedRow, type StagedRows} from './smallWorld.ts';

let world: SmallWorld | undefined;
afterEach(() => {
  world?.close();
  world = undefined;
});

/** A database with these rows and everything that is made of them. */
async function build(rows: StagedRows): Promise<Database> {
  world = await SmallWorld.open({asOf: '2026-06-30T00:00:00Z'});
  await world.stageAll(rows);
  await world.build();
  return world.database;
}

const received = (day: string, more: StagedRow = {}) => ({
  received_at: `${day}T09:00:00Z`,
  customer_id: 'K1',
  category: 'leak',
  ...more
});
const solved = (id: string, day: string) => event(id, `${day}T09:00:00Z`, 'resolved');

describe('marts.recurrence_chains', () => {
  it('follows one matter of one customer from its first complaint on, and tells what came while it was still open', async () => {
    const database = await build({
      complaint: [
        complaint('a', received('2026-05-01', {outcome: 'partly', compensation_amount: 50})),
        complaint('b', received('2026-05-03')),
        complaint('c', received('2026-05-20')),
        complaint('other matter', received('2026-05-21', {category: 'noise'})),
        complaint('too late', received('2026-06-25')),
        complaint('nobody', received('2026-05-22', {customer_id: null}))
      ],
      complaint_event: [solved('a', '2026-05-05'), solved('b', '2026-05-05'), solved('c', '2026-05-22')]
    });
    const rows = await database.query(
      'select chain, position, complaint_id, days_since_earlier, was_open, first_outcome, first_compensation from marts.recurrence_chains'
    );
    const first = {chain: 'a', first_outcome: 'partly', first_compensation: 50};
    expect(rows).toEqual([
      {...first, position: 1, complaint_id: 'a', days_since_earlier: null, was_open: false},
      {...first, position: 2, complaint_id: 'b', days_since_earlier: 2, was_open: true},
      {...first, position: 3, complaint_id: 'c', days_since_earlier: 17, was_open: false}
    ]);
  });
});

describe('marts.hot_spots', () => {
  it('expects of a place its share of the year before, and of two together what both bring by themselves', async () => {
    const cases = (count: number, month: string, more: StagedRow) =>
      Array.from({length: count}, (_, i) =>
        complaint(
          `${month} ${Object.values(more).join(' ')} ${String(i)}`,
          received(`${month}-15`, {...more, customer_id: null})
        )
      );
    const database = await build({
      complaint: [
        ...cases(10, '2025-01', {region: 'north'}),
        ...cases(10, '2025-01', {region: 'south'}),
        ...cases(30, '2026-02', {region: 'north', product: 'door'}),
        ...cases(10, '2026-02', {region: 'south', product: 'roof'}),
        ...cases(99, '2026-06', {region: 'south'})
      ]
    });
    const rows = await database.query(
      `select kind, first_member, second_member, observed, expected from marts.hot_spots where kind in ('region', 'product_region')`
    );
    expect(rows).toEqual([
      {kind: 'product_region', first_member: 'door', second_member: 'north', observed: 30, expected: 22.5},
      {kind: 'product_region', first_member: 'door', second_member: 'south', observed: 0, expected: 7.5},
      {kind: 'product_region', first_member: 'roof', second_member: 'north', observed: 0, expected: 7.5},
      {kind: 'product_region', first_member: 'roof', second_member: 'south', observed: 10, expected: 2.5},
      {kind: 'region', first_member: 'north', second_member: null, observed: 30, expected: 20},
      {kind: 'region', first_member: 'south', second_member: null, observed: 10, expected: 20}
    ]);
  });
});

describe('marts.survival', () => {
  it('counts open cases for as long as they are known, and lets withdrawn ones leave', async () => {
    const days = Array.from({length: 10}, (_, i) => i);
    const database = await build({
      complaint: days.map((i) =>
        complaint(
          `c${String(i)}`,
          received('2026-06-20', {customer_id: null, outcome: i === 0 ? 'withdrawn' : 'resolved'})
        )
      ),
      complaint_event: days.slice(0, 8).map((i) => solved(`c${String(i)}`, '2026-06-22'))
    });
    const rows = await database.query(
      `select "day", at_risk, still_open, solved, gone from marts.survival where dimension = 'all' and "day" in (1, 2, 9)`
    );
    expect(rows).toEqual([
      {day: 1, at_risk: 10, still_open: 1, solved: 0, gone: 0},
      {day: 2, at_risk: 10, still_open: expect.closeTo(0.3, 12) as number, solved: 0.7, gone: 0.1},
      {day: 9, at_risk: 2, still_open: expect.closeTo(0.3, 12) as number, solved: 0.7, gone: 0.1}
    ]);
  });
});

describe('marts.unit_comparisons', () => {
  it('expects of a unit what its peers have with such cases, and with kindred ones where they have few', async () => {
    const {models} = await readModels();
    const [strata, model] = ['marts.unit_strata', 'marts.unit_comparisons'].map((name) =>
      models.find((one) => one.name === name)!
    ) as [Model, Model];
    const database = await openDatabase(':memory:');
    try {
      await database.execute(`
        create schema marts; create schema config; create schema core; create schema policy;
        create table config.run as select timestamptz '2026-06-30' as as_of, 'UTC' as time_zone;
        create table config.kpis as select 'on_time' as kpi, 'ratio' as kind, 'higher' as better, 10 as minimum;
        create table core.peers (member varchar, role varchar);
        create table policy.appraisal (departments varchar[], people varchar[], look_back_months integer,
          effective_from timestamptz, effective_until timestamptz);
        create table marts.card_cells (kpi varchar, month_start date, dimension varchar, member varchar, category varchar, severity varchar,
          channel varchar, numerator double, denominator double);
        create table marts.handled_cells as
        select 'on_time' as kpi, date '2026-05-01' as month_start, department, null::varchar as handler, 'leak' as category, severity,
          channel, n::double as numerator, d::double as denominator
        from (values
          ('a', 'low', 'phone', 9, 10), ('a', 'high', 'phone', 5, 10),
          ('b', 'low', 'phone', 40, 50), ('b', 'high', 'mail', 10, 40)
        ) as cells(department, severity, channel, n, d);
        create view marts.unit_strata as ${strata.sql}`);
      const rows = await database.query<{
        member: string;
        count: number;
        total: number;
        reference: number;
        expected: number;
      }>(`select member, count, total, reference, expected from (${model.sql}) where grain = 'month' order by member`);
      // Of a: b's cases, 50 of 90 in all; low ones by phone 40 of 50; high ones 10 of 40, none of them by phone.
      const all = 50 / 90;
      const low = (40 + (10 * (40 + 10 * all)) / 60) / 60;
      const high = (0 + (10 * (10 + 10 * all)) / 50) / 10;
      expect(rows[0]).toMatchObject({member: 'a', count: 14, total: 20});
      expect(rows[0]!.reference).toBeCloseTo(all, 12);
      expect(rows[0]!.expected).toBeCloseTo(10 * low + 10 * high, 12);
    } finally {
      database.close();
    }
  });
});
