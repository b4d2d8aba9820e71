import {rm} from 'node:fs/promises';
import {join} from 'node:path';
import {afterAll, beforeAll, expect, test} from 'vitest';
import {huisheng, huishengJson} from '../cli/huisheng.ts';
import {AS_OF, Company, REGISTER_SOURCE, csv, registerRows} from './company.ts';

/** Two equal companies: one has its mapping wrong at first. */
let company: Company;
let right: Company;

const RIGHT = REGISTER_SOURCE.replace(
  'resolved_at: 办结时间',
  'resolved_at: {column: 办结时间, nulls: [未结]}'
).replace('category: 类别', 'category: 类别\n    channel: {column: 部门, values: {工程部: phone, 客服部: website}}');
const WRONG = RIGHT.replace(', 客服部: website', '').replace(', nulls: [未结]', '');

beforeAll(async () => {
  const rows = registerRows(40);
  rows.filter((row) => row[2] === '').forEach((row) => (row[2] = '未结'));
  [company, right] = [await Company.found({register: WRONG}), await Company.found({register: RIGHT})];
  for (const one of [company, right]) await one.write('register.csv', csv(rows));
  expect((await company.run()).status).toBe(3);
  expect((await right.run()).status).toBe(0);
});

afterAll(async () => {
  await company.dissolve();
  await right.dissolve();
});

test('list tells how many rows are set aside and why', async () => {
  const rows = await huishengJson('quarantine', 'list', ...company.where);
  expect(rows).toEqual([
    {source: 'register', record: 'complaint', file: 'register.csv', field: 'channel', reason: 'unknown_code', rows: 20},
    {source: 'register', record: 'complaint', file: 'register.csv', field: 'resolved_at', reason: 'not_a_date', rows: 5}
  ]);
});

test('show tells which, with the value that is wrong', async () => {
  const rows = await huishengJson('quarantine', 'show', ...company.where, '--field', 'channel', '--limit', '2');
  expect(rows).toEqual(
    [1, 3].map((row) => ({
      source: 'register',
      record: 'complaint',
      file: 'register.csv',
      row,
      field: 'channel',
      value: '客服部',
      reason: 'unknown_code'
    }))
  );
  const {stderr} = await huisheng('quarantine', 'show', ...company.where, '--limit', '2');
  expect(stderr).toContain('2 of 25 are shown');
});

test.each([
  [['show', '--field', 'chanel'], "nothing is set aside with field = 'chanel'; see huisheng quarantine list"],
  [['show', '--limit', 'x'], 'Expected a number from 1'],
  [['lst'], "unknown command 'lst'"]
])('%j is refused', async (words, message) => {
  const where = words[0] === 'lst' ? [] : company.where;
  const {status, stderr} = await huisheng('quarantine', ...words, ...where);
  expect(status).toBe(2);
  expect(stderr).toContain(message);
});

test('replay takes nothing new in, and ends in the marts that a right mapping had made from the start', async () => {
  await company.write('register.yaml', RIGHT);
  await company.write('register-new.csv', csv(registerRows(3, 101)));
  const {status, stdout, stderr} = await huisheng('quarantine', 'replay', ...company.where, '--as-of', AS_OF);
  expect(status, stderr).toBe(0);
  expect(stdout).toContain('company: 22 rows were set aside, 0 are now');
  expect((await company.run()).stderr).toContain('register complaint: 3 rows read = 3 loaded');
  await right.write('register-new.csv', csv(registerRows(3, 101)));
  expect((await right.run()).status).toBe(0);
  const [ours, theirs] = [await company.tables('marts'), await right.tables('marts')];
  expect(ours).toEqual(theirs);
});

test('replay reads what is in landing where the file is gone', async () => {
  await company.write('register.yaml', RIGHT.replace(', 客服部: website', ''));
  expect((await huisheng('quarantine', 'replay', ...company.where, '--as-of', AS_OF)).status).toBe(3);
  for (const name of ['register.csv', 'register-new.csv']) await rm(join(company.folder, name));
  await company.write('register.yaml', RIGHT);
  const {status, stdout, stderr} = await huisheng('quarantine', 'replay', ...company.where, '--as-of', AS_OF);
  expect(status, stderr).toBe(0);
  expect(stdout).toMatch(/company: \d+ rows were set aside, 0 are now/);
  expect(await company.tables('marts')).toEqual(await right.tables('marts'));
});
