import {readFile, rm, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {gzipSync} from 'node:zlib';
import {glob} from 'tinyglobby';
import {afterAll, afterEach, beforeAll, describe, expect, test} from 'vitest';
import {huisheng} from '../cli/huisheng.ts';
import {Company, HEADER, REGISTER_SOURCE, csv, registerRows} from './company.ts';
import {gb18030} from './gb18030.ts';

let company: Company;
let before: Record<string, string>;
const source = REGISTER_SOURCE.replace('register*.csv', "['register*.csv', 'register*.csv.gz']");

beforeAll(async () => {
  company = await Company.found({register: source});
  await company.write('register-1.csv', csv(registerRows(50)));
  const {status, stderr} = await company.run();
  expect(status, stderr).toBe(0);
  before = await company.stateHashes();
});

afterAll(async () => {
  await company.dissolve();
});

describe('a file that cannot be read as a whole is refused, with its name, what is wrong, and what to do', () => {
  afterEach(async () => {
    await rm(join(company.folder, 'register-2.csv'), {force: true});
    await rm(join(company.folder, 'register-2.csv.gz'), {force: true});
    expect(await company.stateHashes()).toEqual(before);
  });

  test('an empty file', async () => {
    expect(await refusal('register-2.csv', '')).toMatch(
      /register-2\.csv: the file is empty; expected a line with the names of the columns/
    );
  });

  test('a file whose header is GB18030, without saying so', async () => {
    expect(await refusal('register-2.csv', gb18030(csv(registerRows(50))))).toMatch(
      /register-2\.csv: the names of the columns are not UTF-8; set encoding in \S+register\.yaml \(Chinese Excel writes gb18030\)/
    );
  });

  test('a file whose rows are GB18030 below a header that can be read', async () => {
    const rows = gb18030(csv(registerRows(50)).replace(/^.*\n/, ''));
    const content = Buffer.concat([Buffer.from(`${HEADER.join(',')}\n`), rows]);
    expect(await refusal('register-2.csv', content)).toMatch(
      /register-2\.csv: 50 of 50 rows are not UTF-8, the first is row 1; set encoding in \S+register\.yaml/
    );
  });

  test('a zipped file that was cut off', async () => {
    const zipped = gzipSync(csv(registerRows(5000)));
    const message = await refusal('register-2.csv.gz', zipped.subarray(0, zipped.length - 2000));
    expect(message).toMatch(
      /register-2\.csv\.gz: the zipped file is cut off or damaged \(unexpected end of file\); fetch or zip it again/
    );
  });

  test('a file that is named as if it were zipped', async () => {
    expect(await refusal('register-2.csv.gz', csv(registerRows(5)))).toMatch(/register-2\.csv\.gz: not a gzip file/);
  });

  test('a column that was renamed', async () => {
    const header = HEADER.map((name) => (name === '受理时间' ? '受理时刻' : name));
    expect(await refusal('register-2.csv', csv(registerRows(5), header))).toMatch(
      /register\.yaml, records\.complaint\.received_at: expected a column of register-2\.csv, got "受理时间"; did you mean "受理时刻"\?/
    );
  });

  test('a file without names of columns, whose first row is not repeated in the message', async () => {
    const [header, ...rows] = registerRows(5);
    const message = await refusal('register-2.csv', csv(rows, header));
    expect(message).toContain(
      'expected a column of register-2.csv, got "受理时间"; its first row does not look like names'
    );
    for (const cell of [header![4]!, header![5]!, header![8]!]) expect(message).not.toContain(cell);
  });
});

test('all files that cannot be read are named at once', async () => {
  await company.write('register-2.csv', '');
  await company.write('register-3.csv', gb18030(csv(registerRows(3))));
  const {status, stderr} = await company.run();
  expect(status).toBe(1);
  expect(stderr).toContain('register-2.csv: the file is empty');
  expect(stderr).toContain('register-3.csv: the names of the columns are not UTF-8');
  expect(stderr).toContain('the run failed; nothing was changed');
  expect(await company.stateHashes()).toEqual(before);
});

test('a first run that fails leaves no warehouse and no load', async () => {
  const other = await Company.found({register: source});
  await other.write('register-1.csv', csv(registerRows(20)));
  await other.write('register-2.csv', '');
  const {status} = await other.run();
  expect(status).toBe(1);
  expect(Object.keys(await other.stateHashes()).map((path) => path.slice(other.data.length + 1))).toEqual(['run.lock']);
  await other.dissolve();
});

describe('a state that is damaged is named, with the remedy, and nothing else is touched', () => {
  beforeAll(async () => {
    await rm(join(company.folder, 'register-2.csv'));
    await rm(join(company.folder, 'register-3.csv'));
  });

  afterEach(async () => {
    expect(await company.stateHashes()).toEqual(before);
  });

  test('a warehouse that is cut off', async () => {
    const whole = await readFile(company.warehouse);
    await company.write('state/warehouse.duckdb', whole.subarray(0, 5000));
    const remedy = /warehouse\.duckdb: it is damaged \(.*\); delete it, and the next run builds it again from landing/;
    const {status, stderr} = await company.run();
    expect(status).toBe(1);
    expect(stderr).toMatch(remedy);
    expect((await huisheng('kpi', 'complaints', ...company.where)).stderr).toMatch(remedy);
    await company.write('state/warehouse.duckdb', whole);
  });

  test('a load without its manifest', async () => {
    const [manifest] = await glob('landing/**/load.json', {cwd: company.data, absolute: true});
    const text = await readFile(manifest!, 'utf8');
    for (const content of ['', '{}', text.slice(0, 100)]) {
      await writeFile(manifest!, content);
      const {status, stderr} = await company.run();
      expect(status).toBe(1);
      expect(stderr).toMatch(/load\.json: it is missing or damaged; restore it, or move its folder away/);
    }
    await writeFile(manifest!, text);
  });
});

async function refusal(name: string, content: string | Uint8Array): Promise<string> {
  await company.write(name, content);
  const {status, stderr} = await company.run();
  expect(status, stderr).toBe(1);
  expect(stderr).toContain('the run failed; nothing was changed');
  return stderr;
}
