import fc from 'fast-check';
import {describe, expect, it} from 'vitest';
import type {LocalTime} from '../../src/contract/dateFormat.ts';
import {checkZone, instantOf, steadyOffset} from '../../src/contract/zone.ts';
import {openDatabase} from '../../src/warehouse/duckdb.ts';

const SEED = 20260703;

// Changes to and from summer time, by the tz database: what a wall clock shows in the hours that are leaped over or repeated.
const CHANGES: readonly [zone: string, local: string, utc: string][] = [
  ['America/New_York', '2024-03-10 01:59:59', '2024-03-10T06:59:59Z'],
  ['America/New_York', '2024-03-10 02:30:00', '2024-03-10T07:30:00Z'],
  ['America/New_York', '2024-03-10 03:00:00', '2024-03-10T07:00:00Z'],
  ['America/New_York', '2024-11-03 01:30:00', '2024-11-03T06:30:00Z'],
  ['America/New_York', '2024-11-03 02:00:00', '2024-11-03T07:00:00Z'],
  ['Europe/London', '2024-03-31 01:30:00', '2024-03-31T01:30:00Z'],
  ['Europe/London', '2024-10-27 01:30:00', '2024-10-27T01:30:00Z'],
  ['Europe/London', '1970-06-01 12:00:00', '1970-06-01T11:00:00Z'],
  ['Asia/Shanghai', '1986-05-04 02:30:00', '1986-05-03T18:30:00Z'],
  ['Asia/Shanghai', '1986-07-01 12:00:00', '1986-07-01T03:00:00Z'],
  ['Asia/Shanghai', '1991-09-15 01:30:00', '1991-09-14T17:30:00Z'],
  ['Asia/Shanghai', '2026-07-01 12:00:00', '2026-07-01T04:00:00Z'],
  ['Australia/Lord_Howe', '2024-10-06 02:15:00', '2024-10-05T15:45:00Z'],
  ['Australia/Lord_Howe', '2024-04-07 01:45:00', '2024-04-06T15:15:00Z'],
  ['UTC', '2024-04-07 01:45:00', '2024-04-07T01:45:00Z']
];

function localTime(text: string): LocalTime {
  const [year, month, day, hour, minute, second] = text.split(/[- :]/).map(Number) as [
    number,
    number,
    number,
    number,
    number,
    number
  ];
  return {year, month, day, hour, minute, second, microsecond: 0};
}

async function byDuckdb(cases: readonly (readonly [string, string])[]): Promise<string[]> {
  const database = await openDatabase(':memory:');
  const values = cases.map(([zone, local], i) => `(${i}, '${zone}', timestamp '${local}')`).join(', ');
  const rows = await database.query<{at: string}>(
    `select epoch_us(timezone(zone, local)) as "at" from (values ${values}) as t(i, zone, local) order by i`
  );
  database.close();
  return rows.map(({at}) => at);
}

describe('instantOf', () => {
  it.each(CHANGES)('%s, %s is %s', (zone, local, utc) => {
    expect(instantOf(localTime(local), zone)).toBe(BigInt(Date.parse(utc)) * 1000n);
  });

  it('agrees with DuckDB where clocks change', async () => {
    const cases = CHANGES.map(([zone, local]) => [zone, local] as const);
    expect(await byDuckdb(cases)).toEqual(cases.map(([zone, local]) => String(instantOf(localTime(local), zone))));
  });

  it('agrees with DuckDB at any time from 1970 to 2100', async () => {
    const zones = [
      'America/New_York',
      'Europe/London',
      'Asia/Shanghai',
      'Australia/Lord_Howe',
      'Asia/Kolkata',
      'America/Sao_Paulo',
      'Pacific/Apia'
    ];
    const seconds = fc.integer({min: 0, max: Date.UTC(2100, 0) / 1000});
    const cases = fc
      .sample(fc.tuple(fc.constantFrom(...zones), seconds), {seed: SEED, numRuns: 2000})
      .map(([zone, second]) => [zone, new Date(second * 1000).toISOString().slice(0, 19).replace('T', ' ')] as const);
    const found = await byDuckdb(cases);
    const differing = cases.filter(([zone, local], i) => found[i] !== String(instantOf(localTime(local), zone)));
    expect(differing, `seed ${SEED}`).toEqual([]);
  });

  it('goes by the offset that the text names', () => {
    const local = {...localTime('2026-01-31 09:30:00'), microsecond: 250, offsetMinutes: -210};
    expect(instantOf(local, 'Asia/Shanghai')).toBe(BigInt(Date.parse('2026-01-31T13:00:00Z')) * 1000n + 250n);
  });
});

describe('steadyOffset', () => {
  it.each([
    ['Asia/Shanghai', {fromYear: 1992, milliseconds: 8 * 3_600_000}],
    ['UTC', {fromYear: 1971, milliseconds: 0}],
    ['Asia/Kolkata', {fromYear: 1971, milliseconds: 5.5 * 3_600_000}],
    ['America/New_York', undefined],
    ['Europe/Istanbul', undefined]
  ])('of %s is %j', (zone, expected) => {
    expect(steadyOffset(zone)).toEqual(expected);
  });
});

describe('checkZone', () => {
  it('refuses what is no zone', () => {
    checkZone('Asia/Shanghai');
    expect(() => {
      checkZone('Asia/Peking');
    }).toThrow('"Asia/Peking" is not an IANA time zone such as Asia/Shanghai');
  });
});
