import {afterEach, describe, expect, it} from 'vitest';
import {policyText, type Sections} from './policyText.ts';
import {rolledUp} from './rolledUp.ts';
import {SmallWorld, complaint, type StagedRow, type StagedRows, type WorldOptions} from './smallWorld.ts';

let world: SmallWorld;
afterEach(() => {
  world.close();
});

async function build(rows: StagedRows, options?: WorldOptions): Promise<void> {
  world = await SmallWorld.open(options);
  await world.stageAll(rows);
  await world.build();
}

const invitation = (id: string, more: StagedRow = {}): StagedRow => ({
  invitation_id: id,
  sent_at: '2026-01-05T09:00:00Z',
  ...more
});
const answer = (id: string, answered_at: string, more: StagedRow = {}): StagedRow => ({
  response_id: id,
  answered_at,
  ...more
});

describe('survey_response_rate', () => {
  it('counts invitations that were answered, or whose form came back', async () => {
    await build(
      {
        survey_invitation: [
          invitation('answered'),
          invitation('answered twice'),
          invitation('returned', {returned_at: '2026-01-10T09:00:00Z'}),
          invitation('returned later', {returned_at: '2026-01-10T09:00:01Z'}),
          invitation('answered later'),
          invitation('silent'),
          invitation('sent later', {sent_at: '2026-01-11T09:00:00Z'})
        ],
        survey_response: [
          answer('r1', '2026-01-06T09:00:00Z', {invitation_id: 'answered'}),
          answer('r2', '2026-01-06T09:00:00Z', {invitation_id: 'answered twice', item: 'a'}),
          answer('r3', '2026-01-06T09:00:00Z', {invitation_id: 'answered twice', item: 'b'}),
          answer('r4', '2026-01-12T09:00:00Z', {invitation_id: 'answered later'}),
          answer('r5', '2026-01-06T09:00:00Z')
        ]
      },
      {asOf: '2026-01-10T09:00:00Z'}
    );
    expect((await world.counted('survey_response_rate')).map((row) => row.split(' on ')[0])).toEqual([
      'answered: 1/1',
      'answered later: 0/1',
      'answered twice: 1/1',
      'returned: 1/1',
      'returned later: 0/1',
      'silent: 0/1'
    ]);
  });

  it('is told apart by survey and method', async () => {
    await build({
      complaint: [complaint('c', {department: 'parks'})],
      survey_invitation: [
        invitation('a', {survey_id: 'yearly', method: 'form', returned_at: '2026-01-10T09:00:00Z'}),
        invitation('b', {survey_id: 'yearly', method: 'phone', complaint_id: 'c'})
      ]
    });
    const members = async (dimension: string) =>
      (await rolledUp(world, 'survey_response_rate', 'month', dimension)).map(
        ({member, numerator, denominator}) => `${String(member)}: ${String(numerator)}/${String(denominator)}`
      );
    expect(await members('survey')).toEqual(['yearly: 1/2']);
    expect(await members('method')).toEqual(['form: 1/1', 'phone: 0/1']);
    expect(await members('department')).toEqual([': 1/1', 'parks: 0/1']);
  });

  it('is not measured where no answer can be told from its absence', async () => {
    await build({survey_invitation: [invitation('a')]});
    await world.database.execute(`delete from config.told where field in ('returned_at', 'invitation_id')`);
    expect(await world.counted('survey_response_rate')).toEqual([]);
  });
});

describe('csat', () => {
  it('is told apart by survey, item and method', async () => {
    await build({
      survey_response: [
        answer('1', '2026-01-06T09:00:00Z', {survey_id: 'yearly', item: 'service', method: 'form', score: 5}),
        answer('2', '2026-01-06T09:00:00Z', {survey_id: 'yearly', item: 'price', method: 'form', score: 2})
      ]
    });
    const rows = await rolledUp(world, 'csat', 'month', 'item');
    expect(rows.map(({member, numerator, denominator}) => [member, numerator, denominator])).toEqual([
      ['price', 0, 1],
      ['service', 1, 1]
    ]);
  });
});

describe('survey_schedule_kept', () => {
  const EACH_SEPTEMBER = policyText({survey_schedule: [{id: 'yearly', month: 9}]});
  const since = (received_at: string) => ({complaint: [complaint('c', {received_at})]});
  const states = async () =>
    (
      await world.database.query<{row: string}>(
        `select concat(survey_round_id, ': ', state) as "row" from core.survey_rounds order by 1`
      )
    ).map(({row}) => row);

  it('finds surveys that were held, late and forgotten', async () => {
    await build(
      {
        ...since('2022-09-20T09:00:00Z'),
        survey_invitation: [
          invitation('1', {survey_id: 'yearly', sent_at: '2022-09-01T00:00:00Z'}),
          invitation('2', {survey_id: 'yearly', sent_at: '2023-10-01T00:00:00Z'}),
          invitation('3', {survey_id: 'other', sent_at: '2024-09-10T00:00:00Z'})
        ],
        survey_response: [
          answer('1', '2022-10-05T00:00:00Z', {survey_id: 'yearly'}),
          answer('2', '2025-09-30T23:59:59.999999Z', {survey_id: 'yearly'})
        ]
      },
      {policyText: EACH_SEPTEMBER, asOf: '2026-09-15T00:00:00Z'}
    );
    expect(await states()).toEqual([
      'yearly 2022-09: held',
      'yearly 2023-09: late',
      'yearly 2024-09: missed',
      'yearly 2025-09: held',
      'yearly 2026-09: running'
    ]);
    expect(await world.counted('survey_schedule_kept')).toEqual([
      'yearly 2022-09: 1/1 on 2022-09-30',
      'yearly 2023-09: 0/1 on 2023-09-30',
      'yearly 2024-09: 0/1 on 2024-09-30',
      'yearly 2025-09: 1/1 on 2025-09-30'
    ]);
    const [year] = await rolledUp(world, 'survey_schedule_kept', 'year', 'survey');
    expect(year).toMatchObject({member: 'yearly', numerator: 1, denominator: 1, value: 1});
  });

  it('begins with the month of the first record, in the zone of the pipeline', async () => {
    const options = {policyText: EACH_SEPTEMBER, timeZone: 'Asia/Shanghai'};
    await build(since('2024-09-30T15:59:59Z'), {...options, asOf: '2025-09-30T16:00:00Z'});
    expect(await states()).toEqual(['yearly 2024-09: missed', 'yearly 2025-09: missed']);
    world.close();
    await build(since('2024-09-30T16:00:00Z'), {...options, asOf: '2025-09-30T15:59:59Z'});
    expect(await states()).toEqual(['yearly 2025-09: running']);
    expect(await world.counted('survey_schedule_kept')).toEqual([]);
  });

  it('takes any answer where no record names its survey', async () => {
    const rows = {...since('2024-09-01T00:00:00Z'), survey_response: [answer('1', '2024-09-10T00:00:00Z')]};
    await build(rows, {policyText: EACH_SEPTEMBER, asOf: '2025-01-01T00:00:00Z'});
    expect(await states()).toEqual(['yearly 2024-09: held']);
  });

  it('goes by the schedule in force when the month begins', async () => {
    const policy = policyText(
      {survey_schedule: [{id: 'yearly', month: 3}]},
      {
        '2025-03-02': {
          survey_schedule: [
            {id: 'yearly', month: 3},
            {id: 'half-yearly', month: 9}
          ]
        },
        '2026-01-01': {}
      }
    );
    await build(since('2024-01-01T00:00:00Z'), {policyText: policy});
    expect(await states()).toEqual(['half-yearly 2025-09: missed', 'yearly 2024-03: missed', 'yearly 2025-03: missed']);
  });

  it('counts nothing without a schedule, without records, and where nobody tells of surveys', async () => {
    await build(since('2024-01-01T00:00:00Z'));
    expect(await world.counted('survey_schedule_kept')).toEqual([]);
    world.close();
    await build({}, {policyText: EACH_SEPTEMBER});
    expect(await world.counted('survey_schedule_kept')).toEqual([]);
    world.close();
    await build(since('2024-01-01T00:00:00Z'), {policyText: EACH_SEPTEMBER});
    expect(await world.counted('survey_schedule_kept')).toHaveLength(2);
    await world.database.execute(`delete from config.told where record in ('survey_invitation', 'survey_response')`);
    expect(await world.counted('survey_schedule_kept')).toEqual([]);
  });
});

describe('low_item_measure_rate, low_item_approved_rate and low_item_told_rate', () => {
  const survey = (more: Sections = {}) => ({
    survey: {
      scale_low: 1,
      scale_high: 5,
      top_boxes: 2,
      promoter_from: 9,
      detractor_to: 6,
      low_item_under: 3.7,
      low_item_days: 10,
      ...more
    }
  });
  const LOW = policyText(survey());
  const scores = (item: string, at: string, given: readonly number[], more: StagedRow = {}) =>
    given.map((score, i) => answer(`${item} ${at} ${i}`, at, {survey_id: 'yearly', item, score, ...more}));
  const measure = (id: string, item: string | null, proposed_at: string, more: StagedRow = {}): StagedRow => ({
    measure_id: id,
    survey_id: 'yearly',
    survey_item: item,
    proposed_at,
    ...more
  });
  const MAY = '2026-05-04T09:00:00Z';

  it('ask for a measure where the mean lies under the limit', async () => {
    const low = [3, 4];
    await build(
      {
        survey_response: [
          ...scores('at the limit', MAY, [4, 4, 4, 4, 4, 4, 4, 3, 3, 3]),
          ...scores('high', MAY, [4, 5]),
          ...scores('at', MAY, low),
          ...scores('late', MAY, low),
          ...scores('never', MAY, low),
          ...scores('of ten', MAY, [6], {scale_low: 0, scale_high: 10}),
          ...scores('before', MAY, low),
          ...scores('of another survey', MAY, low)
        ],
        improvement_measure: [
          measure('1', 'at', '2026-05-14T09:00:00Z', {approved_at: '2026-05-30T00:00:00Z'}),
          measure('2', 'late', '2026-05-14T09:00:01Z', {customer_informed_at: '2026-05-30T00:00:00Z'}),
          measure('3', 'of ten', '2026-05-05T00:00:00Z', {approved_at: '2026-07-30T00:00:00Z'}),
          measure('4', 'before', '2026-05-04T08:59:59Z'),
          measure('5', 'of another survey', '2026-05-05T00:00:00Z', {survey_id: 'other'}),
          measure('6', null, '2026-05-05T00:00:00Z')
        ]
      },
      {policyText: LOW}
    );
    const ones = async (kpi: string) => {
      const rows = await world.database.query<{row: string}>(
        `select concat(r.item, ' ', numerator, ' ', strftime("at", '%m-%d')) as "row" from kpis.${kpi} join core.survey_items as r on survey_item_id = record_id order by 1`
      );
      return rows.map(({row}) => row);
    };
    expect(await ones('low_item_measure_rate')).toEqual([
      'at 1 05-14',
      'before 0 05-14',
      'late 0 05-14',
      'never 0 05-14',
      'of another survey 0 05-14',
      'of ten 1 05-14'
    ]);
    expect((await ones('low_item_approved_rate')).filter((row) => row.includes(' 1 '))).toEqual(['at 1 05-14']);
    expect((await ones('low_item_told_rate')).filter((row) => row.includes(' 1 '))).toEqual(['late 1 05-14']);
    expect((await rolledUp(world, 'low_item_measure_rate', 'month', 'item')).map(({member}) => member)).toContain(
      'of ten'
    );
  });

  it('wait until the time is over, counted from the last answer', async () => {
    const rows = {survey_response: [...scores('low', MAY, [1]), ...scores('low', '2026-05-06T09:00:00Z', [2])]};
    await build(rows, {policyText: LOW, asOf: '2026-05-16T08:59:59Z'});
    expect(await world.counted('low_item_measure_rate')).toEqual([]);
    world.close();
    await build(rows, {policyText: LOW, asOf: '2026-05-16T09:00:00Z'});
    expect(await world.counted('low_item_measure_rate')).toEqual(['yearly 2026-04 low: 0/1 on 2026-05-16']);
  });

  it('keep the rounds of a survey apart, and a measure to its own', async () => {
    const rows = {
      survey_response: [
        ...scores('low', '2024-09-10T00:00:00Z', [1]),
        ...scores('low', '2024-11-10T00:00:00Z', [2]),
        ...scores('low', '2025-09-10T00:00:00Z', [1])
      ],
      improvement_measure: [measure('1', 'low', '2024-11-20T00:00:00Z')]
    };
    await build(rows, {policyText: policyText({...survey(), survey_schedule: [{id: 'yearly', month: 9}]})});
    expect(await world.counted('low_item_measure_rate')).toEqual([
      'yearly 2024-09 low: 1/1 on 2024-11-20',
      'yearly 2025-09 low: 0/1 on 2025-09-20'
    ]);
    expect(
      await world.database.query(
        'select answers::int as answers, mean_score from core.survey_items order by survey_item_id'
      )
    ).toEqual([
      {answers: 2, mean_score: 1.5},
      {answers: 1, mean_score: 1}
    ]);
  });

  it('let a measure answer for a round in whose time it falls, though the next has begun', async () => {
    const rows = {
      survey_response: [...scores('low', '2026-03-28T00:00:00Z', [1]), ...scores('low', '2026-04-02T00:00:00Z', [5])],
      improvement_measure: [measure('1', 'low', '2026-04-05T00:00:00Z')]
    };
    await build(rows, {policyText: LOW});
    expect(await world.counted('low_item_measure_rate')).toEqual(['yearly 2026-01 low: 1/1 on 2026-04-07']);
  });

  it('go by the limit in force at the last answer', async () => {
    const policy = policyText(survey(), {'2026-05-10': survey({low_item_under: 2})});
    const rows = [...scores('old', '2026-05-09T23:59:59Z', [3]), ...scores('new', '2026-05-10T00:00:00Z', [3])];
    await build({survey_response: rows}, {policyText: policy});
    expect(await world.counted('low_item_measure_rate')).toEqual(['yearly 2026-04 old: 0/1 on 2026-05-19']);
  });

  it('count nothing where the policy sets no limit, and where nobody tells of measures', async () => {
    await build({survey_response: scores('low', MAY, [1])});
    expect(await world.counted('low_item_measure_rate')).toEqual([]);
    world.close();
    await build({survey_response: scores('low', MAY, [1])}, {policyText: LOW});
    expect(await world.counted('low_item_told_rate')).toHaveLength(1);
    await world.database.execute(`delete from config.told where field = 'customer_informed_at'`);
    expect(await world.counted('low_item_told_rate')).toEqual([]);
    expect(await world.counted('low_item_measure_rate')).toHaveLength(1);
  });
});
