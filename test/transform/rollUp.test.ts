import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import type {Row} from '../../src/warehouse/duckdb.ts';
import {SmallWorld} from './smallWorld.ts';

let world: SmallWorld;
beforeAll(async () => {
  world = await SmallWorld.open();
});
afterAll(() => {
  world.close();
});

/** Records as core.complaints, which a figure counts by default. */
async function records(
  rows: readonly {id: string; at: string; department?: string; n?: number; d?: number}[],
  {database} = world
): Promise<void> {
  const values = rows
    .map(
      ({id, at, department, n, d}) =>
        `('${id}', timestamptz '${at}', ${department === undefined ? 'null' : `'${department}'`}, ${n ?? 'null'}, ${d ?? 'null'})`
    )
    .join(', ');
  await database.execute(
    `create or replace table core.complaints as select * from (values ${values}) as t(complaint_id, "at", department, n, d)`
  );
}

const COUNTED = 'select complaint_id as record_id, "at", n as numerator, d as denominator from core.complaints';

/** The rows of one grain and dimension, with some of their columns. */
function pick(rows: readonly Row[], grain: string, dimension: string, columns: readonly string[]): unknown[] {
  return rows
    .filter((row) => row['grain'] === grain && row['dimension'] === dimension)
    .map((row) => columns.map((column) => row[column]));
}

const JANUARY = ['2026-01-05', '2026-01-12', '2026-01-31'];

describe('additive kinds', () => {
  it('a ratio is Σ numerator / Σ denominator with Wilson’s interval', async () => {
    // Wilson, 3 of 10 at 95 %: 0.1077913 to 0.6032219 (scipy, test_ci_wilson_method).
    await records(
      JANUARY.map((day, i) => ({id: `c${i}`, at: `${day}T12:00:00Z`, n: i, d: i + 3 - Number(i === 2) * 2}))
    );
    const [row] = pick(await world.figures('kind: ratio', COUNTED), 'month', 'all', [
      'numerator',
      'denominator',
      'value',
      'low',
      'high'
    ]);
    expect(row).toEqual([3, 10, 0.3, expect.closeTo(0.1077913, 6), expect.closeTo(0.6032219, 6)]);
  });

  it('is the same to the last bit in whatever order the rows come', async () => {
    const rows = Array.from({length: 200}, (_, i) => ({
      id: `c${i}`,
      at: `2026-01-${String(1 + (i % 28)).padStart(2, '0')}T12:00:00Z`,
      n: ((i * 7919) % 100) / 7,
      d: 1000 / (i + 3)
    }));
    const orders = [rows, [...rows].reverse(), rows.toSorted((a, b) => a.n - b.n)];
    const figures = [];
    for (const order of orders) {
      await records(order);
      figures.push(JSON.stringify(await world.figures('kind: rate', COUNTED)));
    }
    expect(new Set(figures).size).toBe(1);
  });

  it('a count has the interval of Poisson', async () => {
    // Garwood, 3 events at 95 %: 0.6187 to 8.7673.
    await records(JANUARY.map((day, i) => ({id: `c${i}`, at: `${day}T12:00:00Z`})));
    const rows = await world.figures('kind: count', 'select complaint_id as record_id, "at" from core.complaints');
    expect(pick(rows, 'month', 'all', ['numerator', 'denominator', 'value', 'low', 'high'])).toEqual([
      [3, null, 3, expect.closeTo(0.6187, 4), expect.closeTo(8.7673, 4)]
    ]);
  });

  it('a mean has the interval of its values', async () => {
    // Promoter, promoter, passive, detractor: mean 0.25, variance 0.75 − 0.0625, ± 1.959964 √(0.6875 / 4).
    const scores = [1, 1, 0, -1];
    await records(scores.map((n, i) => ({id: `c${i}`, at: '2026-01-05T12:00:00Z', n, d: 1})));
    const rows = await world.figures('kind: mean', COUNTED);
    expect(pick(rows, 'month', 'all', ['numerator', 'denominator', 'value', 'low', 'high'])).toEqual([
      [1, 4, 0.25, expect.closeTo(0.25 - 0.812563, 5), expect.closeTo(0.25 + 0.812563, 5)]
    ]);
  });

  it('a rate is events per exposure', async () => {
    await records([
      {id: 'c', at: '2026-01-05T12:00:00Z', n: 1, d: 0},
      {id: 'e', at: '2026-01-06T12:00:00Z', n: 0, d: 200}
    ]);
    const rows = await world.figures('kind: rate', COUNTED);
    // Garwood, 1 event: 0.0253 to 5.5716.
    expect(pick(rows, 'month', 'all', ['value', 'low', 'high'])).toEqual([
      [0.005, expect.closeTo(0.0253 / 200, 6), expect.closeTo(5.5716 / 200, 6)]
    ]);
  });

  it('a sum has no interval', async () => {
    await records([
      {id: 'a', at: '2026-01-05T12:00:00Z', n: 100.5},
      {id: 'b', at: '2026-01-06T12:00:00Z', n: 20}
    ]);
    const rows = await world.figures(
      'kind: sum',
      'select complaint_id as record_id, "at", n as numerator from core.complaints'
    );
    expect(pick(rows, 'year', 'all', ['numerator', 'value', 'low', 'high'])).toEqual([[120.5, 120.5, null, null]]);
  });

  it('nothing to divide by gives no value, never 0 % or 100 %', async () => {
    await records([{id: 'a', at: '2026-01-05T12:00:00Z', n: 0, d: 0}]);
    const rows = await world.figures('kind: ratio', COUNTED);
    expect(pick(rows, 'month', 'all', ['numerator', 'denominator', 'value', 'low', 'high', 'is_withheld'])).toEqual([
      [0, 0, null, null, null, false]
    ]);
  });

  it('no records give no rows', async () => {
    await records([{id: 'a', at: '2026-01-05T12:00:00Z', n: 0, d: 0}]);
    expect(await world.figures('kind: ratio', `${COUNTED} where false`)).toEqual([]);
  });
});

describe('periods', () => {
  it('ISO weeks begin on Monday, also over the end of a year', async () => {
    const days = ['2025-12-28', '2025-12-29', '2026-01-01', '2026-01-04', '2026-01-05'];
    await records(days.map((day, i) => ({id: `c${i}`, at: `${day}T12:00:00Z`})));
    const rows = await world.figures('kind: count', 'select complaint_id as record_id, "at" from core.complaints');
    expect(pick(rows, 'week', 'all', ['period_start', 'value'])).toEqual([
      ['2025-12-22', 1],
      ['2025-12-29', 3],
      ['2026-01-05', 1]
    ]);
    expect(pick(rows, 'month', 'all', ['period_start', 'value'])).toEqual([
      ['2025-12-01', 2],
      ['2026-01-01', 3]
    ]);
    expect(pick(rows, 'quarter', 'all', ['period_start', 'value'])).toEqual([
      ['2025-10-01', 2],
      ['2026-01-01', 3]
    ]);
    expect(pick(rows, 'year', 'all', ['period_start', 'value'])).toEqual([
      ['2025-01-01', 2],
      ['2026-01-01', 3]
    ]);
  });

  it('days are those of the pipeline', async () => {
    const shanghai = await SmallWorld.open({timeZone: 'Asia/Shanghai'});
    await records(
      [
        {id: 'a', at: '2026-01-31T15:59:59Z'},
        {id: 'b', at: '2026-01-31T16:00:00Z'}
      ],
      shanghai
    );
    const rows = await shanghai.figures('kind: count', 'select complaint_id as record_id, "at" from core.complaints');
    expect(pick(rows, 'month', 'all', ['period_start', 'value'])).toEqual([
      ['2026-01-01', 1],
      ['2026-02-01', 1]
    ]);
    shanghai.close();
  });

  it('a period that is not over is provisional', async () => {
    const february = await SmallWorld.open({asOf: '2026-02-01T00:00:00Z'});
    await records(
      [
        {id: 'a', at: '2026-01-05T12:00:00Z'},
        {id: 'b', at: '2026-01-31T12:00:00Z'}
      ],
      february
    );
    const rows = await february.figures('kind: count', 'select complaint_id as record_id, "at" from core.complaints');
    expect(pick(rows, 'month', 'all', ['period_start', 'is_provisional'])).toEqual([['2026-01-01', false]]);
    expect(pick(rows, 'week', 'all', ['period_start', 'is_provisional'])).toEqual([
      ['2026-01-05', false],
      ['2026-01-26', true]
    ]);
    expect(pick(rows, 'quarter', 'all', ['is_provisional'])).toEqual([[true]]);
    february.close();
  });
});

describe('members', () => {
  it('a record without a member counts under an empty one, and the parts add up', async () => {
    await records([
      {id: 'a', at: '2026-01-05T12:00:00Z', department: 'parks', n: 1, d: 1},
      {id: 'b', at: '2026-01-06T12:00:00Z', department: 'roads', n: 0, d: 1},
      {id: 'c', at: '2026-01-07T12:00:00Z', n: 1, d: 1}
    ]);
    const rows = await world.figures('kind: ratio', COUNTED);
    expect(pick(rows, 'month', 'department', ['member', 'numerator', 'denominator', 'value'])).toEqual([
      ['', 1, 1, 1],
      ['parks', 1, 1, 1],
      ['roads', 0, 1, 0]
    ]);
    expect(pick(rows, 'month', 'all', ['member', 'numerator', 'denominator'])).toEqual([['all', 2, 3]]);
  });

  it('a dimension in which no record has a member gives no rows', async () => {
    await records([{id: 'a', at: '2026-01-05T12:00:00Z', n: 1, d: 1}]);
    const rows = await world.figures('kind: ratio', COUNTED, ['department', 'handler']);
    expect(new Set(rows.map(({dimension}) => dimension))).toEqual(new Set(['all']));
  });

  it('a dimension of the figure itself wins over that of the record', async () => {
    await records([
      {id: 'a', at: '2026-01-05T12:00:00Z', department: 'parks', n: 1, d: 1},
      {id: 'b', at: '2026-01-05T12:00:00Z', department: 'parks', n: 1, d: 1}
    ]);
    const own = `case complaint_id when 'a' then 'roads' end as department`;
    const rows = await world.figures('kind: ratio', COUNTED.replace(' from', `, ${own} from`));
    expect(pick(rows, 'month', 'department', ['member'])).toEqual([['parks'], ['roads']]);
  });
});

describe('what is withheld', () => {
  it('a value under the minimum, but not its counts', async () => {
    await records(
      [1, 2, 3].map((i) => ({
        id: `c${i}`,
        at: '2026-01-05T12:00:00Z',
        department: i < 3 ? 'parks' : 'roads',
        n: 1,
        d: 1
      }))
    );
    const rows = await world.figures('kind: ratio\nminimum: 2', COUNTED);
    const columns = ['member', 'numerator', 'denominator', 'value', 'low', 'is_withheld'];
    expect(pick(rows, 'month', 'department', columns)).toEqual([
      ['parks', 2, 2, 1, expect.closeTo(0.342, 3), false],
      ['roads', 1, 1, null, null, true]
    ]);
  });
});

describe('without a record of its kind', () => {
  beforeAll(async () => {
    await records([{id: 'a', at: '2026-01-05T12:00:00Z', n: 1, d: 1}]);
    await world.database.execute(
      'create or replace table core.orders as select complaint_id as order_id from core.complaints'
    );
    await world.database.execute('delete from core.complaints');
  });

  it('a figure counts nothing', async () => {
    expect(await world.figures('kind: ratio', COUNTED)).toEqual([]);
  });

  it('a figure counts what it does not read from them', async () => {
    const rows = await world.figures(
      'kind: count',
      `select order_id as record_id, timestamptz '2026-01-05T12:00:00Z' as at from core.orders`
    );
    expect(pick(rows, 'month', 'all', ['numerator'])).toEqual([[1]]);
  });
});

describe('what a figure returns', () => {
  it('is checked against its kind', async () => {
    await records([{id: 'a', at: '2026-01-05T12:00:00Z', n: 1, d: 1}]);
    await expect(world.figures('kind: duration', COUNTED)).rejects.toThrow(
      'pipelines/kpis/figure.sql: a duration returns record_id, at, seconds, is_open; missing: seconds, is_open'
    );
    await expect(world.figures('kind: ratio\nof: complain', COUNTED)).rejects.toThrow(
      'pipelines/kpis/figure.sql, of: there is no record kind "complain"'
    );
  });
});
