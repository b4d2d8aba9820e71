import {afterEach, describe, expect, it} from 'vitest';
import {policyText} from '../policyText.ts';
import {SmallWorld, complaint, event, type StagedRow, type StagedRows} from '../smallWorld.ts';

let world: SmallWorld;
afterEach(() => {
  world.close();
});

const SECTIONS = {
  severities: [
    {code: 'general', title: 'general', grade: 'general'},
    {code: 'major', title: 'major', grade: 'major'}
  ],
  clocks: [
    {id: 'resolve', from: 'received', to: 'resolved', limit: 7, unit: 'working_days', when: {severity: ['major']}},
    {id: 'resolve', from: 'received', to: 'resolved', limit: 3, unit: 'working_days'},
    {id: 'resolve_escalated', from: 'escalated_by_rule', to: 'resolved', limit: 7, unit: 'working_days'}
  ]
};

async function build(rules: readonly object[], rows: StagedRows, asOf = '2026-11-22T00:00:00+08:00'): Promise<void> {
  const text = policyText({...SECTIONS, escalation: rules});
  world = await SmallWorld.open({timeZone: 'Asia/Shanghai', asOf, policyText: text});
  await world.stageAll(rows);
  await world.build();
}

/** The escalations as `case rule: when → what`. */
async function escalations(): Promise<string[]> {
  const rows = await world.database.query<{text: string}>(
    `select concat(complaint_id, ' ', rule, ': ', strftime("at", '%m-%d %H:%M'), ' → ', coalesce(severity, level)) as text
     from core.escalations order by core.escalations."at", rule, complaint_id`
  );
  return rows.map(({text}) => text);
}

const at = (id: string, received_at: string, more: StagedRow = {}) =>
  complaint(id, {received_at: `${received_at}+08:00`, severity: 'general', ...more});

describe('a general case that is not done in its time', () => {
  const rules = [
    {id: 'late', when: {severity: ['general'], overdue: 'resolve'}, severity: 'major'},
    {id: 'late again', when: {severity: ['major'], overdue: 'resolve_escalated'}, level: 'president'}
  ];

  it('becomes major, whose clock then runs, and whose running out escalates it in turn', async () => {
    await build(rules, {
      complaint: [
        at('done', '2026-03-02T10:00:00', {resolved_at: '2026-03-03T10:00:00+08:00'}),
        at('late', '2026-03-02T10:00:00', {resolved_at: '2026-03-10T10:00:00+08:00'}),
        at('open', '2026-03-02T10:00:00')
      ]
    });
    expect(await escalations()).toEqual([
      'late late: 03-06 00:00 → major',
      'open late: 03-06 00:00 → major',
      'open late again: 03-18 00:00 → president'
    ]);
    const clocks = await world.database.query(
      `select complaint_id, clock, severity, state from core.clocks where complaint_id <> 'done' order by 1, 2`
    );
    expect(clocks).toEqual([
      {complaint_id: 'late', clock: 'resolve', severity: 'general', state: 'missed'},
      {complaint_id: 'late', clock: 'resolve_escalated', severity: 'major', state: 'met'},
      {complaint_id: 'open', clock: 'resolve', severity: 'general', state: 'overdue'},
      {complaint_id: 'open', clock: 'resolve_escalated', severity: 'major', state: 'overdue'}
    ]);
    expect(await world.counted('escalation_by_rule_rate')).toEqual([
      'done: 0/1 on 2026-03-02',
      'late: 1/1 on 2026-03-02',
      'open: 1/1 on 2026-03-02'
    ]);
    expect(await world.counted('major_share')).toEqual([
      'done: 0/1 on 2026-03-02',
      'late: 1/1 on 2026-03-02',
      'open: 1/1 on 2026-03-02'
    ]);
    expect(await world.counted('escalated_resolution_on_time')).toEqual([
      'late: 1/1 on 2026-03-17',
      'open: 0/1 on 2026-03-17'
    ]);
    expect(await world.counted('escalation_rate')).toContain('open: 0/1 on 2026-03-02');
  });

  it('is not escalated before its time has run out, as of then', async () => {
    await build(rules, {complaint: [at('open', '2026-03-02T10:00:00')]}, '2026-03-05T23:59:59+08:00');
    expect(await escalations()).toEqual([]);
    world.close();
    await build(rules, {complaint: [at('open', '2026-03-02T10:00:00')]}, '2026-03-06T00:00:00+08:00');
    expect(await escalations()).toEqual(['open late: 03-06 00:00 → major']);
  });
});

it('a severity that holds from receipt sets the limit of the first clock', async () => {
  await build([{id: 'leader', when: {about_leader: true}, severity: 'major'}], {
    complaint: [
      at('about a leader', '2026-03-02T10:00:00', {about_leader: true}),
      at('about another', '2026-03-02T10:00:00', {about_leader: false})
    ]
  });
  const dues = await world.database.query(
    `select complaint_id, strftime(due_at, '%m-%d') as due from core.clocks where clock = 'resolve' order by 1`
  );
  expect(dues).toEqual([
    {complaint_id: 'about a leader', due: '03-12'},
    {complaint_id: 'about another', due: '03-06'}
  ]);
});

it('a case open longer than a month is escalated when the month is over, reopened ones too', async () => {
  await build([{id: 'month', when: {open_months: 1}, severity: 'major'}], {
    complaint: [
      at('open', '2026-01-31T10:00:00'),
      at('done on the day', '2026-01-31T10:00:00', {resolved_at: '2026-02-28T10:00:00+08:00'}),
      at('done later', '2026-01-31T10:00:00', {resolved_at: '2026-02-28T10:00:01+08:00'}),
      at('reopened', '2026-01-31T10:00:00'),
      at('major already', '2026-01-31T10:00:00', {severity: 'major'}),
      at('invalid', '2026-01-31T10:00:00', {is_valid: false}),
      at('a suggestion', '2026-01-31T10:00:00', {kind: 'suggestion'})
    ],
    complaint_event: [
      event('reopened', '2026-02-01T10:00:00+08:00', 'resolved'),
      event('reopened', '2026-02-02T10:00:00+08:00', 'reopened')
    ]
  });
  expect(await escalations()).toEqual([
    'done later month: 02-28 10:00 → major',
    'open month: 02-28 10:00 → major',
    'reopened month: 02-28 10:00 → major'
  ]);
});

it.each([
  ['affected_share_over', {affected_share_over: 0.5}, {affected_share: 0.51}, {affected_share: 0.5}],
  ['amount_over', {amount_over: 1000}, {compensation_amount: 1000.01}, {compensation_amount: 1000}],
  ['risk', {risk: ['high']}, {risk: 'high'}, {risk: 'low'}],
  ['category', {category: ['fire']}, {category: 'fire'}, {category: 'noise'}],
  ['channel', {channel: ['third_party']}, {channel: 'third_party'}, {}],
  ['several conditions', {risk: ['high'], channel: ['phone']}, {risk: 'high', channel: 'phone'}, {risk: 'high'}]
])('the condition %s must be so', async (_, when, so, notSo) => {
  await build([{id: 'rule', when, level: 'president'}], {
    complaint: [at('so', '2026-03-02T10:00:00', so), at('not so', '2026-03-02T10:00:00', notSo)]
  });
  expect(await escalations()).toEqual(['so rule: 03-02 10:00 → president']);
});

it('the third complaint in the same matter is escalated, not the second, nor a third after the window', async () => {
  const of = (id: string, day: string, customer = 'c') =>
    at(id, `${day}T10:00:00`, {customer_id: customer, category: 'noise'});
  await build([{id: 'third', when: {repeated: 3}, severity: 'major'}], {
    complaint: [
      of('1', '2026-03-02'),
      of('2', '2026-03-20'),
      of('3', '2026-04-10'),
      of('4', '2026-06-10'),
      of('another', '2026-04-11', 'd')
    ]
  });
  expect(await escalations()).toEqual(['3 third: 04-10 10:00 → major']);
});
