import {afterEach, describe, expect, it} from 'vitest';
import {policyText, type Sections} from './policyText.ts';
import {SmallWorld, complaint, event, type StagedRow, type StagedRows} from './smallWorld.ts';

let world: SmallWorld;
afterEach(() => {
  world.close();
});

async function build(rows: StagedRows, sections: Sections = {}, asOf?: string): Promise<void> {
  world = await SmallWorld.open({policyText: policyText(sections), ...(asOf !== undefined && {asOf})});
  await world.stageAll(rows);
  await world.build();
}

/** The rows of a duration as `case: hours`, with `+` where it still runs. */
async function hours(kpi: string, more = `''`): Promise<string[]> {
  const rows = await world.database.query<{text: string}>(
    `select concat(record_id, ${more}, ': ', seconds / 3600, case when is_open then '+' else '' end) as text
     from kpis.${kpi} order by record_id, "at"`
  );
  return rows.map(({text}) => text);
}

const on = (day: number, time = '09:00:00') => `2026-01-${String(day).padStart(2, '0')}T${time}Z`;
const STEPS = ['registered', 'responded', 'resolved', 'informed', 'closed'];
const way = (id: string, steps: readonly string[], from = 5) => steps.map((step, i) => event(id, on(from + i), step));

describe('closed_loop_rate', () => {
  const sections = {closed_loop: {steps: STEPS}};

  it('asks for every step, in order', async () => {
    await build(
      {
        complaint: ['whole', 'one missing', 'out of order', 'still open'].map((id) => complaint(id)),
        complaint_event: [
          ...way('whole', STEPS),
          ...way('one missing', ['registered', 'responded', 'resolved', 'closed']),
          ...way('out of order', ['registered', 'responded', 'informed', 'resolved', 'closed']),
          ...way('still open', ['registered', 'responded'])
        ]
      },
      sections
    );
    expect((await world.counted('closed_loop_rate')).map((row) => row.split(' on ')[0])).toEqual([
      'one missing: 0/1',
      'out of order: 0/1',
      'whole: 1/1'
    ]);
  });

  it('asks a reopened case to be told anew', async () => {
    const again = ['reopened', 'resolved', 'closed'];
    await build(
      {
        complaint: [complaint('told once'), complaint('told twice')],
        complaint_event: [
          ...way('told once', [...STEPS, ...again]),
          ...way('told twice', [...STEPS, 'reopened', 'resolved', 'informed', 'closed'])
        ]
      },
      sections
    );
    expect(await world.counted('closed_loop_rate')).toEqual([
      'told once: 0/1 on 2026-01-07',
      'told twice: 1/1 on 2026-01-07'
    ]);
  });

  it('counts nothing where no source tells of a step, and nothing without a rule', async () => {
    world = await SmallWorld.open({policyText: policyText(sections)});
    await world.database.execute(`delete from config.told where field = 'informed'`);
    await world.stageAll({complaint: [complaint('a')], complaint_event: way('a', STEPS)});
    await world.build();
    expect(await world.counted('closed_loop_rate')).toEqual([]);
    world.close();
    await build({complaint: [complaint('a')], complaint_event: way('a', STEPS)});
    expect(await world.counted('closed_loop_rate')).toEqual([]);
  });
});

describe('archive_complete_rate and archived_cases', () => {
  const sections = {retention: {archive_days: 30, fields: ['category', 'resolution'], keep_years: 1}};
  const closed = (id: string, more: StagedRow = {}) =>
    complaint(id, {closed_at: on(10), category: 'x', resolution: 'y', archived_at: '2026-02-09T09:00:00Z', ...more});

  it('asks for every part within the time, once that is over', async () => {
    await build(
      {
        complaint: [
          closed('at the limit'),
          closed('late', {archived_at: '2026-02-09T09:00:01Z'}),
          closed('never', {archived_at: null}),
          closed('a part missing', {resolution: null}),
          closed('not due', {closed_at: '2026-06-10T09:00:00Z', archived_at: null}),
          closed('open', {closed_at: null, archived_at: null})
        ]
      },
      sections
    );
    expect(await world.counted('archive_complete_rate')).toEqual([
      'a part missing: 0/1 on 2026-01-10',
      'at the limit: 1/1 on 2026-01-10',
      'late: 0/1 on 2026-01-10',
      'never: 0/1 on 2026-01-10'
    ]);
  });

  it('holds a case from its archiving until it has been kept long enough', async () => {
    await build({complaint: [closed('a')]}, sections, '2027-03-01T00:00:00Z');
    expect(
      await world.database.query(
        `select strftime(from_at, '%Y-%m-%d') as "from", strftime(until_at, '%Y-%m-%d') as until from kpis.archived_cases`
      )
    ).toEqual([{from: '2026-02-09', until: '2027-01-10'}]);
  });
});

describe('hold_time, joint_handling_rate and the silence towards the customer', () => {
  const steps = [
    event('a', on(5, '10:00:00'), 'dispatched', {department: 'north'}),
    event('a', on(5, '12:00:00'), 'responded', {department: 'north'}),
    event('a', on(6, '10:00:00'), 'transferred', {department: 'south'}),
    event('a', on(6, '11:00:00'), 'investigated', {department: 'south'}),
    event('a', on(8, '10:00:00'), 'resolved', {department: 'south'}),
    event('b', on(5, '10:00:00'), 'dispatched', {department: 'north'})
  ];
  const rows = {complaint: [complaint('a'), complaint('b'), complaint('c')], complaint_event: steps};

  it('gives each department the time for which it held the case', async () => {
    await build(rows, {}, on(7, '10:00:00'));
    expect(await hours('hold_time', `' ', department`)).toEqual(['a north: 24.0', 'a south: 24.0+', 'b north: 48.0+']);
    expect(await world.counted('joint_handling_rate')).toEqual(['a: 1/1 on 2026-01-05', 'b: 0/1 on 2026-01-05']);
  });

  it('finds the longest time for which the customer heard nothing', async () => {
    await build(rows, {}, on(20, '09:00:00'));
    expect(await hours('longest_silence')).toEqual(['a: 70.0', 'b: 360.0', 'c: 360.0']);
  });

  it('counts contacts per week in which the case was open', async () => {
    await build({...rows, complaint_event: [...steps, event('a', on(7), 'contacted')]}, {}, on(20));
    const found = await world.database.query(
      `select record_id, numerator, round(denominator, 4) as weeks from kpis.contacts_per_open_week order by 1`
    );
    expect(found).toEqual([
      {record_id: 'a', numerator: '2', weeks: 0.4345},
      {record_id: 'b', numerator: '0', weeks: 2.1429},
      {record_id: 'c', numerator: '0', weeks: 2.1429}
    ]);
  });
});

it('time_to_respond censors who has no answer yet, and leaves out the impossible', async () => {
  await build(
    {
      complaint: [
        complaint('answered', {responded_at: on(5, '10:30:00')}),
        complaint('waiting'),
        complaint('before', {responded_at: on(4)})
      ]
    },
    {},
    on(6)
  );
  expect(await hours('time_to_respond')).toEqual(['answered: 1.5', 'waiting: 24.0+']);
});

it('other_category_share, high_risk_share and urgent_share go by the codes of the policy', async () => {
  await build(
    {
      complaint: [
        complaint('a', {category: 'F', risk: 'r3', severity: 's2'}),
        complaint('b', {category: 'A', risk: 'r1', severity: 's1'}),
        complaint('unknown', {category: 'Z', risk: 'r9'}),
        complaint('none')
      ]
    },
    {
      categories: [
        {code: 'A', title: 'A'},
        {code: 'F', title: 'F', is_other: true}
      ],
      risks: [
        {code: 'r1', title: 'low', grade: 'low'},
        {code: 'r3', title: 'high', grade: 'high'}
      ],
      severities: [
        {code: 's1', title: 'general', grade: 'general'},
        {code: 's2', title: 'urgent', grade: 'urgent'}
      ]
    }
  );
  for (const kpi of ['other_category_share', 'high_risk_share', 'urgent_share']) {
    expect(await world.counted(kpi)).toEqual(['a: 1/1 on 2026-01-05', 'b: 0/1 on 2026-01-05']);
  }
});

it('record_completeness counts the fields of each element, for the kinds that must have them', async () => {
  await build(
    {complaint: [complaint('full', {category: 'x', channel: 'phone', region: 'r'}), complaint('empty')]},
    {
      required_fields: [
        {field: 'category', element: 'content'},
        {field: 'channel', element: 'content'},
        {field: 'region', element: 'place'},
        {field: 'product', element: 'place', kinds: ['report']}
      ]
    }
  );
  const rows = await world.database.query(
    `select record_id, element, numerator, denominator from kpis.record_completeness order by 1, 2`
  );
  expect(rows.map((row) => Object.values(row).map(String).join(' '))).toEqual([
    'empty content 0 2',
    'empty place 0 1',
    'full content 2 2',
    'full place 1 1'
  ]);
});
