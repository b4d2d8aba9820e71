import {afterEach, describe, expect, it} from 'vitest';
import {readCalendar} from '../../../src/calendar/readCalendar.ts';
import {writeMissingYears} from '../../../src/transform/policyCalendar.ts';
import {policyText, type Sections} from '../policyText.ts';
import {SmallWorld, complaint, event, type StagedRow, type StagedRows, type WorldOptions} from '../smallWorld.ts';

let world: SmallWorld;
afterEach(() => {
  world.close();
});

const SHANGHAI = {timeZone: 'Asia/Shanghai', asOf: '2026-11-22T00:00:00+08:00'};
const SEVERITIES = [
  {code: 'general', title: 'general', grade: 'general'},
  {code: 'major', title: 'major', grade: 'major'}
];
const resolve = (limit: number, unit: string, more: StagedRow = {}) => ({
  id: 'resolve',
  from: 'received',
  to: 'resolved',
  limit,
  unit,
  ...more
});

async function build(rows: StagedRows, sections: Sections, options: WorldOptions = SHANGHAI): Promise<void> {
  world = await SmallWorld.open({policyText: policyText(sections), ...options});
  await world.stageAll(rows);
  await world.build();
}

/** The clocks as `case clock: due state`, with due times on the wall clock. */
async function clocks(): Promise<string[]> {
  const rows = await world.database.query<{text: string}>(
    `select concat(complaint_id, ' ', clock, ': ', coalesce(strftime(due_at, '%m-%d %H:%M'), '–'), ' ', state) as text
     from core.clocks order by complaint_id, clock`
  );
  return rows.map(({text}) => text);
}

const at = (id: string, received_at: string, more: StagedRow = {}) =>
  complaint(id, {received_at: `${received_at}+08:00`, ...more});

describe('a limit of working days', () => {
  it('ends at 24:00 of the n-th working day after the day of receipt, over holidays and make-up workdays', async () => {
    await build(
      {
        complaint: [
          at('before Spring Festival', '2026-02-13T10:00:00'),
          at('on a make-up Saturday', '2026-02-14T10:00:00'),
          at('in the holidays', '2026-02-18T23:59:59'),
          at('before National Day', '2026-09-30T08:00:00')
        ]
      },
      {clocks: [resolve(1, 'working_days')]}
    );
    expect(await clocks()).toEqual([
      'before National Day resolve: 10-09 00:00 overdue',
      'before Spring Festival resolve: 02-15 00:00 overdue',
      'in the holidays resolve: 02-25 00:00 overdue',
      'on a make-up Saturday resolve: 02-25 00:00 overdue'
    ]);
  });

  it('counts in the period of the day that ends, and takes 24:00 itself for on time', async () => {
    await build(
      {
        complaint: [
          at('at', '2026-10-29T10:00:00', {resolved_at: '2026-10-31T00:00:00+08:00'}),
          at('late', '2026-10-29T10:00:00', {resolved_at: '2026-10-31T00:00:01+08:00'})
        ]
      },
      {clocks: [resolve(1, 'working_days')]}
    );
    expect(await world.counted('resolution_on_time')).toEqual(['at: 1/1 on 2026-10-30', 'late: 0/1 on 2026-10-30']);
  });
});

it('a limit of calendar days that ends on a day off moves to the next working day', async () => {
  await build(
    {
      complaint: [
        at('to a Friday', '2026-03-03T10:00:00'),
        at('to a Saturday', '2026-03-04T10:00:00'),
        at('into the holidays', '2026-09-29T10:00:00'),
        at('to a make-up Sunday', '2026-09-17T10:00:00')
      ]
    },
    {clocks: [resolve(3, 'days')]}
  );
  expect(await clocks()).toEqual([
    'into the holidays resolve: 10-09 00:00 overdue',
    'to a Friday resolve: 03-07 00:00 overdue',
    'to a Saturday resolve: 03-10 00:00 overdue',
    'to a make-up Sunday resolve: 09-21 00:00 overdue'
  ]);
});

it('a limit of working hours runs in business hours only, to the minute', async () => {
  const hours = [
    {from: '08:30', to: '12:00'},
    {from: '13:30', to: '18:00'}
  ];
  await build(
    {
      complaint: [
        at('in the morning', '2026-03-04T11:59:00'),
        at('at noon', '2026-03-04T12:30:00'),
        at('to the end of the day', '2026-03-04T16:00:00'),
        at('over the weekend', '2026-03-06T17:30:00'),
        at('at night', '2026-03-04T03:00:00')
      ]
    },
    {business_hours: hours, clocks: [resolve(2, 'working_hours')]}
  );
  expect(await clocks()).toEqual([
    'at night resolve: 03-04 10:30 overdue',
    'at noon resolve: 03-04 15:30 overdue',
    'in the morning resolve: 03-04 15:29 overdue',
    'over the weekend resolve: 03-09 10:00 overdue',
    'to the end of the day resolve: 03-04 18:00 overdue'
  ]);
});

it('minutes and hours run round the clock, over the change to summer time', async () => {
  await build(
    {complaint: [complaint('a', {received_at: '2026-03-07T23:00:00-05:00', severity: 'x'})]},
    {clocks: [resolve(24, 'hours')]},
    {timeZone: 'America/New_York'}
  );
  expect(await clocks()).toEqual(['a resolve: 03-09 00:00 overdue']);
});

describe('which rule applies', () => {
  it('is the first of its id that fits the case; none fits, no clock', async () => {
    await build(
      {
        complaint: [
          at('major', '2026-03-04T10:00:00', {severity: 'major'}),
          at('general', '2026-03-04T10:00:00', {severity: 'general', channel: 'phone'}),
          at('a letter', '2026-03-04T10:00:00', {severity: 'general', channel: 'letter'})
        ]
      },
      {
        severities: SEVERITIES,
        clocks: [
          {...resolve(1, 'hours'), when: {severity: ['major']}},
          {...resolve(2, 'hours'), when: {channel: ['phone'], kind: ['complaint']}}
        ]
      }
    );
    expect(await clocks()).toEqual(['general resolve: 03-04 12:00 overdue', 'major resolve: 03-04 11:00 overdue']);
  });

  it('is that of the day of receipt: a limit changed in mid-month changes verdicts from that day on and none before', async () => {
    const received = ['2026-03-09', '2026-03-10'].map((day) =>
      at(day, `${day}T${day.endsWith('09') ? '23:59:59' : '00:00:00'}`, {resolved_at: '2026-03-12T12:00:00+08:00'})
    );
    const before = {clocks: [resolve(3, 'working_days')]};
    world = await SmallWorld.open({
      ...SHANGHAI,
      policyText: policyText(before, {'2026-03-10': {clocks: [resolve(1, 'working_days')]}})
    });
    await world.stage('complaint', received);
    await world.build();
    expect(await clocks()).toEqual(['2026-03-09 resolve: 03-13 00:00 met', '2026-03-10 resolve: 03-12 00:00 missed']);
    world.close();
    await build({complaint: received}, before);
    expect(await clocks()).toEqual(['2026-03-09 resolve: 03-13 00:00 met', '2026-03-10 resolve: 03-14 00:00 met']);
  });

  it('gives way to the due time that the source sets', async () => {
    await build(
      {complaint: [at('a', '2026-03-04T10:00:00', {due_at: '2026-03-20T18:00:00+08:00'})]},
      {clocks: [resolve(1, 'hours')]}
    );
    expect(await clocks()).toEqual(['a resolve: 03-20 18:00 overdue']);
  });
});

it('a clock whose step nobody tells of is left out, one that has not started does not apply', async () => {
  const after = (id: string, to: string) => ({id, from: 'resolved', to, limit: 1, unit: 'days'});
  const sections = {clocks: [after('inform', 'informed'), after('archive', 'archived')]};
  world = await SmallWorld.open({...SHANGHAI, policyText: policyText(sections)});
  await world.database.execute(`delete from config.told where field = 'archived'`);
  await world.stage('complaint', [at('open', '2026-03-04T10:00:00')]);
  await world.build();
  expect(await clocks()).toEqual(['open inform: – not_applicable']);
  expect(await world.counted('inform_on_time')).toEqual([]);
});

describe('the verdict', () => {
  const sections = {clocks: [{...resolve(3, 'days'), aim: 1}]};

  it('knows an aim within the limit', async () => {
    await build({complaint: [at('a', '2026-03-02T10:00:00', {resolved_at: '2026-03-04T10:00:00+08:00'})]}, sections);
    expect(await clocks()).toEqual(['a resolve: 03-06 00:00 met', 'a resolve_aim: 03-04 00:00 missed']);
    expect(await world.counted('resolution_within_aim')).toEqual(['a: 0/1 on 2026-03-03']);
  });

  it('allows for an extension that was asked for in time and granted by somebody who may', async () => {
    const asked = (id: string, requested: string, by: string | null) =>
      at(id, '2026-03-02T10:00:00', {
        resolved_at: '2026-03-09T10:00:00+08:00',
        extension_requested_at: `${requested}+08:00`,
        extension_until: '2026-03-10T00:00:00+08:00',
        ...(by === null ? {} : {extension_approved_by: by})
      });
    await build(
      {
        complaint: [
          asked('granted', '2026-03-06T00:00:00', '副总裁 周'),
          asked('too late', '2026-03-06T00:00:01', '副总裁 周'),
          asked('by another', '2026-03-05T09:00:00', '项目经理 李'),
          asked('by nobody', '2026-03-05T09:00:00', null)
        ]
      },
      {clocks: [resolve(3, 'days')], extension: {approvers: ['副总裁']}}
    );
    expect(await clocks()).toEqual([
      'by another resolve: 03-06 00:00 missed',
      'by nobody resolve: 03-06 00:00 missed',
      'granted resolve: 03-06 00:00 met_by_extension',
      'too late resolve: 03-06 00:00 missed'
    ]);
    expect(await world.counted('resolution_on_time_original')).toContain('granted: 0/1 on 2026-03-05');
    expect(await world.counted('resolution_on_time')).toContain('granted: 1/1 on 2026-03-10');
    expect((await world.counted('extension_rate')).filter((row) => row.includes(': 1/1'))).toHaveLength(3);
  });

  it('of a case that was closed before it was received is met, and no time is counted for it', async () => {
    await build({complaint: [at('a', '2026-03-02T10:00:00', {resolved_at: '2026-03-01T10:00:00+08:00'})]}, sections);
    expect(await clocks()).toEqual(['a resolve: 03-06 00:00 met', 'a resolve_aim: 03-04 00:00 met']);
    expect(await world.database.query('from kpis.time_to_resolve')).toEqual([]);
  });

  it('of a step that never came while the case was solved is missed', async () => {
    const respond = {clocks: [{id: 'respond', from: 'received', to: 'responded', limit: 5, unit: 'minutes'}]};
    await build({complaint: [at('a', '2026-03-02T10:00:00', {resolved_at: '2026-03-03T10:00:00+08:00'})]}, respond);
    expect(await clocks()).toEqual(['a respond: 03-02 10:05 missed']);
  });

  it('of telling a customer asks for it anew after a case was reopened', async () => {
    const inform = {clocks: [{id: 'inform', from: 'resolved', to: 'informed', limit: 1, unit: 'working_days'}]};
    const told = (id: string, again: boolean) => [
      event(id, '2026-03-03T10:00:00+08:00', 'resolved'),
      event(id, '2026-03-03T11:00:00+08:00', 'informed'),
      event(id, '2026-03-04T10:00:00+08:00', 'reopened'),
      event(id, '2026-03-05T10:00:00+08:00', 'resolved'),
      ...(again ? [event(id, '2026-03-05T11:00:00+08:00', 'informed')] : [])
    ];
    await build(
      {
        complaint: [at('told once', '2026-03-02T10:00:00'), at('told twice', '2026-03-02T10:00:00')],
        complaint_event: [...told('told once', false), ...told('told twice', true)]
      },
      inform
    );
    expect(await clocks()).toEqual(['told once inform: 03-07 00:00 missed', 'told twice inform: 03-07 00:00 met']);
  });
});

describe('a year that is not in the calendar', () => {
  const short = async () => {
    const calendar = await readCalendar('cn', 'policy.yaml');
    return {...calendar, years: Object.fromEntries(Object.entries(calendar.years).filter(([year]) => year < '2026'))};
  };
  const rows = {
    complaint: [
      at('before', '2025-12-24T10:00:00', {resolved_at: '2025-12-25T10:00:00+08:00'}),
      at('across', '2025-12-30T10:00:00', {resolved_at: '2025-12-31T10:00:00+08:00'})
    ]
  };

  it('makes clocks that need it provisional, and says how many', async () => {
    await build(rows, {clocks: [resolve(3, 'working_days')]}, {...SHANGHAI, calendar: await short()});
    expect(await world.database.query('select complaint_id, is_provisional from core.clocks order by 1')).toEqual([
      {complaint_id: 'across', is_provisional: true},
      {complaint_id: 'before', is_provisional: false}
    ]);
    await writeMissingYears(world.policy, world.database);
    expect(await world.database.query('from config.missing_years')).toEqual([
      {calendar: 'cn', year: '2026', clocks: '1'}
    ]);
  });

  it('stops the run where the policy says so, with place and remedy', async () => {
    world = await SmallWorld.open({
      ...SHANGHAI,
      calendar: await short(),
      policyText: policyText({clocks: [resolve(3, 'working_days')]}).replace('{', '{"calendar_missing": "stop", ')
    });
    await world.stageAll(rows);
    await world.build();
    await expect(writeMissingYears(world.policy, world.database)).rejects.toThrow(
      'calendar "cn", years.2026: missing; 1 clocks of the policy "mine" need it; add the year, or let the policy say "calendar_missing: provisional"'
    );
  });
});
