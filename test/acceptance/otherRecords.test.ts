import {mkdtemp, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {huisheng, huishengJson} from '../cli/huisheng.ts';
import {hasSharedData, pipelineOf, readExpected, readRecords} from './sharedData.ts';

interface Fraction {
  readonly period_start: string;
  readonly numerator: number;
  readonly denominator: number | null;
}

const AS_OF = '2019-01-01T00:00:00Z';

describe.skipIf(!hasSharedData)('records of other kinds', () => {
  let folder = '';
  const where = (name: string) => ['--pipeline', pipelineOf(name), '--data', join(folder, name)];
  const yearly = async (name: string, kpi: string) =>
    huishengJson<Fraction>('kpi', kpi, '--grain', 'year', ...where(name));
  const runLine = (name: string) => ['run', pipelineOf(name), '--data', join(folder, name), '--as-of', AS_OF];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'huisheng-test-'));
  });

  afterAll(async () => {
    await rm(folder, {recursive: true});
  });

  test('an event log gives reopenings and transfers', async () => {
    const name = 'bpi2013-incidents';
    const expected = await readExpected<Record<string, number>>(name);
    const {status, stderr} = await huisheng(...runLine(name));
    expect(status, stderr).toBe(0);
    const sum = (figures: readonly Fraction[], part: 'numerator' | 'denominator') =>
      figures.reduce((total, figure) => total + (figure[part] ?? 0), 0);
    const reopened = await yearly(name, 'reopen_rate');
    const transferred = await yearly(name, 'transfer_rate');
    const [rows] = await huishengJson(
      'query',
      'select count(*) as events from staging.complaint_event',
      ...where(name)
    );
    expect({
      complaints: sum(await yearly(name, 'complaints'), 'numerator'),
      events: Number(rows!['events']),
      complaints_ever_resolved: sum(reopened, 'denominator'),
      complaints_reopened: sum(reopened, 'numerator'),
      complaints_transferred: sum(transferred, 'numerator')
    }).toEqual({
      complaints: expected['complaints'],
      events: expected['events'],
      complaints_ever_resolved: expected['complaints_ever_resolved'],
      complaints_reopened: expected['complaints_reopened'],
      complaints_transferred: expected['complaints_transferred']
    });
    expect(sum(transferred, 'denominator')).toBe(expected['complaints']);
  });

  test('a survey with coded answers gives satisfaction and recommendation', async () => {
    const name = 'sfo-survey';
    const {years} = await readExpected<{years: ({year: string} & Record<'csat' | 'nps', Fraction | undefined>)[]}>(
      name
    );
    const {status, stderr} = await huisheng(...runLine(name));
    expect(status, stderr).toBe(0);
    for (const kpi of ['csat', 'nps'] as const) {
      const figures = await yearly(name, kpi);
      const wanted = years.filter((year) => year[kpi]).map((year) => ({year: year.year, ...year[kpi]!}));
      const found = figures
        .filter(({denominator}) => denominator !== 0)
        .map(({period_start, numerator, denominator}) => ({year: period_start.slice(0, 4), numerator, denominator}));
      expect(found, kpi).toEqual(wanted);
    }
  });

  test('narratives over several lines are read whole', async () => {
    const name = 'cfpb-2011-2018';
    const {status, stderr} = await huisheng(...runLine(name));
    expect(status, stderr).toBe(0);
    expect(stderr).toContain('802 rows read = 802 loaded + 0 unchanged + 0 quarantined');
    const found = await huishengJson(
      'query',
      'select complaint_id, description from staging.complaint',
      ...where(name)
    );
    const texts = new Map(found.map(({complaint_id, description}) => [complaint_id, description as string | null]));
    const records = await readRecords(name, 'complaints.csv');
    expect(texts.size).toBe(records.length);
    let broken = 0;
    let changed = 0;
    for (const record of records) {
      const written = record['Consumer complaint narrative']!.trim();
      const read = texts.get(record['Complaint ID']!) ?? '';
      expect(read.split('\n').length, record['Complaint ID']).toBe(written.split('\n').length);
      if (written.includes('\n')) broken++;
      if (/\[contact\]|\[card number\]/.test(read)) changed++;
      else expect(read).toBe(written);
    }
    expect(broken).toBeGreaterThan(0);
    expect(changed).toBeLessThan(records.length / 100);
  });
});
