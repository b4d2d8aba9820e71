import {afterEach, describe, expect, it} from 'vitest';
import {SmallWorld, complaint, event, RECEIVED, type StagedRows, type WorldOptions} from './smallWorld.ts';

let world: SmallWorld;
afterEach(() => {
  world.close();
});

async function build(rows: StagedRows, options?: WorldOptions): Promise<void> {
  world = await SmallWorld.open(options);
  await world.stageAll(rows);
  await world.build();
}

const DUE = '2026-01-10T09:00:00Z';

describe('resolution_on_time', () => {
  it('takes the deadline itself for on time, and one microsecond more for late', async () => {
    await build({
      complaint: [
        complaint('at', {due_at: DUE, resolved_at: DUE}),
        complaint('late', {due_at: DUE, resolved_at: '2026-01-10T09:00:00.000001Z'}),
        complaint('open', {due_at: DUE}),
        complaint('running', {due_at: '2026-07-10T09:00:00Z'}),
        complaint('early', {due_at: '2026-07-10T09:00:00Z', resolved_at: DUE}),
        complaint('undated'),
        complaint('invalid', {due_at: DUE, is_valid: false})
      ]
    });
    expect(await world.counted('resolution_on_time')).toEqual([
      'at: 1/1 on 2026-01-10',
      'late: 0/1 on 2026-01-10',
      'open: 0/1 on 2026-01-10'
    ]);
  });

  it('allows for an extension that was asked for in time and granted, and keeps the first verdict', async () => {
    const extended = {due_at: DUE, extension_until: '2026-01-20T09:00:00Z', resolved_at: '2026-01-15T09:00:00Z'};
    await build({
      complaint: [
        complaint('granted', {...extended, extension_requested_at: DUE, extension_approved_by: 'Wu'}),
        complaint('dated', {...extended, extension_requested_at: DUE, extension_approved_at: DUE}),
        complaint('asked too late', {
          ...extended,
          extension_requested_at: '2026-01-10T09:00:01Z',
          extension_approved_by: 'Wu'
        }),
        complaint('never asked for', {...extended, extension_approved_by: 'Wu'}),
        complaint('not granted', {...extended, extension_requested_at: DUE}),
        complaint('too late even so', {
          ...extended,
          extension_requested_at: DUE,
          extension_approved_by: 'Wu',
          resolved_at: '2026-01-21T09:00:00Z'
        })
      ]
    });
    expect(await world.counted('resolution_on_time')).toEqual([
      'asked too late: 0/1 on 2026-01-10',
      'dated: 1/1 on 2026-01-20',
      'granted: 1/1 on 2026-01-20',
      'never asked for: 0/1 on 2026-01-10',
      'not granted: 0/1 on 2026-01-10',
      'too late even so: 0/1 on 2026-01-20'
    ]);
    expect(new Set((await world.counted('resolution_on_time_original')).map((row) => row.split(': ')[1]))).toEqual(
      new Set(['0/1 on 2026-01-10'])
    );
  });

  it('takes the verdict where the source gives only that, on the day of receipt', async () => {
    await build({
      complaint: [
        complaint('kept', {reported_on_time: true}),
        complaint('missed', {reported_on_time: false}),
        complaint('both', {reported_on_time: true, due_at: DUE})
      ]
    });
    const expected = ['both: 0/1 on 2026-01-10', 'kept: 1/1 on 2026-01-05', 'missed: 0/1 on 2026-01-05'];
    expect(await world.counted('resolution_on_time')).toEqual(expected);
    expect(await world.counted('resolution_on_time_original')).toEqual(expected);
  });

  it('goes by whether a case that was reopened was open at the deadline', async () => {
    const at = (day: number) => `2026-01-${String(day).padStart(2, '0')}T09:00:00Z`;
    await build({
      complaint: ['open then', 'closed then', 'closed again by then'].map((id) => complaint(id, {due_at: DUE})),
      complaint_event: [
        event('open then', at(6), 'closed'),
        event('open then', at(8), 'reopened'),
        event('open then', at(12), 'closed'),
        event('closed then', at(6), 'closed'),
        event('closed then', at(11), 'reopened'),
        event('closed again by then', at(6), 'closed'),
        event('closed again by then', at(7), 'handling'),
        event('closed again by then', at(10), 'closed')
      ]
    });
    expect(await world.counted('resolution_on_time')).toEqual([
      'closed again by then: 1/1 on 2026-01-10',
      'closed then: 1/1 on 2026-01-10',
      'open then: 0/1 on 2026-01-10'
    ]);
    expect(await world.counted('reopen_rate')).toEqual([
      'closed again by then: 1/1 on 2026-01-06',
      'closed then: 1/1 on 2026-01-06',
      'open then: 1/1 on 2026-01-06'
    ]);
  });
});

describe('response_on_time', () => {
  it('goes by the limit of the policy for the severity', async () => {
    await build(
      {
        complaint: [
          complaint('urgent at', {severity: 'urgent', responded_at: '2026-01-05T10:00:00Z'}),
          complaint('urgent late', {severity: 'urgent', responded_at: '2026-01-05T10:00:01Z'}),
          complaint('general', {severity: 'general', responded_at: '2026-01-06T09:00:00Z'}),
          complaint('never', {severity: 'general'}),
          complaint('no severity', {responded_at: '2026-01-05T10:00:00Z'}),
          complaint('running', {received_at: '2026-06-29T12:00:00Z', severity: 'general'})
        ]
      },
      {policy: 'service-industry'}
    );
    expect(await world.counted('response_on_time')).toEqual([
      'general: 1/1 on 2026-01-06',
      'never: 0/1 on 2026-01-06',
      'no severity: 1/1 on 2026-01-06',
      'urgent at: 1/1 on 2026-01-05',
      'urgent late: 0/1 on 2026-01-05'
    ]);
  });

  it('counts nothing without a limit', async () => {
    await build({complaint: [complaint('a', {responded_at: RECEIVED})]});
    expect(await world.counted('response_on_time')).toEqual([]);
  });
});

describe('time_to_resolve', () => {
  it('counts from receipt to the last solution; open cases are censored, the impossible left out', async () => {
    await build(
      {
        complaint: [
          complaint('done', {resolved_at: DUE}),
          complaint('open'),
          complaint('before', {resolved_at: '2026-01-04T09:00:00Z'}),
          complaint('at once', {resolved_at: RECEIVED}),
          complaint('again')
        ],
        complaint_event: [
          event('again', '2026-01-06T09:00:00Z', 'closed'),
          event('again', '2026-01-07T09:00:00Z', 'reopened'),
          event('again', '2026-01-08T09:00:00Z', 'closed')
        ]
      },
      {asOf: '2026-01-15T09:00:00Z'}
    );
    expect(
      await world.database.query(
        'select record_id, (seconds / 86400)::int as days, is_open from kpis.time_to_resolve order by 1'
      )
    ).toEqual([
      {record_id: 'again', days: 3, is_open: false},
      {record_id: 'at once', days: 0, is_open: false},
      {record_id: 'done', days: 5, is_open: false},
      {record_id: 'open', days: 10, is_open: true}
    ]);
  });
});

describe('open_complaints and overdue_complaints', () => {
  it('are spells: from receipt or the deadline to the solution', async () => {
    await build({
      complaint: [
        complaint('open', {due_at: DUE}),
        complaint('late', {due_at: DUE, closed_at: '2026-01-12T09:00:00Z'}),
        complaint('in time', {due_at: DUE, closed_at: DUE}),
        complaint('before', {closed_at: '2026-01-01T09:00:00Z'}),
        complaint('again', {due_at: DUE})
      ],
      complaint_event: [
        event('again', '2026-01-06T09:00:00Z', 'closed'),
        event('again', '2026-01-20T09:00:00Z', 'reopened'),
        event('again', '2026-01-21T09:00:00Z', 'closed')
      ]
    });
    const spells = async (kpi: string) =>
      (
        await world.database.query(
          `select record_id || ': ' || strftime(from_at, '%d') || '–' || coalesce(strftime(until_at, '%d'), '') as spell from kpis.${kpi} order by record_id, from_at`
        )
      ).map((row) => row['spell']);
    expect(await spells('open_complaints')).toEqual([
      'again: 05–06',
      'again: 20–21',
      'in time: 05–10',
      'late: 05–12',
      'open: 05–'
    ]);
    expect(await spells('overdue_complaints')).toEqual(['again: 20–21', 'late: 10–12', 'open: 10–']);
  });
});
