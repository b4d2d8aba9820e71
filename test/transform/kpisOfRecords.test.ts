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

describe('complaints, valid_complaints and invalid_rate', () => {
  it('tell complaints from other matters, and those that stand from the others', async () => {
    await build({
      complaint: [
        complaint('plain'),
        complaint('praise', {kind: 'praise'}),
        complaint('invalid', {is_valid: false}),
        complaint('invalidated'),
        complaint('later', {received_at: '2026-07-01T00:00:00Z'})
      ],
      complaint_event: [event('invalidated', '2026-01-06T09:00:00Z', 'invalidated')]
    });
    expect(
      (await world.database.query('select record_id from kpis.complaints order by 1')).map((row) => row['record_id'])
    ).toEqual(['invalid', 'invalidated', 'plain']);
    expect(
      (await world.database.query('select record_id from kpis.valid_complaints')).map((row) => row['record_id'])
    ).toEqual(['plain']);
    expect(await world.counted('invalid_rate')).toEqual([
      'invalid: 1/1 on 2026-01-05',
      'invalidated: 1/1 on 2026-01-05',
      'plain: 0/1 on 2026-01-05'
    ]);
  });

  it('knows nothing of what happens after the as-of time', async () => {
    await build(
      {
        complaint: [complaint('a', {resolved_at: '2026-01-08T09:00:00Z'})],
        complaint_event: [event('a', '2026-01-09T09:00:00Z', 'invalidated')]
      },
      {asOf: '2026-01-07T00:00:00Z'}
    );
    expect(await world.counted('invalid_rate')).toEqual(['a: 0/1 on 2026-01-05']);
    expect(await world.database.query('select is_open from kpis.time_to_resolve')).toEqual([{is_open: true}]);
  });
});

describe('recurrence_rate and identity_coverage', () => {
  it('looks for the same customer and matter within the window', async () => {
    const of = (id: string, received_at: string, more: StagedRow = {}) => ({
      complaint_id: id,
      received_at,
      customer_id: 'c1',
      category: 'noise',
      ...more
    });
    await build({
      complaint: [
        of('1 first', '2026-01-01T09:00:00Z'),
        of('2 on the 30th day', '2026-01-31T09:00:00Z'),
        of('3 just after it', '2026-03-02T09:00:01Z'),
        of('4 of another matter', '2026-03-03T09:00:00Z', {category: 'water'}),
        of('5 invalid', '2026-03-04T09:00:00Z', {is_valid: false}),
        of('6 after an invalid one', '2026-04-02T09:00:00Z'),
        of('7 of another customer', '2026-04-03T09:00:00Z', {customer_id: 'c2'}),
        of('8 by phone', '2026-04-04T09:00:00Z', {customer_id: null, customer_phone: 'p'}),
        of('9 at once', '2026-04-04T09:00:00Z', {customer_id: null, customer_phone: 'p'}),
        of('unknown', '2026-04-05T09:00:00Z', {customer_id: null})
      ]
    });
    expect((await world.counted('recurrence_rate')).map((row) => row.replace(/ on 2026.*/, ''))).toEqual([
      '1 first: 0/1',
      '2 on the 30th day: 1/1',
      '3 just after it: 0/1',
      '4 of another matter: 0/1',
      '6 after an invalid one: 0/1',
      '7 of another customer: 0/1',
      '8 by phone: 0/1',
      '9 at once: 1/1'
    ]);
    expect((await world.counted('identity_coverage')).filter((row) => row.includes(': 0/1'))).toEqual([
      'unknown: 0/1 on 2026-04-05'
    ]);
  });
});

describe('transfer_rate and escalation_rate', () => {
  it('see a change of department and an escalation, wherever they are told', async () => {
    const at = (hour: number) => `2026-01-06T${hour}:00:00Z`;
    await build({
      complaint: ['kept', 'transferred', 'moved', 'dispatched', 'escalated']
        .map((id) => complaint(id))
        .concat([complaint('level', {escalation_level: '2'}), complaint('dated', {escalated_at: at(10)})]),
      complaint_event: [
        event('kept', at(10), 'handling', {department: 'parks'}),
        event('kept', at(11), 'resolved', {department: 'parks'}),
        event('transferred', at(10), 'transferred'),
        event('moved', at(10), 'handling', {department: 'parks'}),
        event('moved', at(11), 'handling', {department: 'roads'}),
        event('dispatched', at(10), 'dispatched', {department: 'desk'}),
        event('dispatched', at(11), 'handling', {department: 'roads'}),
        event('escalated', at(10), 'escalated')
      ]
    });
    const ones = async (kpi: string) =>
      (await world.counted(kpi)).filter((row) => row.includes(': 1/1')).map((row) => row.split(':')[0]);
    expect(await ones('transfer_rate')).toEqual(['moved', 'transferred']);
    expect(await ones('escalation_rate')).toEqual(['dated', 'escalated', 'level']);
  });
});

describe('csat, nps and satisfaction', () => {
  const answer = (id: string, more: StagedRow) => ({response_id: id, answered_at: '2026-02-01T09:00:00Z', ...more});

  it('csat counts the best two boxes of any scale', async () => {
    await build({
      survey_response: [
        answer('4 of 5', {score: 4}),
        answer('3 of 5', {score: 3}),
        answer('9 of 10', {score: 9, scale_low: 1, scale_high: 10}),
        answer('8 of 10', {score: 8, scale_low: 1, scale_high: 10}),
        answer('none', {likelihood_to_recommend: 9})
      ]
    });
    expect(await world.counted('csat')).toEqual([
      '3 of 5: 0/1 on 2026-02-01',
      '4 of 5: 1/1 on 2026-02-01',
      '8 of 10: 0/1 on 2026-02-01',
      '9 of 10: 1/1 on 2026-02-01'
    ]);
  });

  it('nps counts promoters from 9 and detractors to 6', async () => {
    await build({
      survey_response: [0, 6, 7, 8, 9, 10].map((score) =>
        answer(`of ${String(score).padStart(2, '0')}`, {likelihood_to_recommend: score})
      )
    });
    expect((await world.counted('nps')).map((row) => row.split(' on ')[0])).toEqual([
      'of 00: -1/1',
      'of 06: -1/1',
      'of 07: 0/1',
      'of 08: 0/1',
      'of 09: 1/1',
      'of 10: 1/1'
    ]);
  });

  it('satisfaction takes the latest score of a case, on its own scale', async () => {
    const scored = (id: string, score: number) =>
      complaint(id, {called_back_at: '2026-01-20T09:00:00Z', callback_score: score});
    await build({
      complaint: [
        scored('four', 4),
        scored('three', 3),
        scored('worse later', 5),
        complaint('by survey'),
        complaint('unscored'),
        {...scored('invalid', 5), is_valid: false}
      ],
      survey_response: [
        answer('s1', {complaint_id: 'worse later', score: 2}),
        answer('s2', {complaint_id: 'by survey', score: 8, scale_low: 0, scale_high: 10}),
        answer('s3', {score: 1})
      ]
    });
    expect(await world.counted('satisfaction')).toEqual([
      'by survey: 1/1 on 2026-02-01',
      'four: 1/1 on 2026-01-20',
      'three: 0/1 on 2026-01-20',
      'worse later: 0/1 on 2026-02-01'
    ]);
  });
});

describe('record_completeness', () => {
  it('counts the filled of the required fields', async () => {
    await build({
      complaint: [
        complaint('empty'),
        complaint('full', {customer_id: 'c', channel: 'phone', category: 'x', department: 'd', description: 't'}),
        complaint('some', {category: 'x', department: 'd', customer_name: 'n'})
      ]
    });
    expect(await world.counted('record_completeness')).toEqual([
      'empty: 0/5 on 2026-01-05',
      'full: 5/5 on 2026-01-05',
      'some: 2/5 on 2026-01-05'
    ]);
  });
});
