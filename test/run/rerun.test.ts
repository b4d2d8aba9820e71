import {rename, rm} from 'node:fs/promises';
import {join} from 'node:path';
import {afterAll, beforeAll, expect, test, vi} from 'vitest';
import {Company, csv, registerRows} from './company.ts';

let company: Company;
let marts: Record<string, string>;

beforeAll(async () => {
  // Several threads bring rows in another order each time; the figures must not know.
  vi.stubEnv('HUISHENG_THREADS', '4');
  company = await Company.found();
  await company.write('register-2026.csv', csv(registerRows(300)));
  const {status, stderr} = await company.run();
  expect(status, stderr).toBe(0);
  marts = await company.tables('marts');
});

afterAll(async () => {
  vi.unstubAllEnvs();
  await company.dissolve();
});

test('the first run loads all rows and makes figures of them', () => {
  expect(Object.keys(marts)).toEqual(
    expect.arrayContaining(['marts.intake', 'marts.kpi_values', 'marts.quarantine_reasons'])
  );
  expect(marts['marts.kpi_values']!.split('\n').length).toBeGreaterThan(100);
  expect(JSON.parse(marts['marts.intake']!)).toEqual(intake({files: '1', rows_read: '300', loaded: '300'}));
});

test('the same run again loads nothing and changes no byte of any mart', async () => {
  const before = await company.stateHashes();
  const {status, stderr} = await company.run();
  expect(status).toBe(0);
  expect(stderr).toContain('register complaint: nothing new (1 file known)');
  expect(await company.tables('marts')).toEqual(marts);
  const landed = (hashes: Record<string, string>) =>
    Object.entries(hashes).filter(([path]) => path.includes('/landing/'));
  expect(landed(await company.stateHashes())).toEqual(landed(before));
});

test('without its warehouse, and with the file renamed and doubled, the next run makes the same marts from landing', async () => {
  await rm(company.warehouse);
  await rename(join(company.folder, 'register-2026.csv'), join(company.folder, 'register-renamed.csv'));
  await company.write('register-copy.csv', csv(registerRows(300)));
  const {status, stderr} = await company.run();
  expect(status, stderr).toBe(0);
  expect(stderr).toContain('register complaint: nothing new (2 files known)');
  expect(await company.tables('marts')).toEqual(marts);
  await rm(join(company.folder, 'register-copy.csv'));
});

test('--full reads every file again, with the same figures', async () => {
  const {status, stderr} = await company.run('--full');
  expect(status).toBe(0);
  expect(stderr).toContain('300 rows read = 300 loaded + 0 unchanged + 0 quarantined');
  expect(await company.tables('marts')).toEqual(marts);
});

test('a register that has been updated counts its new, changed and unchanged rows', async () => {
  await company.write(
    'register-renamed.csv',
    csv(registerRows(340).map((row, i) => (i < 20 ? row.with(7, '物业部') : row)))
  );
  const {status, stderr} = await company.run();
  expect(status).toBe(0);
  expect(stderr).toContain('340 rows read = 60 loaded + 280 unchanged + 0 quarantined');
  const stored = JSON.parse((await company.tables('marts'))['marts.intake']!) as unknown;
  expect(stored).toEqual(intake({files: '2', rows_read: '640', loaded: '360', unchanged: '280'}));
  const loads = await company.query(
    'select load, rows_read, loaded, unchanged, quarantined from staging.loads order by load'
  );
  expect(loads.map((load) => Object.values(load))).toEqual([
    [2, '300', '300', '0', '0'],
    [3, '340', '60', '280', '0']
  ]);
  expect(await casesAndMoved()).toEqual({cases: '340', moved: '20'});
});

test('a register that goes back to what it was is read again, and what it says now wins', async () => {
  await company.write('register-renamed.csv', csv(registerRows(300)));
  const {stderr} = await company.run();
  expect(stderr).toContain('300 rows read = 20 loaded + 280 unchanged + 0 quarantined');
  expect(await casesAndMoved()).toEqual({cases: '340', moved: '0'});
  expect((await company.run()).stderr).toContain('nothing new (1 file known)');
});

async function casesAndMoved() {
  const [row] = await company.query(
    `select count(*) as cases, count(*) filter (department = '物业部') as moved from core.complaints`
  );
  return row;
}

function intake(counts: Record<string, string>) {
  return {source: 'register', record: 'complaint', loaded: '0', unchanged: '0', quarantined: '0', ...counts};
}
