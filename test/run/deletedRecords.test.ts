import {afterAll, beforeAll, expect, test} from 'vitest';
import {Company, REGISTER_SOURCE, csv, registerRows} from './company.ts';

const LOG_SOURCE = `
kind: files
files: log.csv
records:
  complaint_event: {complaint_id: 编号, at: 时间, event: {column: 事项, values: {受理: received, 办结: resolved}}}
`;

let company: Company;

beforeAll(async () => {
  company = await Company.found({
    register: REGISTER_SOURCE.replace('  complaint:\n', '  complaint:\n    complete: true\n'),
    log: LOG_SOURCE
  });
  await company.write('register.csv', csv(registerRows(3)));
  await company.write('log.csv', '编号,时间,事项\nT00001,2026-05-02 10:00,受理\nT00001,2026-05-03 10:00,办结\n');
  expect((await company.run()).status).toBe(0);
});

afterAll(async () => {
  await company.dissolve();
});

test('a record that its source has deleted is told, and counts no more, though its events are there', async () => {
  await company.write('register.csv', csv(registerRows(3).slice(1)));
  const {status, stderr} = await company.run();
  expect(status, stderr).toBe(0);
  expect(stderr).toContain('register complaint: 2 rows read = 0 loaded + 2 unchanged + 0 quarantined');
  expect(stderr).toContain('register complaint: 1 deleted at the source');
  expect(await company.query('select complaint_id from core.complaints order by all')).toEqual([
    {complaint_id: 'T00002'},
    {complaint_id: 'T00003'}
  ]);
});
