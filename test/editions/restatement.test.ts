import {readFile, readdir, stat} from 'node:fs/promises';
import {join} from 'node:path';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {hashFile} from '../../src/extract/inputFile.ts';
import {companyThatRan} from '../cli/company.ts';
import {openDatabase, type Row} from '../../src/warehouse/duckdb.ts';
import {huisheng} from '../cli/huisheng.ts';
import {REGISTER_SOURCE, csv, registerRows, type Company} from '../run/company.ts';

const FIRST = '0001-2026-05';

let company: Company;
let folder: string;

/** The rows of a query over the warehouse, as it stands now. */
async function query(sql: string): Promise<Row[]> {
  const database = await openDatabase(company.warehouse, {readOnly: true});
  try {
    return await database.query(sql);
  } finally {
    database.close();
  }
}

/** The bytes of the edition, by file. */
async function hashes(): Promise<Record<string, string>> {
  const names = await readdir(folder);
  const pairs = names.map(async (name): Promise<[string, string]> => [name, await hashFile(join(folder, name))]);
  return Object.fromEntries(await Promise.all(pairs));
}

beforeAll(async () => {
  company = await companyThatRan();
  folder = join(company.data, 'editions', FIRST);
  // From now on what the register does not have any more is deleted.
  await company.write('register.yaml', REGISTER_SOURCE.replace('  complaint:\n', '  complaint:\n    complete: true\n'));
});

afterAll(async () => {
  await company.dissolve();
});

test('a frozen month stays as it is when records come, change and go; the restatement tells exactly of those', async () => {
  expect((await query('select count(*)::integer as n from marts.editions'))[0]).toEqual({n: 0});
  expect((await huisheng('freeze', '2026-05', '--by', '王敏', ...company.where)).status).toBe(0);
  const before = await hashes();
  const {mtimeMs} = await stat(join(folder, 'records.parquet'));

  // Solved in time until now: one goes, one was solved too late after all, one belongs to another department; one comes.
  const rows = registerRows(300);
  const [gone, late, moved] = ['T00060', 'T00061', 'T00062'];
  const news = rows
    .filter(([id]) => id !== gone)
    .map((row) => (row[0] === late ? row.with(2, '2026-05-30 12:00:00') : row))
    .map((row) => (row[0] === moved ? row.with(7, '物业部') : row));
  const come = rows[59]!.with(0, 'N00001').with(4, '新客').with(5, '13900009999');
  await company.write('register.csv', csv([...news, come]));
  const {status, stderr} = await company.run();
  expect(status, stderr).toBe(0);

  expect(await hashes()).toEqual(before);
  expect((await stat(join(folder, 'records.parquet'))).mtimeMs).toBe(mtimeMs);
  const changes = await query(
    `select record_id, change, moved_from, moved_to, published_numerator as was, present_numerator as "is"
     from marts.restated_records where kpi = 'resolution_on_time'`
  );
  expect(changes).toEqual([
    {record_id: 'N00001', change: 'added', moved_from: null, moved_to: null, was: null, is: 1},
    {record_id: gone, change: 'removed', moved_from: null, moved_to: null, was: 1, is: null},
    {record_id: late, change: 'changed', moved_from: null, moved_to: null, was: 1, is: 0},
    {record_id: moved, change: 'changed', moved_from: '工程部', moved_to: '物业部', was: 1, is: 1}
  ]);
  const everywhere = await query('select distinct record_id from marts.restated_records order by all');
  expect(everywhere.map(({record_id}) => record_id)).toEqual(['N00001', gone, late, moved]);
  const [figure] = await query(
    `select edition, published_numerator, published_denominator, present_numerator, present_denominator, is_redefined
     from marts.restated_figures where kpi = 'resolution_on_time' and dimension = 'all'`
  );
  expect(figure).toEqual({
    edition: FIRST,
    published_numerator: Number(figure!['present_numerator']) + 1,
    published_denominator: figure!['present_denominator'],
    present_numerator: figure!['present_numerator'],
    present_denominator: figure!['present_denominator'],
    is_redefined: false
  });
});

test('the next run tells who has signed what', async () => {
  const manifest = JSON.parse(await readFile(join(folder, 'edition.json'), 'utf8')) as {frozen_at: string};
  const [edition] = await query(
    `select edition, period, "by", is_latest, is_other_policy,
       strftime(timezone('UTC', frozen_at), '%Y-%m-%dT%H:%M:%S.%gZ') as frozen_at
     from marts.editions`
  );
  expect(edition).toEqual({
    edition: FIRST,
    period: '2026-05',
    by: '王敏',
    is_latest: true,
    is_other_policy: false,
    frozen_at: manifest.frozen_at
  });
});
