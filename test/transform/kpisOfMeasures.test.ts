import {afterEach, describe, expect, it} from 'vitest';
import {policyText} from './policyText.ts';
import {SmallWorld, type StagedRow, type StagedRows, type WorldOptions} from './smallWorld.ts';

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
const measure = (id: string, more: StagedRow = {}): StagedRow => ({measure_id: id, proposed_at: day(5), ...more});
const sheet = (id: string, more: StagedRow = {}): StagedRow => ({nonconformance_id: id, issued_at: day(5), ...more});

/** The times of a duration as `id: seconds`, with `+` where it still runs. */
async function times(kpi: string): Promise<string[]> {
  const rows = await world.database.query<{row: string}>(
    `select concat(record_id, ': ', seconds::bigint, case when is_open then '+' else '' end) as "row" from kpis.${kpi} order by 1`
  );
  return rows.map(({row}) => row);
}

describe('measure_on_time', () => {
  it('takes the deadline itself for on time, and waits for it', async () => {
    await build(
      {
        improvement_measure: [
          measure('at', {due_at: day(10), completed_at: day(10)}),
          measure('late', {due_at: day(10), completed_at: day(10, '09:00:00.000001Z')}),
          measure('open', {due_at: day(10)}),
          measure('due now', {due_at: day(12), completed_at: day(11)}),
          measure('running', {due_at: day(13), completed_at: day(11)}),
          measure('undated', {completed_at: day(11)}),
          measure('proposed later', {proposed_at: day(13), due_at: day(10), completed_at: day(10)})
        ]
      },
      {asOf: day(12)}
    );
    expect(await world.counted('measure_on_time')).toEqual([
      'at: 1/1 on 2026-01-10',
      'due now: 1/1 on 2026-01-12',
      'late: 0/1 on 2026-01-10',
      'open: 0/1 on 2026-01-10'
    ]);
  });

  it('counts nothing without measures, or where nobody tells of their completion', async () => {
    await build({});
    expect(await world.counted('measure_on_time')).toEqual([]);
    await world.stage('improvement_measure', [measure('a', {due_at: day(10)})]);
    expect(await world.counted('measure_on_time')).toEqual(['a: 0/1 on 2026-01-10']);
    await world.database.execute(`delete from config.told where field = 'completed_at'`);
    expect(await world.counted('measure_on_time')).toEqual([]);
  });
});

describe('measure_effective_rate', () => {
  it('asks for a judgement in time, and that it worked', async () => {
    const due = {evaluation_due_at: day(20)};
    await build(
      {
        improvement_measure: [
          measure('worked', {...due, evaluated_at: day(20), is_effective: true}),
          measure('did not', {...due, evaluated_at: day(19), is_effective: false}),
          measure('judged late', {...due, evaluated_at: day(20, '09:00:01Z'), is_effective: true}),
          measure('not judged', due),
          measure('no verdict', {...due, evaluated_at: day(19)}),
          measure('running', {evaluation_due_at: day(26), evaluated_at: day(19), is_effective: true})
        ]
      },
      {asOf: day(25)}
    );
    expect(await world.counted('measure_effective_rate')).toEqual([
      'did not: 0/1 on 2026-01-20',
      'judged late: 0/1 on 2026-01-20',
      'no verdict: 0/1 on 2026-01-20',
      'not judged: 0/1 on 2026-01-20',
      'worked: 1/1 on 2026-01-20'
    ]);
  });
});

describe('open_measures and the times of a measure', () => {
  it('go from step to step; what came after the as-of time has not happened', async () => {
    await build(
      {
        improvement_measure: [
          measure('done', {approved_at: day(6), completed_at: day(8), evaluated_at: day(9)}),
          measure('later', {approved_at: day(7), completed_at: day(11), evaluated_at: day(12)}),
          measure('proposed'),
          measure('not approved', {completed_at: day(7)}),
          measure('before', {approved_at: day(4), completed_at: day(3)})
        ]
      },
      {asOf: day(10)}
    );
    expect(await times('time_to_approve_measure')).toEqual([
      'done: 86400',
      'later: 172800',
      'not approved: 432000+',
      'proposed: 432000+'
    ]);
    expect(await times('time_to_complete_measure')).toEqual(['done: 172800', 'later: 259200+']);
    expect(await times('time_to_evaluate_measure')).toEqual([
      'before: 604800+',
      'done: 86400',
      'not approved: 259200+'
    ]);
    const open = await world.database.query(
      'select record_id, until_at is null as is_open from kpis.open_measures order by 1'
    );
    expect(open).toEqual([
      {record_id: 'done', is_open: false},
      {record_id: 'later', is_open: true},
      {record_id: 'not approved', is_open: false},
      {record_id: 'proposed', is_open: true}
    ]);
  });
});

describe('nonconformance_on_time', () => {
  it('takes the deadline itself for on time, and waits for it', async () => {
    await build(
      {
        nonconformance: [
          sheet('at', {due_at: day(10), answered_at: day(10)}),
          sheet('late', {due_at: day(10), answered_at: day(10, '09:00:01Z')}),
          sheet('answered later', {due_at: day(11), answered_at: day(13)}),
          sheet('running', {due_at: day(13), answered_at: day(6)}),
          sheet('undated', {answered_at: day(6)})
        ]
      },
      {asOf: day(12)}
    );
    expect(await world.counted('nonconformance_on_time')).toEqual([
      'answered later: 0/1 on 2026-01-11',
      'at: 1/1 on 2026-01-10',
      'late: 0/1 on 2026-01-10'
    ]);
  });
});

describe('defect_repeat_rate', () => {
  const TEN_DAYS = {policyText: policyText({defects: {window_days: 10}})};
  const of = (defect: string | null, product: string | null = 'mug') => ({defect, product});

  it('looks for the same defect of the same product after the sheet was closed', async () => {
    await build(
      {
        nonconformance: [
          sheet('a', {...of('crack'), closed_at: day(6)}),
          sheet('a again', {...of('crack'), issued_at: day(16), closed_at: day(17)}),
          sheet('a after the window', {...of('crack'), issued_at: day(27, '09:00:01Z')}),
          sheet('b', {...of('chip'), closed_at: day(6)}),
          sheet('b of another product', {...of('chip', 'bowl'), issued_at: day(7)}),
          sheet('b before it was closed', {...of('chip'), issued_at: day(6)}),
          sheet('no defect', {...of(null), closed_at: day(6)}),
          sheet('no product', {...of('crack', null), closed_at: day(6)})
        ]
      },
      TEN_DAYS
    );
    expect(await world.counted('defect_repeat_rate')).toEqual([
      'a: 1/1 on 2026-01-06',
      'a again: 0/1 on 2026-01-17',
      'b: 0/1 on 2026-01-06'
    ]);
  });

  it('counts a sheet once its window is over, even one that has repeated already', async () => {
    const rows = [
      sheet('over', {...of('crack'), closed_at: day(6)}),
      sheet('running', {...of('chip'), closed_at: day(6, '09:00:01Z')}),
      sheet('running again', {...of('chip'), issued_at: day(7)}),
      sheet('later', {...of('crack'), issued_at: day(16, '09:00:01Z')})
    ];
    await build({nonconformance: rows}, {...TEN_DAYS, asOf: day(16)});
    expect(await world.counted('defect_repeat_rate')).toEqual(['over: 0/1 on 2026-01-06']);
  });

  it('goes by the window in force on the day of closing', async () => {
    const twice = (defect: string, closed_at: string) => [
      sheet(defect, {...of(defect), closed_at}),
      sheet(`${defect} again`, {...of(defect), issued_at: day(19)})
    ];
    await build(
      {nonconformance: [...twice('old', day(9, '23:59:59Z')), ...twice('new', day(10, '00:00:00Z'))]},
      {policyText: policyText({defects: {window_days: 10}}, {'2026-01-10': {defects: {window_days: 5}}})}
    );
    expect(await world.counted('defect_repeat_rate')).toEqual(['new: 0/1 on 2026-01-10', 'old: 1/1 on 2026-01-09']);
  });

  it('counts nothing without a window', async () => {
    await build({nonconformance: [sheet('a', {...of('crack'), closed_at: day(6)})]});
    expect(await world.counted('defect_repeat_rate')).toEqual([]);
  });
});
