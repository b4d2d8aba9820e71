import {existsSync} from 'node:fs';
import {afterAll, afterEach, beforeAll, expect, test} from 'vitest';
import {Company, REGISTER_SOURCE, csv, registerRows} from '../run/company.ts';
import {huisheng} from './huisheng.ts';

let company: Company;

beforeAll(async () => {
  company = await Company.found();
  await company.write('register.csv', csv(registerRows(5)));
});

afterEach(() => {
  expect(existsSync(company.data)).toBe(false);
});

afterAll(async () => {
  await company.dissolve();
});

test('a pipeline in order is said to be, with its files and the columns that no field reads', async () => {
  await company.write('register.yaml', REGISTER_SOURCE.replace(/^ {4}department.*\n/m, ''));
  const {status, stdout, stderr} = await huisheng('check', company.pipeline);
  expect({status, stderr}).toEqual({status: 0, stderr: ''});
  expect(stdout).toBe('company: register: 1 file\ncompany: register: no field reads 部门\ncompany: in order\n');
});

test('all mistakes in a mapping are listed at once, each with what was meant', async () => {
  const source = `
kind: files
files: register.csv
records:
  complaint:
    complaint_id: 编号
    recieved_at: 受理时间
    due_at: {column: 期限, formats: ['%Y-%m-%Q']}
    channel: {column: 类别, values: {漏水: phon}}
    is_valid: {constant: perhaps}
    category: {column: 类别, columns: [类别, 部门]}
  complaints:
    complaint_id: 编号
`;
  await company.write('register.yaml', source.replace(', columns: [类别, 部门]', ''));
  const {status, stdout, stderr} = await huisheng('check', company.pipeline);
  expect(status).toBe(1);
  expect(stdout).toBe('');
  const lines = stderr.trim().split('\n');
  for (const problem of [
    'records.complaint.recieved_at: complaint has no such field; did you mean "received_at"?',
    'records.complaint.received_at: missing; it is required: when the customer said it',
    'records.complaint.due_at.formats: the date format "%Y-%m-%Q" has "%Q"; known are ',
    'records.complaint.channel.values.漏水: "phon" is not a valid channel (unknown_code); did you mean "phone"?',
    'records.complaint.is_valid.constant: "perhaps" is not a valid is_valid (not_a_flag)',
    'records.complaints: unknown record kind; did you mean "complaint"?'
  ])
    expect(lines.filter((line) => line.includes(`register.yaml, ${problem}`))).toHaveLength(1);
  expect(lines).toHaveLength(6);

  await company.write('register.yaml', source);
  const contradiction = await huisheng('check', company.pipeline);
  expect(contradiction.status).toBe(1);
  expect(contradiction.stderr).toContain(
    'register.yaml, records.complaint.category: give exactly one of column, columns, constant or generate'
  );
});

test('columns that a file lacks are named, also those of keep', async () => {
  await company.write(
    'register.yaml',
    REGISTER_SOURCE.replace('受理时间', '受理日间').replace('kind: files', 'kind: files\nkeep: [备注]')
  );
  const {status, stderr} = await huisheng('check', company.pipeline);
  expect(status).toBe(1);
  expect(stderr).toContain(
    'records.complaint.received_at: expected a column of register.csv, got "受理日间"; did you mean "受理时间"?'
  );
  expect(stderr).toContain('keep: expected a column of register.csv, got "备注"; there is 编号, 受理时间,');
});

test('mistakes in the pipeline itself are told by their place', async () => {
  const check = async (yaml: string) => {
    await company.write('wrong.yaml', yaml);
    const {status, stderr} = await huisheng('check', `${company.folder}/wrong.yaml`);
    expect(status).toBe(1);
    return stderr;
  };
  expect(await check('sources: [registr.yaml]\npolicy: servce-industry\n')).toMatch(
    /wrong\.yaml, policy: there is no policy "servce-industry"; did you mean "service-industry"\?\n.*wrong\.yaml, sources: there is no source "registr\.yaml"/
  );
  expect(await check('sources: [demo]\ntime_zone: Asia/Bejing\n')).toMatch(/wrong\.yaml, time_zone: .*Asia\/Bejing/);
  expect(await check('source: [demo]\n')).toMatch(/wrong\.yaml, source: unknown setting; did you mean "sources"\?/);
  expect(await check('sources: [demo\n')).toMatch(/wrong\.yaml: not YAML: /);
  expect(await check('')).toMatch(/wrong\.yaml: /);
});

test('a source that matches no file is told, with where it looked', async () => {
  await company.write('register.yaml', REGISTER_SOURCE.replace('register*.csv', 'registre*.csv'));
  const {status, stderr} = await huisheng('check', company.pipeline);
  expect(status).toBe(1);
  expect(stderr).toMatch(/register\.yaml, files: no file matches \S+registre\*\.csv/);
});
