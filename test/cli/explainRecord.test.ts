import {afterAll, beforeAll, describe, expect, it} from 'vitest';
import {Company, csv} from '../run/company.ts';
import {huisheng} from './huisheng.ts';

const SOURCE = `
kind: files
records:
  complaint:
    files: register.csv
    complaint_id: 编号
    received_at: 受理时间
    severity: {column: 等级, values: {一般: general, 重大: major}}
    category: 类别
    department: 部门
  complaint_event:
    files: log.csv
    complaint_id: 编号
    at: 时间
    event: {column: 环节, values: {登记: registered, 响应: responded, 办结: resolved, 结案: closed}}
    department: 部门
    handler: 经办人
`;

let company: Company;
beforeAll(async () => {
  company = await Company.found({register: SOURCE});
  await company.write('company.yaml', 'title: 公司\npolicy: real-estate\nsources: [register.yaml]\n');
  const header = ['编号', '受理时间', '等级', '类别', '部门'];
  const rows = [
    ['T1', '2026-03-02 10:00:00', '一般', '工程质量', '工程部'],
    ['T2', '2026-03-02 10:00:00', '一般', '工程质量', '工程部']
  ];
  await company.write('register.csv', csv(rows, header));
  const log = [
    ['T1', '2026-03-02 10:04:00', '登记', '呼叫中心', '王芳'],
    ['T1', '2026-03-02 10:05:00', '响应', '工程部', '李强'],
    ['T1', '2026-03-09 16:00:00', '办结', '工程部', '李强']
  ];
  await company.write('log.csv', csv(log, ['编号', '时间', '环节', '部门', '经办人']));
  const {status, stderr} = await company.run();
  if (status !== 0) throw new Error(stderr);
});
afterAll(async () => {
  await company.dissolve();
});

const explain = (...args: string[]) => huisheng('explain', ...args, ...company.where);

describe('huisheng explain --record', () => {
  it('tells a case as a story: what happened, what the rules did, the verdicts and the clause behind each', async () => {
    const {status, stdout} = await explain('--record', 'T1');
    expect(status).toBe(0);
    const lines = stdout.split('\n').map((line) => line.replace(/ {2,}/g, ' | ').trim());
    expect(lines[0]).toBe('T1 · complaint · 工程质量 · general · 工程部 · 李强');
    expect(lines).toContain('2026-03-09 16:00:00 | resolved | 工程部 | 李强');
    expect(lines).toContain('2026-03-06 00:00:00 | 未按时限办结 | major | 13');
    const limits = lines.filter((line) => / \((policy|organisation)\)$/.test(line));
    expect(limits).toEqual([
      'register | 5 minutes, received → registered | 2026-03-02 10:00:00 | 2026-03-02 10:05:00 | 2026-03-02 10:04:00 | met | 16 (policy)',
      'respond | 5 minutes, received → responded | 2026-03-02 10:00:00 | 2026-03-02 10:05:00 | 2026-03-02 10:05:00 | met | 18 (policy)',
      'resolve_aim | 1 working day, received → resolved | 2026-03-02 10:00:00 | 2026-03-03 24:00 | 2026-03-09 16:00:00 | missed | 18 (policy)',
      'resolve | 3 working days, received → resolved | 2026-03-02 10:00:00 | 2026-03-05 24:00 | 2026-03-09 16:00:00 | missed | 18 (policy)',
      'resolve_escalated | 7 working days, escalated_by_rule → resolved | 2026-03-06 00:00:00 | 2026-03-17 24:00 | 2026-03-09 16:00:00 | met | 13 (organisation)'
    ]);
    expect(lines).toContain('resolution_on_time | 2026-03-05 23:59:59 | 0/1');
    expect(lines).toContain('valid_complaints | 2026-03-02 10:00:00 | 1');
  });

  it('gives the same as JSON', async () => {
    const {status, stdout} = await explain('--record', 'T2', '--json');
    expect(status).toBe(0);
    const story = JSON.parse(stdout) as {timeline: unknown; clocks: {clock: string; state: string}[]};
    expect(story.timeline).toEqual([{at: '2026-03-02 10:00:00', step: 'received', department: null, handler: null}]);
    expect(story.clocks.map(({clock, state}) => `${clock} ${state}`)).toEqual([
      'register overdue',
      'respond overdue',
      'resolve_aim overdue',
      'resolve overdue',
      'resolve_escalated overdue'
    ]);
  });

  it('refuses a number that is not there, both forms at once, and neither', async () => {
    expect(await explain('--record', 'T3')).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('there is no case "T3" in this pipeline; did you mean "T1"?') as string
    });
    const both = await explain('recurrence_rate', '--record', 'T1');
    expect(both.status).toBe(2);
    expect(both.stderr).toContain('give a KPI or --record, not both: got "recurrence_rate" and --record T1');
    expect((await explain()).stderr).toContain('say which KPI, or give the number of a case with --record');
  });
});
