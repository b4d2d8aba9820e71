import {describe, expect, it} from 'vitest';
import {isOrdeal} from '../../ordeal.ts';
import {SmallWorld} from '../smallWorld.ts';
import {randomCases, repetitions, stagedCases} from './randomCases.ts';
import {SlowClocks, type SlowClock, type SlowEscalation} from './slowClocks.ts';

const AS_OF = '2026-12-31T02:00:00Z';
/** How many histories are tried; the ordeal takes the time for a thousand of each policy. */
const HISTORIES = isOrdeal ? 1000 : 600;
const ms = (column: string) => `epoch_ms(${column})::double as ${column.replaceAll('"', '')}`;

/** Runs random cases both ways: by SQL, and one by one. */
async function bothWays(policy: string, timeZone: string) {
  const world = await SmallWorld.open({policy, timeZone, asOf: AS_OF});
  try {
    const version = world.policy.versions[0]!;
    const asOf = Date.parse(AS_OF);
    const cases = randomCases(version, HISTORIES * 1.3, '2026-01-01', '2027-01-20')
      .filter(({receivedAt}) => receivedAt <= asOf)
      .slice(0, HISTORIES);
    await world.stageAll(stagedCases(cases));
    await world.build();
    const clocks = await world.database.query<SlowClock>(
      `select complaint_id, clock, ${['started_at', 'due_at', 'approved_due_at', 'stopped_at'].map(ms).join(', ')}, state, is_provisional
       from core.clocks order by complaint_id, clock`
    );
    const escalations = await world.database.query<SlowEscalation>(
      `select complaint_id, rule, ${ms('"at"')}, severity, level from core.escalations order by complaint_id, rule`
    );
    const slow = new SlowClocks(world.policy, world.calendar, timeZone, asOf);
    const counts = repetitions(cases, version, asOf);
    const judged = cases.map((one) => slow.judge(one, counts.get(one.id)));
    const byName = (a: {complaint_id: string}, b: {complaint_id: string}, of: (row: never) => string) =>
      a.complaint_id === b.complaint_id
        ? compare(of(a as never), of(b as never))
        : compare(a.complaint_id, b.complaint_id);
    return {
      count: cases.length,
      bySql: {clocks, escalations},
      oneByOne: {
        clocks: judged.flatMap((one) => one.clocks).sort((a, b) => byName(a, b, ({clock}: SlowClock) => clock)),
        escalations: judged
          .flatMap((one) => one.escalations)
          .sort((a, b) => byName(a, b, ({rule}: SlowEscalation) => rule))
      }
    };
  } finally {
    world.close();
  }
}

function compare(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}

describe.each([
  ['service-industry', 'Asia/Shanghai'],
  ['real-estate', 'Asia/Shanghai'],
  ['feedback-resolution', 'Asia/Shanghai'],
  ['gps-service', 'Asia/Shanghai'],
  ['craft-export', 'Asia/Shanghai'],
  ['service-industry', 'America/New_York'],
  ['real-estate', 'Europe/Berlin']
])('the clocks of %s in %s', (policy, timeZone) => {
  it('are the same by SQL as one by one, over random histories', async () => {
    const {count, bySql, oneByOne} = await bothWays(policy, timeZone);
    expect(count).toBe(HISTORIES);
    expect(bySql.clocks.length).toBeGreaterThan(count);
    for (const [i, clock] of oneByOne.clocks.entries()) expect(bySql.clocks[i]).toEqual(clock);
    expect(bySql.clocks).toHaveLength(oneByOne.clocks.length);
    expect(bySql.escalations).toEqual(oneByOne.escalations);
    const states = new Set(bySql.clocks.map(({state}) => state));
    for (const state of ['met', 'met_by_extension', 'missed', 'overdue', 'running', 'not_applicable']) {
      expect([...states]).toContain(state);
    }
    expect(bySql.clocks.some(({is_provisional}) => is_provisional)).toBe(true);
  });
});
