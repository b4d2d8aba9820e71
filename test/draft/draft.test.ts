import {readFile} from 'node:fs/promises';
import {join} from 'node:path';
import {glob} from 'tinyglobby';
import {afterAll, beforeAll, describe, expect, it, test} from 'vitest';
import {parse} from 'yaml';
import {readContracts} from '../../src/contract/catalog.ts';
import {headersOf, readVocabulary} from '../../src/draft/vocabulary.ts';
import {hasSharedData} from '../acceptance/sharedData.ts';
import {projectRoot} from '../../src/project.ts';
import {huisheng, printed, type Ended} from '../cli/huisheng.ts';
import {makeWorkbook} from '../extract/makeWorkbook.ts';
import {Company} from '../run/company.ts';
import {CANARIES, canariesIn} from '../run/plantedPerson.ts';
import {gb18030} from '../run/gb18030.ts';
import {CASES, clerkWorkbook} from './clerkSheet.ts';

let company: Company;
beforeAll(async () => {
  company = await Company.found({});
});
afterAll(() => company.dissolve());

/** Drafts a file, writes the draft as the company's only source and a pipeline of that. */
async function draft(name: string, ...options: string[]): Promise<Ended> {
  const drafted = await huisheng('draft', name.startsWith('/') ? name : join(company.folder, name), ...options);
  await company.write('register.yaml', drafted.stdout);
  await company.write('company.yaml', 'title: 公司\nsources: [register.yaml]\n');
  return drafted;
}

type Fields = Record<string, string | Record<string, unknown>>;

/** The fields of a draft, by record kind. */
function fieldsIn({stdout}: Ended): Record<string, Fields> {
  return (parse(stdout) as {records: Record<string, Fields>}).records;
}

describe("a clerk's workbook", () => {
  let drafted: Ended;
  let ended: Ended;

  beforeAll(async () => {
    await company.write('2026年3月台账(1).xlsx', clerkWorkbook());
    drafted = await draft('2026年3月台账(1).xlsx');
    ended = await company.run();
  });

  it('drafts to a mapping that reads what stands in it', () => {
    expect(drafted.status, drafted.stderr).toBe(0);
    expect(fieldsIn(drafted)).toEqual({
      complaint: {
        complaint_id: '投诉编号',
        received_at: {
          column: '接诉日期',
          formats: ['%Y-%m-%d %H:%M:%S', '%Y-%m-%d %H:%M', '%Y/%m/%d', '%Y年%m月%d日', '%m月%d日', '%excel'],
          year: 2026
        },
        channel: {
          column: '投诉渠道',
          values: {
            电话: 'phone',
            来访: 'in_person',
            微信公众号: 'social',
            12345: 'third_party',
            网上留言: 'website',
            热线电话: 'phone'
          }
        },
        customer_id: '身份证',
        customer_name: '投诉人',
        customer_phone: '联系电话',
        category: '投诉类别',
        department: '责任部门',
        handler: '经办人',
        description: '投诉内容',
        due_at: expect.objectContaining({column: '要求完成日期', year: 2026}) as unknown,
        resolved_at: expect.objectContaining({column: '办结日期', year: 2026}) as unknown,
        callback_score: {column: '回访满意度', values: {满意: '4', 非常满意: '5', 一般: '3', 不满意: '2'}},
        outcome: {column: '是否解决', values: {是: 'resolved', 否: 'unresolved'}},
        is_valid: {column: '是否属实', values: {属实: 'true', 不属实: 'false'}},
        compensation_amount: '赔偿金额(元)'
      }
    });
    expect(drafted.stdout).toContain("nulls: ['-', 无, '#N/A']");
    expect(drafted.stdout).toMatch(/^# {3}序号$/m);
    expect(drafted.stdout).toMatch(/^# {3}备注 \(looks like personal data\)$/m);
  });

  it('tells what is unsure', () => {
    expect(drafted.stderr).toMatch(/^unsure: complaint\.received_at: dates without a year are taken to be of 2026$/m);
    expect(drafted.stderr).toMatch(/^unsure: rows: 1 that hold sums/m);
  });

  it('runs as it was drafted, with nothing set aside but the sums', async () => {
    expect(ended.status, ended.stderr).toBe(3);
    const [load] = await company.query('select rows_read, loaded, quarantined from staging.loads');
    expect(Object.values(load!).map(Number)).toEqual([CASES + 1, CASES, 1]);
    const rows = await company.query(
      "select strftime(timezone('Asia/Shanghai', received_at), '%Y-%m-%d') as day, department, resolved_at is null as is_open from staging.complaint order by complaint_id"
    );
    expect(rows.map(({day}) => day)).toEqual(
      rows.map((_, i) => new Date(Date.UTC(2026, 2, 1 + (i % 27))).toISOString().slice(0, 10))
    );
    expect(rows.slice(0, 20).map(({department}) => department)).toEqual(
      rows.slice(0, 20).map((_, i) => ['工程部', '客服部'][Math.floor(i / 5) % 2])
    );
    expect(rows.filter(({is_open}) => is_open === true)).toHaveLength(7);
  });

  it('leaves no personal data in the draft, in what is printed, or below the state folder', async () => {
    expect(CANARIES.length).toBeGreaterThan(10);
    expect(canariesIn(printed.join('\n'))).toEqual([]);
    expect(printed.join('\n')).not.toMatch(/李小[明红华强]|王经理/);
    const paths = await glob('**', {cwd: company.data, dot: true, absolute: true});
    expect(paths.length).toBeGreaterThan(2);
    for (const path of paths) {
      const bytes = await readFile(path);
      const found = [...CANARIES, '李小明'].filter(
        (canary) => bytes.includes(canary) || bytes.includes(gb18030(canary))
      );
      expect({path, found}).toEqual({path, found: []});
    }
  });
});

test.skipIf(!hasSharedData)('real files draft to something that check accepts', async () => {
  const files: Record<string, Fields> = {
    'cfpb-2013-2016/complaints.csv': {
      received_at: {column: 'Date received', formats: ['%m/%d/%Y']},
      reported_on_time: 'Timely response?'
    },
    'nyc-311-rodent-2016/requests.csv.gz': {
      complaint_id: 'Unique Key',
      received_at: {column: 'Created Date', formats: ['%m/%d/%Y %I:%M:%S %p']}
    },
    'uci-incidents/events.csv.gz': {
      complaint_id: 'number',
      received_at: {column: 'opened_at', formats: ['%d-%m-%Y %H:%M']}
    }
  };
  for (const [i, [name, expected]] of Object.entries(files).entries()) {
    const drafted = await huisheng('draft', join(projectRoot, '../shared/data', name));
    expect(fieldsIn(drafted)['complaint'], name).toMatchObject(expected);
    await company.write(`real${i}.yaml`, drafted.stdout);
  }
  await company.write('real.yaml', 'title: 公司\nsources: [real0.yaml, real1.yaml, real2.yaml]\n');
  const {status, stderr} = await huisheng('check', join(company.folder, 'real.yaml'));
  expect({status, stderr}).toEqual({status: 0, stderr: ''});
});

describe('a draft', () => {
  it('is of the kind that the columns tell, or that is asked for', async () => {
    const survey = [
      ['答卷编号', '调查日期', '总体满意度', '推荐意愿', '意见建议'],
      ['1', '2026-03-05', '4', '9', '好']
    ];
    await company.write('答卷.xlsx', makeWorkbook({rows: survey}));
    expect(fieldsIn(await draft('答卷.xlsx'))).toEqual({
      survey_response: {
        response_id: '答卷编号',
        answered_at: '调查日期',
        score: '总体满意度',
        likelihood_to_recommend: '推荐意愿',
        comment: '意见建议'
      }
    });
    const orders = '工单号,报修时间,服务类型,完工时间,车牌号,维修员\n1,2026-03-05 9:5,维修,2026-03-06,京A12345,小王\n';
    await company.write('orders.csv', gb18030(orders));
    const drafted = await draft('orders.csv');
    expect(fieldsIn(drafted)['service_order']).toMatchObject({
      kind: {column: '服务类型', values: {维修: 'repair'}},
      vehicle: '车牌号'
    });
    expect(drafted.stdout).toContain('encoding: gb18030');
    expect(Object.keys(fieldsIn(await draft('orders.csv', '--record', 'complaint')))).toEqual(['complaint']);
  });

  it('gives a required field the column that another could have too', async () => {
    await company.write('dated.csv', '登记日期,客户,诉求内容,部门\n2026-03-05,张三,漏水,工程部\n');
    expect(fieldsIn(await draft('dated.csv'))).toEqual({
      complaint: {received_at: '登记日期', customer_name: '客户', description: '诉求内容', department: '部门'}
    });
  });

  it('turns yes and no round where the column asks the opposite', async () => {
    await company.write('late.csv', '投诉编号,投诉时间,是否超时\n1,2026-03-05,是\n2,2026-03-06,否\n');
    expect(fieldsIn(await draft('late.csv'))['complaint']).toMatchObject({
      reported_on_time: {column: '是否超时', values: {是: 'false', 否: 'true'}}
    });
  });

  it('tells which of two readings of a date it chose', async () => {
    await company.write('dates.csv', 'Case ID,Date Received\n1,03/04/2026\n2,05/06/2026\n');
    const {stdout, stderr} = await draft('dates.csv');
    expect(stdout).toContain("formats: ['%m/%d/%Y']");
    expect(stderr).toContain('unsure: complaint.received_at: %d/%m/%Y would read it just as well');
  });

  it('shows words of codes, but none that may be a person or a contact', async () => {
    const rows = ['电话', '电话', '柜机', '柜机', '张伟', '张伟', '13812345678', '13812345678', '李雷来电', '李雷来电'];
    await company.write(
      'words.csv',
      `投诉编号,投诉时间,渠道\n${rows.map((word, i) => `${i},2026-03-05,${word}\n`).join('')}${'x,2026-03-05,电话\n'.repeat(9)}`
    );
    const {stdout, stderr} = await draft('words.csv');
    expect(fieldsIn({stdout, stderr, status: 0})['complaint']?.['channel']).toEqual({
      column: '渠道',
      values: {电话: 'phone'},
      otherwise: 'other'
    });
    expect(stderr).toContain('4 words on 8 rows read as other: 柜机\n');
    expect(stdout + stderr).not.toMatch(/张伟|李雷|138/);
  });

  it.each([
    [['nowhere.xlsx'], 2, /nowhere\.xlsx: there is no such file/],
    [['register.yaml'], 2, /register\.yaml: expected a spreadsheet/],
    [
      ['late.csv', '--record', 'complaints'],
      2,
      /--record: there is no record kind "complaints"; did you mean "complaint"\?/
    ],
    [
      ['titled.csv'],
      1,
      /titled\.csv: expected names of columns that are known, got 三月, column_2; take out what stands above/
    ],
    [
      ['late.csv', '--record', 'exposure'],
      1,
      /late\.csv: no column could be exposure\.quantity \(how many\); name another kind/
    ]
  ])('of %j ends with %i', async ([file, ...options], status, message) => {
    await company.write('titled.csv', '三月,\n投诉编号,受理时间\n1,2026-03-05\n');
    const ended = await huisheng('draft', join(company.folder, file!), ...options);
    expect({status: ended.status, stdout: ended.stdout}).toEqual({status, stdout: ''});
    expect(ended.stderr).toMatch(message);
  });
});

test('the vocabulary knows real names for every field that a spreadsheet may hold', async () => {
  const vocabulary = await readVocabulary();
  const contracts = await readContracts();
  const poor: string[] = [];
  for (const {kind, fields} of contracts.values()) {
    expect(vocabulary.kinds).toHaveProperty(kind);
    for (const {name, codes} of fields) {
      const names = headersOf(vocabulary, kind, name);
      const chinese = names.filter((one) => /\p{Script=Han}/u.test(one)).length;
      if (chinese < 2 || names.length - chinese < 2) poor.push(`${kind}.${name}`);
      const known = Object.keys(vocabulary.values[kind]?.[name] ?? {});
      if (codes) expect([kind, name, [...known].sort()]).toEqual([kind, name, [...codes].sort()]);
    }
  }
  expect(poor).toEqual([]);
  for (const [kind, fields] of Object.entries({...vocabulary.headers, shared: {}})) {
    if (kind !== 'shared')
      expect(contracts.get(kind)?.fields.map(({name}) => name)).toEqual(expect.arrayContaining(Object.keys(fields)));
  }
});
