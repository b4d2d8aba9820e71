import {afterEach, describe, expect, it} from 'vitest';
import {policyText} from './policyText.ts';
import {SmallWorld, type StagedRow, type WorldOptions} from './smallWorld.ts';

let world: SmallWorld;
afterEach(() => {
  world.close();
});

const REQUESTED = '2026-01-05T09:00:00Z';
const day = (number: number, time = '09:00:00Z') => `2026-01-${String(number).padStart(2, '0')}T${time}`;

const order = (id: string, more: StagedRow = {}): StagedRow => ({
  order_id: id,
  requested_at: REQUESTED,
  kind: 'repair',
  ...more
});

async function build(orders: readonly StagedRow[], options?: WorldOptions): Promise<void> {
  world = await SmallWorld.open(options);
  await world.stage('service_order', orders);
  await world.build();
}

/** The times of a duration as `id: seconds`, with `+` where it still runs. */
async function times(kpi: string): Promise<string[]> {
  const rows = await world.database.query<{row: string}>(
    `select concat(record_id, ': ', seconds::bigint, case when is_open then '+' else '' end) as "row" from kpis.${kpi} order by 1`
  );
  return rows.map(({row}) => row);
}

describe('service_orders', () => {
  it('counts what was asked for by the as-of time', async () => {
    await build([order('at', {requested_at: day(7)}), order('later', {requested_at: day(7, '09:00:00.000001Z')})], {
      asOf: day(7)
    });
    expect(await world.database.query(`select record_id from kpis.service_orders`)).toEqual([{record_id: 'at'}]);
  });
});

describe('order_completeness', () => {
  const required = (...fields: [field: string, element: string][]) => ({
    required_fields: fields.map(([field, element]) => ({record: 'service_order', field, element}))
  });

  it('counts the required fields that are filled in, by part of the record', async () => {
    await build([order('full', {customer_phone: 'p', product: 'T1', fault: 'no signal'}), order('empty')], {
      policyText: policyText(required(['customer_phone', 'contact'], ['product', 'fault'], ['fault', 'fault']))
    });
    const rows = await world.database.query(
      'select record_id, element, numerator, denominator from kpis.order_completeness order by 1, 2'
    );
    expect(rows).toEqual([
      {record_id: 'empty', element: 'contact', numerator: 0, denominator: 1},
      {record_id: 'empty', element: 'fault', numerator: 0, denominator: 2},
      {record_id: 'full', element: 'contact', numerator: 1, denominator: 1},
      {record_id: 'full', element: 'fault', numerator: 2, denominator: 2}
    ]);
  });

  it('goes by the fields that are required on the day of the request', async () => {
    await build(
      [order('before', {requested_at: day(9, '23:59:59Z')}), order('after', {requested_at: day(10, '00:00:00Z')})],
      {
        policyText: policyText(required(['product', 'record']), {
          '2026-01-10': required(['product', 'record'], ['fault', 'record'])
        })
      }
    );
    expect(await world.counted('order_completeness')).toEqual([
      'after: 0/2 on 2026-01-10',
      'before: 0/1 on 2026-01-09'
    ]);
  });

  it('counts nothing where the policy requires nothing', async () => {
    await build([order('a')]);
    expect(await world.counted('order_completeness')).toEqual([]);
  });
});

describe('order_approval_rate', () => {
  it('asks for the approval before somebody is sent', async () => {
    const sent = {dispatched_at: day(6)};
    await build([
      order('before', {...sent, approved_at: day(5)}),
      order('at', {...sent, approved_at: day(6)}),
      order('after', {...sent, approved_at: day(6, '09:00:01Z')}),
      order('never', sent),
      order('not sent', {approved_at: day(5)})
    ]);
    expect(await world.counted('order_approval_rate')).toEqual([
      'after: 0/1 on 2026-01-06',
      'at: 1/1 on 2026-01-06',
      'before: 1/1 on 2026-01-06',
      'never: 0/1 on 2026-01-06'
    ]);
  });

  it('is not measured where nobody tells of approvals', async () => {
    await build([order('a', {dispatched_at: day(6)})]);
    await world.database.execute(`delete from config.told where field = 'approved_at'`);
    expect(await world.counted('order_approval_rate')).toEqual([]);
  });
});

describe('service_wait and service_duration', () => {
  it('end with the next step; those still running are censored, the impossible left out', async () => {
    await build(
      [
        order('done', {arrived_at: day(6), completed_at: day(6, '11:00:00Z')}),
        order('there', {arrived_at: day(7)}),
        order('waiting'),
        order('comes later', {arrived_at: day(8, '09:00:01Z'), completed_at: day(9)}),
        order('before', {arrived_at: day(4), completed_at: day(3)}),
        order('no arrival', {completed_at: day(6)})
      ],
      {asOf: day(8)}
    );
    expect(await times('service_wait')).toEqual([
      'comes later: 259200+',
      'done: 86400',
      'there: 172800',
      'waiting: 259200+'
    ]);
    expect(await times('service_duration')).toEqual(['done: 7200', 'there: 86400+']);
  });

  it('are not measured where nobody tells of arrivals', async () => {
    await build([order('a', {completed_at: day(6)}), order('b')]);
    await world.database.execute(`delete from config.told where field = 'arrived_at'`);
    expect(await times('service_wait')).toEqual([]);
  });
});

describe('parts_wait and time_to_hand_in', () => {
  it('censor what has not come yet', async () => {
    await build(
      [
        order('came', {parts_missing_from: day(5), parts_arrived_at: day(7)}),
        order('missing', {parts_missing_from: day(6)}),
        order('done without', {parts_missing_from: day(5), completed_at: day(6)}),
        order('none'),
        order('handed in', {paid_at: day(5), handed_in_at: day(5)}),
        order('kept', {paid_at: day(7), completed_at: day(7)}),
        order('handed in before', {paid_at: day(7), handed_in_at: day(6)})
      ],
      {asOf: day(8)}
    );
    expect(await times('parts_wait')).toEqual(['came: 172800', 'missing: 172800+']);
    expect(await times('time_to_hand_in')).toEqual(['handed in: 0', 'kept: 86400+']);
  });
});

describe('partner_share and charge_recorded_rate', () => {
  it('count completed orders', async () => {
    const done = {completed_at: day(6)};
    await build(
      [
        order('own', done),
        order('partner', {...done, partner: 'P'}),
        order('partner later', {completed_at: day(9), partner: 'P'}),
        order('paid', {...done, is_paid: true, charge_amount: 0, invoice_number: 'i1'}),
        order('no invoice', {...done, is_paid: true, charge_amount: 80}),
        order('no amount', {...done, is_paid: true, invoice_number: 'i2'}),
        order('free', {...done, is_paid: false}),
        order('paid later', {completed_at: day(9), is_paid: true})
      ],
      {asOf: day(8)}
    );
    expect((await world.counted('partner_share')).filter((row) => row.includes('artner'))).toEqual([
      'partner: 1/1 on 2026-01-06'
    ]);
    expect(await world.counted('partner_share')).toHaveLength(6);
    expect(await world.counted('charge_recorded_rate')).toEqual([
      'no amount: 0/1 on 2026-01-06',
      'no invoice: 0/1 on 2026-01-06',
      'paid: 1/1 on 2026-01-06'
    ]);
  });

  it('count nothing before the first order is done', async () => {
    await build([order('a', {is_paid: true})]);
    for (const kpi of ['partner_share', 'charge_recorded_rate', 'order_approval_rate', 'repair_repeat_rate']) {
      expect(await world.counted(kpi)).toEqual([]);
    }
  });
});

describe('repair_repeat_rate', () => {
  const TEN_DAYS = {policyText: policyText({repair: {window_days: 10}})};
  const repair = (id: string, requested: string, completed: string | null, more: StagedRow): StagedRow =>
    order(id, {requested_at: requested, completed_at: completed, ...more});

  it('finds a further repair of the vehicle up to the end of the window', async () => {
    await build(
      [
        repair('1', day(1), day(2), {vehicle: 'v1'}),
        repair('1 at the end', day(12), day(13), {vehicle: 'v1'}),
        repair('1 after it', day(23, '09:00:01Z'), day(24), {vehicle: 'v1'}),
        repair('2', day(1), day(2), {vehicle: 'v2'}),
        order('2 replaced', {requested_at: day(3), kind: 'replacement', vehicle: 'v2'}),
        repair('3 asked for before', day(1), day(3), {vehicle: 'v3'}),
        repair('3 asked for at once', day(3), day(4), {vehicle: 'v3'}),
        repair('of whom', day(1), day(2), {}),
        repair('not done', day(1), null, {vehicle: 'v4'})
      ],
      {...TEN_DAYS, asOf: '2026-02-28T00:00:00Z'}
    );
    expect(await world.counted('repair_repeat_rate')).toEqual([
      '1: 1/1 on 2026-01-02',
      '1 after it: 0/1 on 2026-01-24',
      '1 at the end: 0/1 on 2026-01-13',
      '2: 0/1 on 2026-01-02',
      '3 asked for at once: 0/1 on 2026-01-04',
      '3 asked for before: 0/1 on 2026-01-03'
    ]);
  });

  it('follows a terminal under the numbers of those that took its place', async () => {
    const swap = (id: string, at: string, from: string, to: string) =>
      order(id, {
        requested_at: at,
        completed_at: at,
        kind: 'replacement',
        terminal_number: from,
        new_terminal_number: to
      });
    await build(
      [
        repair('kept', day(1), day(2), {terminal_number: 'a1'}),
        repair('kept again', day(5), null, {terminal_number: 'a1'}),
        repair('changed', day(1), day(2), {terminal_number: 'b1', new_terminal_number: 'b2'}),
        repair('changed again', day(5), null, {terminal_number: 'b2'}),
        repair('left over', day(1), day(2), {terminal_number: 'c1', new_terminal_number: 'c2'}),
        repair('left over elsewhere', day(5), null, {terminal_number: 'c1'}),
        repair('swapped twice', day(1), day(2), {terminal_number: 'd1'}),
        swap('s1', day(3), 'd1', 'd2'),
        swap('s2', day(4), 'd2', 'd3'),
        repair('swapped twice again', day(5), null, {terminal_number: 'd3'}),
        repair('back and forth', day(1), day(2), {terminal_number: 'e1'}),
        swap('s3', day(3), 'e1', 'e2'),
        swap('s4', day(3), 'e2', 'e1'),
        repair('swapped too late', day(1), day(2), {terminal_number: 'f1'}),
        swap('s5', day(13), 'f1', 'f2'),
        repair('swapped too late again', day(12), null, {terminal_number: 'f2'})
      ],
      TEN_DAYS
    );
    expect((await world.counted('repair_repeat_rate')).map((row) => row.split(' on ')[0])).toEqual([
      'back and forth: 0/1',
      'changed: 1/1',
      'kept: 1/1',
      'left over: 0/1',
      'swapped too late: 0/1',
      'swapped twice: 1/1'
    ]);
    expect(await world.database.query(`select repeated_by from core.repairs where order_id = 'swapped twice'`)).toEqual(
      [{repeated_by: 'swapped twice again'}]
    );
  });

  it('counts a repair once its window is over, and not what came after the as-of time', async () => {
    const rows = [
      repair('over', day(1), day(2), {vehicle: 'v1'}),
      repair('running', day(3), day(2, '09:00:01Z'), {vehicle: 'v2'}),
      repair('later', day(12, '09:00:01Z'), null, {vehicle: 'v1'})
    ];
    await build(rows, {...TEN_DAYS, asOf: day(12)});
    expect(await world.counted('repair_repeat_rate')).toEqual(['over: 0/1 on 2026-01-02']);
  });

  it('goes by the window in force on the day of completion', async () => {
    const twice = (vehicle: string, completed: string, again: string) => [
      repair(vehicle, day(1), completed, {vehicle}),
      repair(`${vehicle} again`, again, null, {vehicle})
    ];
    await build([...twice('old', day(9, '23:59:59Z'), day(19)), ...twice('new', day(10, '00:00:00Z'), day(19))], {
      policyText: policyText({repair: {window_days: 10}}, {'2026-01-10': {repair: {window_days: 5}}})
    });
    expect(await world.counted('repair_repeat_rate')).toEqual(['new: 0/1 on 2026-01-10', 'old: 1/1 on 2026-01-09']);
  });

  it('counts nothing without a window', async () => {
    await build([repair('a', day(1), day(2), {vehicle: 'v1'})]);
    expect(await world.counted('repair_repeat_rate')).toEqual([]);
  });
});
