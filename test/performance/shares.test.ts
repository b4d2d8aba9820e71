import fc from 'fast-check';
import {afterEach, describe, expect, it} from 'vitest';
import type {Database} from '../../src/warehouse/duckdb.ts';
import {complaint, event, type SmallWorld, type StagedRows} from '../transform/smallWorld.ts';
import {scoredWorld} from './scoredWorld.ts';

const RULES = `
    scorecard:
      - {kpi: resolution_on_time, weight: 0.4, target: 0.95, floor: 0.7, attribution: deadline}
      - {kpi: recurrence_rate, weight: 0.3, target: 0.03, floor: 0.1, attribution: time}
      - {kpi: invalid_rate, weight: 0.3, target: 0.03, floor: 0.1}
    appraisal: {look_back_months: 12}
`;

let world: SmallWorld | undefined;
afterEach(() => {
  world?.close();
  world = undefined;
});

/** A database in which the records of the scorecard are attributed. */
async function attribute(rows: StagedRows): Promise<Database> {
  world = await scoredWorld(RULES, rows, '2026-03-31T00:00:00Z');
  return world.database;
}

const at = (hour: number) => new Date(Date.UTC(2026, 0, 5, hour)).toISOString();

describe('the shares in a case', () => {
  it('go by the time for which each held it, and to whom held it at the deadline', async () => {
    const database = await attribute({
      complaint: [
        complaint('shared', {received_at: at(0)}),
        complaint('alone', {received_at: at(0), handler: '甲', department: '东'})
      ],
      complaint_event: [
        event('shared', at(0), 'dispatched', {department: '东', handler: '甲'}),
        event('shared', at(10), 'transferred', {department: '西', handler: '乙'}),
        event('shared', at(30), 'transferred', {department: '东', handler: '丙'}),
        event('shared', at(160), 'resolved', {department: '东', handler: '丙'})
      ]
    });
    const rows = await database.query<Record<'kpi' | 'dimension' | 'member' | 'rule' | 'share', string>>(
      `select kpi, dimension, member, rule, share::varchar as share from marts.attributed_records
       where record_id = 'shared' and kpi in ('recurrence_rate', 'resolution_on_time') order by all`
    );
    const told = rows.map(({kpi, dimension, member, rule, share}) =>
      [kpi, dimension, member, rule, Number(share)].join(' ')
    );
    // 140 of 160 hours in the east, 20 in the west; the limit ends after 144 hours.
    expect(told).toEqual(['resolution_on_time department 东 deadline 1', 'resolution_on_time handler 丙 deadline 1']);
    const shares = await database.query<{member: string; share: string}>(
      'select member, share::double as share from core.shares order by dimension, member'
    );
    expect(shares).toEqual([
      {member: '东', share: 0.875},
      {member: '西', share: 0.125},
      {member: '丙', share: 0.8125},
      {member: '乙', share: 0.125},
      {member: '甲', share: 0.0625}
    ]);
  });

  it('make up 1 whatever happened to it, so that the cases of all members are the cases', async () => {
    const STEPS = ['dispatched', 'transferred', 'investigated', 'resolved', 'reopened', 'closed'] as const;
    const step = fc.record({
      hour: fc.integer({min: 0, max: 900}),
      what: fc.constantFrom(...STEPS),
      department: fc.constantFrom('东', '西', '南', null),
      handler: fc.constantFrom('甲', '乙', '丙', '丁', null)
    });
    const histories = fc.sample(fc.array(step, {maxLength: 9}), {numRuns: 400, seed: 7});
    const database = await attribute({
      complaint: histories.map((_, i) =>
        complaint(`c${String(i)}`, {
          received_at: at(0),
          customer_id: `k${String(i % 90)}`,
          category: 'x',
          department: i % 3 === 0 ? '北' : null
        })
      ),
      complaint_event: histories.flatMap((steps, i) =>
        steps.map(({hour, what, department, handler}) => event(`c${String(i)}`, at(hour), what, {department, handler}))
      )
    });
    const shared = await database.query<{members: number; sum: number}>(
      'select count(*)::integer as members, sum(share)::double as sum from core.shares group by complaint_id, dimension'
    );
    expect(shared.length).toBeGreaterThan(200);
    expect(shared.filter(({members, sum}) => members < 2 || sum !== 1)).toEqual([]);
    const sums = await database.query<Record<string, number | string>>(
      `select kpi, dimension, sum((share * denominator)::decimal(28, 6))::double as cases, sum((share * numerator)::decimal(28, 6))::double as counted,
         (select sum(denominator) from marts.scored_records as scored where scored.kpi = records.kpi) as all_cases,
         (select sum(numerator) from marts.scored_records as scored where scored.kpi = records.kpi) as all_counted
       from marts.attributed_records as records group by all order by all`
    );
    expect(sums.map(({kpi, dimension}) => `${String(kpi)} ${String(dimension)}`)).toHaveLength(6);
    for (const {cases, counted, all_cases, all_counted} of sums) {
      expect(cases).toBe(all_cases);
      expect(counted).toBe(all_counted);
      expect(Number(cases)).toBeGreaterThan(0);
    }
  });
});
