import {rm} from 'node:fs/promises';
import {join} from 'node:path';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {huishengJson, type Ended} from '../cli/huisheng.ts';
import {Company, REGISTER_SOURCE, csv, registerRows} from './company.ts';
import {gb18030} from './gb18030.ts';

let company: Company;
let ended: Ended;

const cut = (rows: string[][]) => csv(rows).slice(0, -25);

beforeAll(async () => {
  company = await Company.found({
    register: REGISTER_SOURCE,
    branch: REGISTER_SOURCE.replace('register*.csv', 'branch.csv').replace(
      'kind: files',
      'kind: files\nencoding: gb18030'
    )
  });
  await company.write('branch.csv', gb18030(csv(registerRows(40, 5000))));
  await company.write('register-cut.csv', cut(registerRows(100)));
  await company.write('register-header.csv', csv([]));
  const thousand = registerRows(1000, 1001);
  thousand[499] = thousand[499]!.with(1, '2026-02-30 10:00:00');
  await company.write('register-thousand.csv', csv(thousand));
  const mixed = gb18030(csv(registerRows(1, 3100)).replace(/^.*\n/, ''));
  await company.write('register-mixed.csv', Buffer.concat([Buffer.from(csv(registerRows(99, 3001))), mixed]));
  ended = await company.run('--as-of', '2029-01-01T00:00:00+08:00');
});

afterAll(async () => {
  await company.dissolve();
});

test('a run that sets rows aside ends with status 3 and says how to see them', () => {
  expect(ended.status, ended.stderr).toBe(3);
  expect(ended.stderr).toContain('register complaint: 1,200 rows read = 1,197 loaded + 0 unchanged + 3 quarantined');
  expect(ended.stderr).toContain('branch complaint: 40 rows read = 40 loaded + 0 unchanged + 0 quarantined');
  expect(ended.stderr).toContain(
    `3 rows are set aside; see: huisheng quarantine list --pipeline ${company.pipeline} --data ${company.data}`
  );
});

test('every file adds up: one cut in its last line, a header alone, one bad row of 1,000, one row in another encoding', async () => {
  const loads = await company.query(
    'select file, rows_read, loaded, unchanged, quarantined from staging.loads order by file'
  );
  expect(loads.map((load) => Object.values(load))).toEqual([
    ['branch.csv', '40', '40', '0', '0'],
    ['register-cut.csv', '100', '99', '0', '1'],
    ['register-header.csv', '0', '0', '0', '0'],
    ['register-mixed.csv', '100', '99', '0', '1'],
    ['register-thousand.csv', '1000', '999', '0', '1']
  ]);
});

test('the quarantine tells file, row, field and reason', async () => {
  const rows = await company.query('select file, "row", field, value, reason from staging.quarantine order by file');
  expect(rows.map((row) => Object.values(row))).toEqual([
    ['register-cut.csv', '100', null, null, 'expected 9 columns, found 6; is the line cut off?'],
    ['register-mixed.csv', '100', null, null, 'not UTF-8'],
    ['register-thousand.csv', '500', 'received_at', '2026-02-30 10:00:00', 'not_a_date']
  ]);
});

test('text in GB18030 is read to the letter', async () => {
  const [row] = await company.query(
    `select category, department, description from staging.complaint where complaint_id = 'T05000'`
  );
  expect(row).toEqual({category: '收费', department: '工程部', description: '第5000件，请尽快处理'});
});

test('a file that has been mended loads the row that was lost, and repeats none', async () => {
  await rm(join(company.folder, 'register-cut.csv'));
  await company.write('register-cut.csv', csv(registerRows(100)));
  const {stderr} = await company.run('--as-of', '2029-01-01T00:00:00+08:00');
  expect(stderr).toContain('register complaint: 100 rows read = 1 loaded + 99 unchanged + 0 quarantined');
  const figures = await huishengJson<{numerator: number}>('kpi', 'complaints', '--grain', 'year', ...company.where);
  expect(figures.reduce((sum, {numerator}) => sum + numerator, 0)).toBe(40 + 100 + 99 + 999);
  expect(stderr).toContain('2 rows are set aside');
  const files = await company.query('select distinct file from staging.quarantine order by file');
  expect(files.map(({file}) => file)).toEqual(['register-mixed.csv', 'register-thousand.csv']);
});

test('a register that holds a header alone gives no figure and no error', async () => {
  const empty = await Company.found();
  await empty.write('register.csv', csv([]));
  const {status, stderr} = await empty.run();
  expect(status, stderr).toBe(0);
  expect(stderr).toContain('0 rows read = 0 loaded + 0 unchanged + 0 quarantined');
  expect(await huishengJson('kpi', 'complaints', ...empty.where)).toEqual([]);
  await empty.dissolve();
});
