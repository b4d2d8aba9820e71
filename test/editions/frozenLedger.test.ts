import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {expect, test} from 'vitest';
import {ledgerProblems, ledgerText, openEntries} from '../../src/editions/frozenLedger.ts';
import type {Decided, LedgerEntry} from '../../src/ledger/ledgerSpec.ts';
import {openDatabase} from '../../src/warehouse/duckdb.ts';

const decided: Decided = {
  entry: '2026-0001',
  decided: 'granted',
  at: '2026-06-03T09:00:00+08:00',
  by: '李主任',
  reason: '属实'
};

const asked = (entry: string, more: Partial<LedgerEntry> = {}): LedgerEntry => ({
  entry,
  asked: 'objection',
  at: '2026-06-02T09:00:00+08:00',
  by: '陈静',
  case: 'T1',
  figure: 'resolution_on_time',
  ask: 'exclude',
  reason: '客户要求延后',
  decisions: [],
  ...more
});

test('a ledger to which something was added holds all that was frozen of it', () => {
  const frozen = [asked('2026-0001')];
  expect(ledgerProblems(ledgerText(frozen), frozen)).toEqual([]);
  const later = [asked('2026-0001', {decisions: [decided]}), asked('2026-0002')];
  expect(ledgerProblems(ledgerText(frozen), later)).toEqual([]);
});

test('what was taken out of it or changed is named', () => {
  const frozen = ledgerText([asked('2026-0001', {decisions: [decided]}), asked('2026-0002'), asked('2026-0003')]);
  const now = [
    asked('2026-0001', {decisions: [{...decided, decided: 'refused'}]}),
    asked('2026-0002', {ask: 'reassign', to: {handler: '赵强'}})
  ];
  expect(ledgerProblems(frozen, now)).toEqual([
    'entry 2026-0001: its decision 1 was changed or taken out',
    'entry 2026-0002: its ask was changed',
    'entry 2026-0002: its to was changed',
    'entry 2026-0003 is missing'
  ]);
});

test('entries are open that nobody has decided, about records that the figures count', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'huisheng-test-'));
  const database = await openDatabase(':memory:');
  try {
    const records = join(folder, 'records.parquet');
    await database.execute(
      `copy (select 'resolution_on_time' as kpi, unnest(['T1', 'T2']) as record_id) to '${records}' (format parquet)`
    );
    const entries = [
      asked('2026-0001', {decisions: [decided]}),
      asked('2026-0002', {case: 'T2'}),
      asked('2026-0003', {case: 'T9'}),
      asked('2026-0004', {figure: 'satisfaction'})
    ];
    expect(await openEntries(entries, records, database)).toEqual(['2026-0002']);
    expect(await openEntries([], records, database)).toEqual([]);
  } finally {
    database.close();
    await rm(folder, {recursive: true});
  }
});
