import fc from 'fast-check';
import {afterEach, describe, expect, it} from 'vitest';
import {SmallWorld} from './smallWorld.ts';

const SEED = 20260706;

interface Spell {
  readonly from: string;
  readonly until: string | null;
  readonly department?: string;
}

let world: SmallWorld;
afterEach(() => {
  world.close();
});

/** The stock by period and member, as `grain period member: value`. */
async function stock(spells: readonly Spell[], asOf: string, timeZone = 'UTC'): Promise<string[]> {
  world = await SmallWorld.open({asOf, timeZone});
  const instant = (time: string | null) => (time === null ? 'null::timestamptz' : `timestamptz '${time}'`);
  const values = spells.map(
    ({from, until, department}, i) => `('c${i}', ${instant(from)}, ${instant(until)}, '${department ?? 'parks'}')`
  );
  await world.database.execute(
    `create table core.complaints as select * from (values ${values.join(', ')}) as t(complaint_id, from_at, until_at, department)`
  );
  const rows = await world.figures(
    'kind: stock',
    'select complaint_id as record_id, from_at, until_at from core.complaints'
  );
  return rows.map(
    ({grain, period_start, member, value}) =>
      `${String(grain)} ${String(period_start)} ${String(member)}: ${String(value)}`
  );
}

const months = (rows: readonly string[], member = 'all') =>
  rows
    .filter((row) => row.startsWith('month') && row.includes(` ${member}:`))
    .map((row) => row.slice(6).replace(` ${member}`, ''));

describe('a stock', () => {
  it('is what is there at the end of each period, also where nothing changed in it', async () => {
    const rows = await stock(
      [
        {from: '2026-01-05T12:00:00Z', until: '2026-03-05T12:00:00Z'},
        {from: '2026-01-31T23:59:59Z', until: null}
      ],
      '2026-04-15T00:00:00Z'
    );
    expect(months(rows)).toEqual(['2026-01-01: 2', '2026-02-01: 2', '2026-03-01: 1', '2026-04-01: 1']);
  });

  it('counts what is closed at the very end of a period as there, and what opens then as not', async () => {
    const rows = await stock(
      [
        {from: '2026-01-05T12:00:00Z', until: '2026-02-01T00:00:00Z'},
        {from: '2026-02-01T00:00:00Z', until: null}
      ],
      '2026-02-15T00:00:00Z'
    );
    expect(months(rows)).toEqual(['2026-01-01: 1', '2026-02-01: 1']);
  });

  it('begins with the first record, and a member ends when its last has gone', async () => {
    const rows = await stock(
      [
        {from: '2026-01-05T12:00:00Z', until: null, department: 'parks'},
        {from: '2026-02-05T12:00:00Z', until: '2026-03-05T12:00:00Z', department: 'roads'}
      ],
      '2026-05-15T00:00:00Z'
    );
    expect(months(rows, 'roads')).toEqual(['2026-02-01: 1', '2026-03-01: 0']);
    expect(months(rows, 'parks')).toHaveLength(5);
  });

  it('goes by the days of the pipeline', async () => {
    const rows = await stock([{from: '2026-01-31T16:00:00Z', until: null}], '2026-02-15T00:00:00Z', 'Asia/Shanghai');
    expect(months(rows)).toEqual(['2026-02-01: 1']);
  });

  it('is the same as counting what is open, for any spells', async () => {
    const day = fc.integer({min: 0, max: 400}).map((days) => Date.UTC(2025, 0, 1) + days * 86_400_000 + 43_200_000);
    const spell = fc.tuple(day, fc.option(fc.integer({min: 0, max: 90})));
    const spells = fc
      .sample(spell, {seed: SEED, numRuns: 300})
      .map(([from, days]) => ({from, until: days === null ? null : from + days * 86_400_000}));
    const asOf = Date.UTC(2026, 6, 15);
    const rows = await stock(
      spells.map(({from, until}) => ({
        from: new Date(from).toISOString(),
        until: until === null ? null : new Date(until).toISOString()
      })),
      new Date(asOf).toISOString()
    );
    const expected = Array.from({length: 19}, (_, i) => {
      const end = Date.UTC(2025, i + 1, 1);
      const there = spells.filter(({from, until}) => from < end && (until === null || until >= end)).length;
      return `${new Date(Date.UTC(2025, i, 1)).toISOString().slice(0, 10)}: ${there}`;
    });
    expect(months(rows), `seed ${SEED}`).toEqual(expected);
  });
});
