import {afterAll, beforeAll, expect, test} from 'vitest';
import type {Decided, LedgerEntry} from '../../src/ledger/ledgerSpec.ts';
import {personKey} from '../../src/ledger/personKey.ts';
import {refusePart} from '../../src/ledger/refusePart.ts';
import {writeCountedEntries, writeLedger} from '../../src/ledger/writeLedger.ts';
import {SmallWorld, complaint, event} from '../transform/smallWorld.ts';

const ENTRY: LedgerEntry = {
  entry: '2026-0001',
  asked: 'adjustment',
  at: '2026-02-01T09:00:00+08:00',
  by: '李敏',
  case: 'A',
  figure: 'success_rate',
  ask: 'exclude',
  reason: '系统停机',
  decisions: []
};

const decision = (more: Partial<Decided> = {}): Decided => ({
  entry: ENTRY.entry,
  decided: 'granted',
  at: '2026-02-02T09:00:00+08:00',
  by: '王芳',
  reason: '属实',
  ...more
});

let world: SmallWorld;
beforeAll(async () => {
  world = await SmallWorld.open({asOf: '2026-03-01T00:00:00Z'});
  await world.stageAll({
    complaint: [
      complaint('A', {
        outcome: 'resolved',
        closed_at: '2026-01-20T09:00:00Z',
        handler: 'Zhou Jie',
        first_receiver: '赵倩',
        involved_staff: '孙悦',
        validity_judged_by: '吴刚'
      }),
      complaint('B', {outcome: 'resolved', closed_at: '2026-01-20T09:00:00Z'}),
      complaint('C')
    ],
    complaint_event: [event('A', '2026-01-06T09:00:00Z', 'investigated', {handler: '钱 进'})],
    violation: [{violation_id: 'V', happened_at: '2026-01-06T09:00:00Z', staff: '郑华', complaint_id: 'A'}],
    service_order: [{order_id: 'S', requested_at: '2026-01-06T09:00:00Z', handler: '冯涛'}]
  });
  await world.build();
  // The views of the KPIs stand before the ledger asks what they count.
  await world.database.query('from kpis.success_rate');
});
afterAll(() => {
  world.close();
});

/** Each entry as `number state (why void)`, with a star where it takes effect. */
async function ruled(...entries: LedgerEntry[]): Promise<string[]> {
  await writeLedger(entries, {asOf: new Date('2026-03-01T00:00:00Z')}, world.database);
  await writeCountedEntries(entries, world.database);
  const rows = await world.database.query<Record<'entry' | 'state', string> & {why: string | null; works: boolean}>(
    'select entry, state, void_reason as why, is_effective as works from core.rulings order by entry'
  );
  return rows.map(
    ({entry, state, why, works}) => `${entry} ${state}${why === null ? '' : ` (${why})`}${works ? ' *' : ''}`
  );
}

test('an entry is open, refused or granted; the last decision counts', async () => {
  expect(await ruled(ENTRY)).toEqual(['2026-0001 open']);
  expect(await ruled({...ENTRY, decisions: [decision()]})).toEqual(['2026-0001 granted *']);
  const again = decision({decided: 'refused', at: '2026-02-03T09:00:00+08:00'});
  expect(await ruled({...ENTRY, decisions: [decision(), again]})).toEqual(['2026-0001 refused']);
  expect(await world.database.query('select entry, position, outcome from config.decisions order by position')).toEqual(
    [
      {entry: '2026-0001', position: 1, outcome: 'granted'},
      {entry: '2026-0001', position: 2, outcome: 'refused'}
    ]
  );
});

test('a decision of who had a part in the case is void, whatever it is', async () => {
  const people = ['zhou  JIE', '赵倩', '孙悦', '吴刚', '钱进', '郑华'];
  const entries = people.flatMap((by, i) =>
    (['granted', 'refused'] as const).map((decided, j) => {
      const entry = `2026-00${String(10 * (i + 1) + j)}`;
      return {...ENTRY, entry, decisions: [decision({entry, by, decided})]};
    })
  );
  const others = [
    {...ENTRY, entry: '2026-0101', case: 'V', decisions: [decision({by: '赵倩'})]},
    {...ENTRY, entry: '2026-0102', case: 'S', decisions: [decision({by: '冯涛'})]}
  ];
  const all = [...entries, ...others];
  expect(await ruled(...all)).toEqual(all.map(({entry}) => `${entry} void (took_part)`));
  for (const by of people) {
    await expect(refusePart(by, ENTRY, world.database)).rejects.toThrow(
      `--by: ${by} had a part in A; somebody else must`
    );
  }
});

test('a decision that a case counts to oneself is void, and so is one on what the figure does not count', async () => {
  const moved = {...ENTRY, ask: 'reassign', to: {handler: '王 芳'}} as const;
  await expect(refusePart('王芳', moved, world.database)).rejects.toThrow('asks that A counts to 王芳');
  await expect(refusePart('王芳', ENTRY, world.database)).resolves.toBeUndefined();
  expect(await ruled({...moved, decisions: [decision()]})).toEqual(['2026-0001 void (in_own_favour)']);
  expect(await ruled({...ENTRY, case: 'C', decisions: [decision()]})).toEqual(['2026-0001 void (not_counted)']);
  expect(await ruled({...ENTRY, case: 'no such case', decisions: [decision({decided: 'refused'})]})).toEqual([
    '2026-0001 refused'
  ]);
});

test('of several rulings on one record, figure and dimension the one decided last takes effect', async () => {
  const on = (entry: string, day: number, more: Partial<LedgerEntry>): LedgerEntry => ({
    ...ENTRY,
    entry,
    ...more,
    decisions: [decision({entry, at: `2026-02-0${String(day)}T09:00:00+08:00`, ...more.decisions?.[0]})]
  });
  expect(
    await ruled(
      on('2026-0001', 4, {ask: 'in_favour'}),
      on('2026-0002', 3, {}),
      on('2026-0003', 5, {decisions: [decision({entry: '2026-0003', at: '2026-02-05T09:00:00+08:00', by: '赵倩'})]}),
      on('2026-0004', 2, {ask: 'reassign', to: {department: '客服部'}}),
      on('2026-0005', 2, {ask: 'reassign', to: {handler: '刘洋'}}),
      on('2026-0006', 2, {case: 'B'})
    )
  ).toEqual([
    '2026-0001 granted *',
    '2026-0002 granted',
    '2026-0003 void (took_part)',
    '2026-0004 granted *',
    '2026-0005 granted *',
    '2026-0006 granted *'
  ]);
});

test('what was asked or decided after the as-of time is not known yet', async () => {
  expect(await ruled({...ENTRY, at: '2026-03-01T08:00:01+08:00'})).toEqual([]);
  expect(await ruled({...ENTRY, at: '2026-03-01T08:00:00+08:00'})).toEqual(['2026-0001 open']);
  const later = decision({at: '2026-03-02T09:00:00+08:00', decided: 'refused'});
  expect(await ruled({...ENTRY, decisions: [decision(), later]})).toEqual(['2026-0001 granted *']);
});

test('names are compared alike in SQL and in TypeScript', async () => {
  const names = ['王 芳', '王　芳 ', '王\u200b芳', 'ZHOU Jie', 'zhou\tjie', 'Ärzte', 'A\u0308rzte', '王芳芳'];
  const rows = await world.database.query<{key: string}>(
    'select config.person_key(name) as "key" from (select unnest(from_json($names::varchar, \'["varchar"]\')) as name)',
    {names: JSON.stringify(names)}
  );
  expect(rows.map(({key}) => key)).toEqual(names.map(personKey));
  expect(new Set(names.map(personKey)).size).toBe(4);
});
