import {existsSync} from 'node:fs';
import {mkdir, readFile, readdir, rename, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {afterAll, beforeAll, describe, expect, test} from 'vitest';
import {readEditions} from '../../src/editions/readEditions.ts';
import {settleEditions} from '../../src/editions/settleEditions.ts';
import {readJournal} from '../../src/run/journal.ts';
import {stateOf} from '../../src/run/state.ts';
import {openDatabase} from '../../src/warehouse/duckdb.ts';
import {companyThatRan} from '../cli/company.ts';
import {huisheng, huishengJson} from '../cli/huisheng.ts';
import type {Company} from '../run/company.ts';

const FIRST = '0001-2026-05';
const founded: Company[] = [];
let company: Company;
let other: Company;

async function another(): Promise<Company> {
  const one = await companyThatRan();
  founded.push(one);
  return one;
}

const stateIn = ({data}: Company) => stateOf('company', data);
const freeze = ({where}: Company, period: string, ...options: string[]) =>
  huisheng('freeze', period, '--by', '王敏', ...options, ...where);
const filesOf = async (one: Company, edition: string) => {
  const folder = join(one.data, 'editions', edition);
  const names = (await readdir(folder)).sort();
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, (await readFile(join(folder, name))).toString('base64')]))
  ) as Record<string, string>;
};

beforeAll(async () => {
  [company, other] = [await another(), await another()];
});

afterAll(async () => {
  for (const one of founded) await one.dissolve();
});

describe('nothing is frozen', () => {
  const AGAIN = ['--again', '--reason', '漏登'];
  test.each([
    ['without a name', ['2026-05', '--by', ' '], '--by: say who signs the figures'],
    ['of what is no period', ['2026-13'], '"2026-13" is no period of a report'],
    [
      'of a period that goes on',
      ['2026-07'],
      '2026-07 goes on until 2026-08-01, and the figures are as of 2026-07-15 12:00'
    ],
    ['of a period without figures', ['2025'], 'there are no figures of 2025; they begin with the year of 2026-01-01'],
    ['again without a reason', ['2026-05', '--again'], '--again: say with --reason why'],
    ['for a reason, but not again', ['2026-05', '--reason', '漏登'], '--reason goes with --again'],
    ['again that never was', ['2026-05', ...AGAIN], '--again: 2026-05 has not been frozen yet'],
    ['before the first run', ['2026-05', '--data', '/nowhere'], 'there is no warehouse in /nowhere; run "huisheng run']
  ])('%s', async (_, options, message) => {
    const {status, stderr} = await huisheng('freeze', ...company.where, '--by', '王敏', ...options);
    expect({status, stderr}).toEqual({status: 2, stderr: expect.stringContaining(message) as string});
    expect(existsSync(stateIn(company).editions)).toBe(false);
  });
});

test('an edition tells who signed what, by which definitions, and its hash stands in the journal', async () => {
  const [frozen] = await huishengJson('freeze', '2026-05', '--by', '王敏', ...company.where);
  expect(frozen).toMatchObject({edition: FIRST, by: '王敏', open_objections: 0});
  const manifest = JSON.parse(await readFile(join(stateIn(company).editions, FIRST, 'edition.json'), 'utf8')) as Record<
    string,
    unknown
  >;
  expect(manifest).toMatchObject({
    pipeline: 'company',
    period: '2026-05',
    grain: 'month',
    reason: null,
    as_of: '2026-07-15T04:00:00.000Z',
    run_id: 1,
    policy: {id: 'none', effective_from: '1970-01-01'},
    previous: null
  });
  const {freezes} = await readJournal(stateIn(company));
  expect(freezes).toEqual([
    {
      event: 'frozen',
      at: frozen!['frozen_at'],
      edition: FIRST,
      period: '2026-05',
      by: '王敏',
      sha256: frozen!['sha256']
    }
  ]);
});

test('the records of an edition are those that the figures count, and make them up', async () => {
  const database = await openDatabase(':memory:');
  const table = (name: string) => `read_parquet('${join(stateIn(company).editions, FIRST, name)}.parquet')`;
  try {
    const rows = await database.query<Record<string, unknown>>(`
      select kpi, sum(numerator) as numerator, sum(denominator) as denominator from ${table('records')} group by kpi
      intersect
      select kpi, numerator, denominator from ${table('figures')} where dimension = 'all' order by kpi`);
    expect(rows).toContainEqual({kpi: 'complaints', numerator: 183, denominator: null});
    expect(rows.map(({kpi}) => kpi)).toEqual(
      expect.arrayContaining(['identity_coverage', 'recurrence_rate', 'reopen_rate', 'resolution_on_time'])
    );
    const listed = await huishengJson('records', 'open_complaints', '--period', '2026-05', ...company.where);
    const open = await database.query(
      `select record_id from ${table('records')} where kpi = 'open_complaints' order by "at", record_id`
    );
    expect(open).toEqual(listed.map(({record_id}) => ({record_id})));
  } finally {
    database.close();
  }
});

test('the same state in another folder gives the same bytes, but for the time; what a killed freeze left there goes', async () => {
  const {pendingEdition} = stateIn(other);
  await mkdir(pendingEdition, {recursive: true});
  await writeFile(join(pendingEdition, 'figures.parquet'), 'PAR1');
  expect((await freeze(other, '2026-05')).status).toBe(0);
  const [mine, theirs] = [await filesOf(company, FIRST), await filesOf(other, FIRST)];
  const timeless = (base64: string) =>
    Buffer.from(base64, 'base64')
      .toString('utf8')
      .replace(/("frozen_at": ")[^"]+/, '$1');
  expect(timeless(theirs['edition.json']!)).toBe(timeless(mine['edition.json']!));
  expect({...theirs, 'edition.json': ''}).toEqual({...mine, 'edition.json': ''});
});

test('a period is frozen once more only for a reason; the earlier edition stays, and the chain goes on', async () => {
  const before = await filesOf(company, FIRST);
  const refused = await freeze(company, '2026-05');
  expect(refused.status).toBe(2);
  expect(refused.stderr).toMatch(/2026-05 was frozen at \S+Z by 王敏: edition 0001-2026-05; with --again and --reason/);
  expect((await freeze(company, '2026-05', '--again', '--reason', '漏登三件')).status).toBe(0);
  expect(await filesOf(company, FIRST)).toEqual(before);
  const {editions, findings} = await readEditions(stateIn(company), await readJournal(stateIn(company)));
  expect(findings).toEqual([]);
  expect(editions.map(({name, isLatest, manifest: {reason}}) => [name, isLatest, reason])).toEqual([
    [FIRST, false, null],
    ['0002-2026-05', true, '漏登三件']
  ]);
  expect(editions[1]!.manifest.previous).toEqual({edition: FIRST, sha256: editions[0]!.sha256});
});

test('figures that are not those of today are not frozen', async () => {
  await company.write('company.yaml', 'title: 公司\npolicy: service-industry\nsources: [register.yaml]\n');
  const {status, stderr} = await freeze(company, '2026-06');
  expect({status, stderr}).toEqual({
    status: 2,
    stderr: expect.stringContaining("was made under other definitions than today's") as string
  });
  await company.write('company.yaml', 'title: 公司\nsources: [register.yaml]\n');
});

test('a freeze that fails half way leaves nothing', async () => {
  const broken = await another();
  const database = await openDatabase(broken.warehouse);
  await database.execute('drop view kpis.complaints');
  database.close();
  expect((await freeze(broken, '2026-05')).status).toBe(1);
  expect(await readdir(stateIn(broken).editions)).toEqual([]);
  expect((await readJournal(stateIn(broken))).freezes).toEqual([]);
});

test('what a killed freeze leaves goes, or is put into its place where the journal tells of it', async () => {
  const state = stateIn(other);
  const journal = await readJournal(state);
  expect(await readdir(state.editions)).toEqual([FIRST]);
  await rename(join(state.editions, FIRST), state.pendingEdition);
  expect((await readEditions(state, journal)).findings).toEqual([
    {edition: FIRST, file: null, problem: expect.stringContaining('was cut off at the last step') as string}
  ]);
  await settleEditions(state, journal);
  expect(await readdir(state.editions)).toEqual([FIRST]);
  expect((await readEditions(state, journal)).findings).toEqual([]);
});
