import {afterEach, describe, expect, it} from 'vitest';
import {SmallWorld, complaint, event, type StagedRow, type StagedRows, type WorldOptions} from './smallWorld.ts';

let world: SmallWorld;
afterEach(() => {
  world.close();
});

async function build(rows: StagedRows, options?: WorldOptions): Promise<void> {
  world = await SmallWorld.open(options);
  await world.stageAll(rows);
  await world.build();
}

const day = (number: number, time = '09:00:00Z') => `2026-01-${String(number).padStart(2, '0')}T${time}`;

describe('suggestions, praises and reports', () => {
  it('tell the kinds apart', async () => {
    await build({
      complaint: [
        complaint('plain'),
        ...['suggestion', 'praise', 'report', 'inquiry'].map((kind) => complaint(kind, {kind})),
        complaint('later', {kind: 'praise', received_at: '2026-07-01T00:00:00Z'})
      ]
    });
    for (const [kpi, id] of [
      ['suggestions', 'suggestion'],
      ['praises', 'praise'],
      ['reports', 'report']
    ] as const) {
      expect(await world.database.query(`select record_id from kpis.${kpi}`)).toEqual([{record_id: id}]);
    }
  });
});

describe('success_rate', () => {
  it('counts closed cases whose outcome is known, and not those that were reopened', async () => {
    const closed = (id: string, outcome: string | null, more: StagedRow = {}) =>
      complaint(id, {outcome, closed_at: day(8), ...more});
    await build(
      {
        complaint: [
          closed('resolved', 'resolved'),
          closed('partly', 'partly'),
          closed('withdrawn', 'withdrawn'),
          closed('reopened', 'resolved'),
          closed('unknown', null),
          closed('invalid', 'resolved', {is_valid: false}),
          closed('closed later', 'resolved', {closed_at: day(11)}),
          complaint('open', {outcome: 'resolved', resolved_at: day(8)})
        ],
        complaint_event: [event('reopened', day(9), 'reopened')]
      },
      {asOf: day(10)}
    );
    expect(await world.counted('success_rate')).toEqual([
      'partly: 0/1 on 2026-01-08',
      'reopened: 0/1 on 2026-01-08',
      'resolved: 1/1 on 2026-01-08',
      'withdrawn: 0/1 on 2026-01-08'
    ]);
  });
});

describe('external_rate', () => {
  it('counts what came by a third party, of all valid complaints', async () => {
    await build({
      complaint: [
        complaint('external', {channel: 'third_party'}),
        complaint('own', {channel: 'phone'}),
        complaint('unknown'),
        complaint('invalid', {channel: 'third_party', is_valid: false})
      ]
    });
    expect((await world.counted('external_rate')).map((row) => row.split(' on ')[0])).toEqual([
      'external: 1/1',
      'own: 0/1',
      'unknown: 0/1'
    ]);
    await world.database.execute(`delete from config.told where field = 'channel'`);
    expect(await world.counted('external_rate')).toEqual([]);
  });
});

describe('first_receiver_kept_rate', () => {
  it('compares receiver and handler where both are known', async () => {
    await build({
      complaint: [
        complaint('kept', {first_receiver: 'Wu', handler: 'Wu'}),
        complaint('other', {first_receiver: 'Wu', handler: 'Li'}),
        complaint('logged', {first_receiver: 'Wu', handler: 'Wu'}),
        complaint('no receiver', {handler: 'Li'}),
        complaint('no handler', {first_receiver: 'Wu'})
      ],
      complaint_event: [event('logged', day(6), 'handling', {handler: 'Li'})]
    });
    expect((await world.counted('first_receiver_kept_rate')).map((row) => row.split(' on ')[0])).toEqual([
      'kept: 1/1',
      'logged: 0/1',
      'other: 0/1'
    ]);
  });
});

describe('cause_coded_rate', () => {
  it('asks for the root cause once a case is solved', async () => {
    const solved = {resolved_at: day(8)};
    await build(
      {
        complaint: [
          complaint('known', {...solved, cause_root: 'training'}),
          complaint('unknown', {...solved, cause_direct: 'lateness'}),
          complaint('open', {cause_root: 'training'}),
          complaint('solved later', {resolved_at: day(11), cause_root: 'training'})
        ]
      },
      {asOf: day(10)}
    );
    expect(await world.counted('cause_coded_rate')).toEqual(['known: 1/1 on 2026-01-08', 'unknown: 0/1 on 2026-01-08']);
    await world.database.execute(`delete from config.told where field = 'cause_root'`);
    expect(await world.counted('cause_coded_rate')).toEqual([]);
  });
});

describe('compensation_total and compensation_per_case', () => {
  it('count what was paid on the day of closing, or of the solution', async () => {
    await build(
      {
        complaint: [
          complaint('closed', {compensation_amount: 120.5, resolved_at: day(7), closed_at: day(8)}),
          complaint('solved', {compensation_amount: 80, resolved_at: day(7)}),
          complaint('nothing', {compensation_amount: 0, closed_at: day(8)}),
          complaint('not said', {closed_at: day(8)}),
          complaint('open', {compensation_amount: 500}),
          complaint('closed later', {compensation_amount: 500, closed_at: day(11)})
        ]
      },
      {asOf: day(10)}
    );
    const rows = await world.database.query(
      `select record_id, strftime("at", '%m-%d') as day, numerator from kpis.compensation_total order by 1`
    );
    expect(rows).toEqual([
      {record_id: 'closed', day: '01-08', numerator: 120.5},
      {record_id: 'nothing', day: '01-08', numerator: 0},
      {record_id: 'solved', day: '01-07', numerator: 80}
    ]);
    expect(await world.counted('compensation_per_case')).toEqual([
      'closed: 120.5/1 on 2026-01-08',
      'solved: 80/1 on 2026-01-07'
    ]);
  });
});

describe('suggestion_adoption_rate and reward_total', () => {
  it('count decided suggestions on the day of the decision', async () => {
    const suggestion = (id: string, more: StagedRow) => complaint(id, {kind: 'suggestion', ...more});
    await build(
      {
        complaint: [
          suggestion('taken up', {decided_at: day(8), is_adopted: true, reward_amount: 200}),
          suggestion('turned down', {decided_at: day(10), is_adopted: false}),
          suggestion('no verdict', {decided_at: day(8)}),
          suggestion('not decided', {is_adopted: true, reward_amount: 100}),
          suggestion('decided later', {decided_at: day(10, '09:00:01Z'), is_adopted: true, reward_amount: 100}),
          complaint('a complaint', {decided_at: day(8), is_adopted: true, reward_amount: 100})
        ]
      },
      {asOf: day(10)}
    );
    expect(await world.counted('suggestion_adoption_rate')).toEqual([
      'taken up: 1/1 on 2026-01-08',
      'turned down: 0/1 on 2026-01-10'
    ]);
    expect(await world.database.query('select record_id, numerator from kpis.reward_total')).toEqual([
      {record_id: 'taken up', numerator: 200}
    ]);
  });

  it('count nothing before the first decision', async () => {
    await build({complaint: [complaint('a', {kind: 'suggestion'})]});
    expect(await world.counted('suggestion_adoption_rate')).toEqual([]);
  });
});
