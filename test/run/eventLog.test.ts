import {afterAll, afterEach, beforeAll, describe, expect, test} from 'vitest';
import {huishengJson} from '../cli/huisheng.ts';
import {Company, REGISTER_SOURCE, csv} from './company.ts';

const LOG_SOURCE = `
kind: files
files: log.csv
records:
  complaint_event:
    complaint_id: 编号
    at: 时间
    event: {column: 环节, values: {受理: received, 派单: dispatched, 调查: investigated, 办结: resolved, 结案: closed}}
    department: 部门
    note: 备注
`;
const LOG_HEADER = ['编号', '时间', '环节', '部门', '备注'];
const LOG = [
  ['A', '2026-06-01 09:00:00', '受理', '', ''],
  ['A', '2026-06-01 10:00:00', '派单', '客服部', ''],
  ['A', '2026-06-02 09:00:00', '办结', '客服部', ''],
  ['A', '2026-06-04 09:00:00', '调查', '工程部', '客户不认可'], // handling after it was resolved: reopened, and handed on
  ['A', '2026-06-05 09:00:00', '办结', '工程部', ''],
  ['B', '2026-06-03 09:00:00', '受理', '', ''],
  ['B', '2026-06-03 10:00:00', '调查', '客服部', ''],
  ['C', '2026-06-04 09:00:00', '受理', '', ''],
  ['C', '2026-06-06 09:00:00', '办结', '客服部', ''],
  ['C', '2026-06-06 09:00:00', '结案', '客服部', '']
];

const lifecycles = `
  select complaint_id, is_done, is_reopened, is_transferred, department, category,
    strftime(received_at, '%m-%d %H') as received, strftime(first_done_at, '%m-%d %H') as first_done,
    strftime(resolved_at, '%m-%d %H') as resolved
  from core.complaints order by complaint_id`;

let company: Company;

async function open(sources: Record<string, string>, files: Record<string, string>): Promise<Company> {
  const founded = await Company.found(sources);
  for (const [name, text] of Object.entries(files)) await founded.write(name, text);
  const {status, stderr} = await founded.run();
  expect(status, stderr).toBe(0);
  return founded;
}

describe('a log without a register', () => {
  beforeAll(async () => {
    company = await open({log: LOG_SOURCE}, {'log.csv': csv(LOG, LOG_HEADER)});
  });

  afterAll(async () => {
    await company.dissolve();
  });

  test('makes cases of its steps', async () => {
    expect((await company.query(lifecycles)).map((row) => Object.values(row))).toEqual([
      ['A', true, true, true, '工程部', null, '06-01 09', '06-02 09', '06-05 09'],
      ['B', false, false, false, '客服部', null, '06-03 09', null, null],
      ['C', true, false, false, '客服部', null, '06-04 09', '06-06 09', '06-06 09']
    ]);
  });

  test('counts reopened cases in those that were done, on the day they were first done', async () => {
    const [figure] = await huishengJson('kpi', 'reopen_rate', ...company.where);
    expect(figure).toMatchObject({period_start: '2026-06-01', numerator: 1, denominator: 2});
  });

  test('a log that has grown adds what is new', async () => {
    await company.write('log.csv', csv([...LOG, ['B', '2026-06-07 09:00:00', '办结', '客服部', '']], LOG_HEADER));
    const {stderr} = await company.run();
    expect(stderr).toContain('log complaint_event: 11 rows read = 1 loaded + 10 unchanged + 0 quarantined');
    const [row] = await company.query(`select is_done from core.complaints where complaint_id = 'B'`);
    expect(row).toEqual({is_done: true});
  });
});

describe('a log and a register', () => {
  afterEach(async () => {
    await company.dissolve();
  });

  test('make one timeline, in which the log wins where both speak', async () => {
    const rest = (department: string) => ['顾客', '13900000000', '漏水', department, '内容'];
    const register = [
      ['A', '2026-05-31 08:00:00', '2026-06-30 08:00:00', '', ...rest('总部')],
      ['B', '2026-06-03 09:00:00', '2026-06-08 09:00:00', '', ...rest('总部')],
      ['D', '2026-06-09 09:00:00', '2026-06-10 09:00:00', '', ...rest('总部')]
    ];
    company = await open(
      {register: REGISTER_SOURCE, log: LOG_SOURCE},
      {'register.csv': csv(register), 'log.csv': csv(LOG, LOG_HEADER)}
    );
    expect((await company.query(lifecycles)).map((row) => Object.values(row))).toEqual([
      ['A', true, true, true, '工程部', '漏水', '06-01 09', '06-02 09', '06-05 09'],
      ['B', true, false, true, '总部', '漏水', '06-03 09', '06-08 09', '06-08 09'],
      ['C', true, false, false, '客服部', null, '06-04 09', '06-06 09', '06-06 09'],
      ['D', true, false, false, '总部', '漏水', '06-09 09', '06-10 09', '06-10 09']
    ]);
  });
});
