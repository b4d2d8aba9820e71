import {mkdir, readFile, readdir} from 'node:fs/promises';
import {join} from 'node:path';
import {glob} from 'tinyglobby';
import {afterAll, beforeAll, describe, expect, test, vi} from 'vitest';
import {publishLatest} from '../../src/cli/publish.ts';
import {openDatabase} from '../../src/warehouse/duckdb.ts';
import {identifier, literal} from '../../src/warehouse/quote.ts';
import {catching, huisheng, printed, type Ended} from '../cli/huisheng.ts';
import {Company, csv} from './company.ts';
import {gb18030} from './gb18030.ts';
import {CANARIES, OTHERS, PERSON, canariesIn} from './plantedPerson.ts';

const SOURCE = `
kind: files
files: register.csv
keep: [登记人备注]
records:
  complaint:
    complaint_id: 编号
    received_at: 受理时间
    customer_id: 客户号
    customer_name: 姓名
    customer_phone: 电话
    customer_email: 邮箱
    category: 类别
    channel: {column: 渠道, values: {电话: phone}}
    callback_score: 评分
    description: 内容
    resolution: 结果
`;
const HEADER = [
  ...['编号', '受理时间', '客户号', '姓名', '电话', '邮箱', '类别', '渠道', '评分', '内容', '结果'],
  ...['登记人备注', '身份证']
];
const {name, mobile, email, idCard, bankCard, plate, landline} = PERSON;
const text =
  `${name}来电（${mobile}，家 ${landline}，${email}），身份证${idCard}，卡号 6222 0210 0111 6245 702，车牌${plate}。` +
  `邻居电话+86 159-9876-1234或${OTHERS.landline}，${OTHERS.email}；\n身份证 ${OTHERS.idCard}；卡4111-1111-1111-1111；${OTHERS.plate}挡路`;
const row = (id: string, changes: Record<string, string> = {}) =>
  HEADER.map((column) => {
    const cells: Record<string, string> = {
      编号: id,
      受理时间: '2026-06-01 10:00:00',
      客户号: PERSON.customerId,
      姓名: name,
      电话: mobile,
      邮箱: email.toUpperCase(),
      类别: '漏水',
      渠道: '电话',
      内容: text,
      结果: `已致电138-1234-5678，${name}先生满意`,
      登记人备注: text,
      身份证: idCard
    };
    return changes[column] ?? cells[column] ?? '';
  });

const ROWS = [
  row('good'),
  row('full width', {内容: '电话１３８１２３４５６７８，座机（０５１２）６６７７８８９９'}),
  row('name for a date', {受理时间: name}),
  row('phone for a date', {受理时间: mobile}),
  row('text for a date', {受理时间: text}),
  row('card for a score', {评分: idCard}),
  row('name for a score', {评分: `${name} ${landline}`}),
  row('phone for a channel', {渠道: `${mobile} ${idCard}`}),
  row('contacts for a category', {类别: `${email} ${bankCard} ${plate}`}),
  [...row('too many columns'), name, mobile, idCard],
  row('too few columns').slice(0, 10)
];

let company: Company;
let ended: Ended;

beforeAll(async () => {
  company = await Company.found({
    register: SOURCE,
    branch: SOURCE.replace('register.csv', 'branch.csv').replace('kind: files', 'kind: files\nencoding: gb18030')
  });
  await mkdir(join(company.folder, 'temporary'));
  vi.stubEnv('TMPDIR', join(company.folder, 'temporary'));
  const quote = `broken quote,2026-06-01 10:00:00,"${name}" ${mobile},x\n`;
  await company.write('register.csv', csv(ROWS, HEADER) + quote);
  await company.write('branch.csv', gb18030(csv([row('gb good'), row('gb broken', {受理时间: name})], HEADER)));
  ended = await company.run();
  await catching(() => publishLatest(company.pipeline, company.data));
});

afterAll(async () => {
  vi.unstubAllEnvs();
  await company.dissolve();
});

test('the canaries can be found: they stand in the files that were read', () => {
  const found = new Set(canariesIn(csv(ROWS, HEADER)));
  expect(CANARIES.filter((canary) => !found.has(canary))).toEqual([]);
});

test('the rows were read, the broken ones set aside, and the texts kept but for what was blotted out', async () => {
  expect(ended.status, ended.stderr).toBe(3);
  const loads = await company.query('select source, rows_read, loaded, quarantined from staging.loads order by source');
  expect(loads.map((load) => Object.values(load))).toEqual([
    ['branch', '2', '1', '1'],
    ['register', '12', '3', '9']
  ]);
  const [good] = await company.query(`
    select customer_id, customer_name, customer_phone, customer_email, description, resolution
    from staging.complaint where complaint_id = 'good'`);
  const {description, resolution, ...pseudonyms} = good as Record<string, string>;
  for (const pseudonym of Object.values(pseudonyms)) expect(pseudonym).toMatch(/^[0-9a-f]{32}$/);
  expect(description).toBe(
    '[customer_name]来电（[customer_phone]，家 [contact]，[customer_email]），身份证[card number]，卡号 [card number]，车牌[contact]。' +
      '邻居电话[contact]或[contact]，[contact]；\n身份证 [card number]；卡[card number]；[contact]挡路'
  );
  expect(resolution).toBe('已致电[contact]，[customer_name]先生满意');
});

describe('nothing of the person is found again', () => {
  test('in any byte of any file below the state folder, the published site among them', async () => {
    const paths = await glob('**', {cwd: company.data, dot: true, absolute: true});
    expect(paths.some((path) => path.endsWith('.html'))).toBe(true);
    const forms = CANARIES.flatMap((canary) => [Buffer.from(canary), Buffer.from(canary, 'utf16le'), gb18030(canary)]);
    for (const path of paths) {
      const bytes = await readFile(path);
      const found = forms.filter((form) => bytes.includes(form)).map((form) => form.toString());
      expect({path, found}).toEqual({path, found: []});
    }
  });

  test('in any column of any table or view of the warehouse', async () => {
    const database = await openDatabase(company.warehouse, {readOnly: true});
    const tables = await database.query<{name: string}>(
      `select format('{}.{}', schema_name, table_name) as name from duckdb_tables()
       union all select format('{}.{}', schema_name, view_name) from duckdb_views() where not internal`
    );
    expect(tables.length).toBeGreaterThan(25);
    for (const {name: table} of tables) {
      const rows = await database.query(`from ${table.split('.').map(identifier).join('.')}`);
      expect({table, found: canariesIn(JSON.stringify(rows))}).toEqual({table, found: []});
    }
    database.close();
  });

  test('in any column of any Parquet file of landing', async () => {
    const database = await openDatabase(':memory:');
    const paths = await glob('landing/**/*.parquet', {cwd: company.data, absolute: true});
    expect(paths).toHaveLength(2);
    for (const path of paths) {
      const rows = await database.query(`from read_parquet(${literal(path)})`);
      expect(rows.length).toBeGreaterThan(1);
      expect({path, found: canariesIn(JSON.stringify(rows))}).toEqual({path, found: []});
    }
    database.close();
  });

  test('in anything that the commands print', async () => {
    await huisheng('query', 'from staging.quarantine', ...company.where);
    await huisheng('records', 'complaints', '--period', '2026-06', ...company.where, '--json');
    await huisheng('check', company.pipeline);
    await huisheng('status', company.pipeline, '--data', company.data);
    await company.write('register.csv', csv(ROWS.slice(1), ROWS[0]));
    const failed = await company.run();
    expect(failed.status, 'a file without a header').toBe(4);
    expect(printed.join('').length).toBeGreaterThan(2000);
    expect(canariesIn(printed.join('\n'))).toEqual([]);
  });

  test('in the folder for temporary files, where nothing is left', async () => {
    const left = await readdir(join(company.folder, 'temporary'));
    expect(left.filter((name) => name.startsWith('huisheng'))).toEqual([]);
  });
});
