import {existsSync} from 'node:fs';
import {mkdir, rename, writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {openDatabase} from '../../src/warehouse/duckdb.ts';
import {literal} from '../../src/warehouse/quote.ts';

/** The instant up to which the generated register is known. */
export const AS_OF = '2026-10-01T00:00:00+08:00';

const PIPELINE = `title: {zh-CN: 性能测试, en: Benchmark}
time_zone: Asia/Shanghai
sources: [register.yaml, log.yaml]
`;

const REGISTER = `kind: files
files: complaints.csv
records:
  complaint:
    complaint_id: number
    received_at: received
    due_at: due
    customer_id: customer
    customer_name: name
    customer_phone: phone
    category: category
    severity: severity
    channel: {column: channel, values: {电话: phone, 网站: website, 小程序: app, 现场: in_person}, otherwise: other}
    region: region
    department: department
    is_valid: valid
    description: text
    callback_score: score
    called_back_at: called_back
`;

const LOG = `kind: files
files: events.csv
records:
  complaint_event:
    complaint_id: number
    at: time
    event: step
    department: department
    handler: handler
`;

/** Writes a register of complaints and its event log as CSV, once, with the pipeline that reads them. Returns their folder. */
export async function generateRegister(complaints: number, root: string): Promise<string> {
  const folder = join(root, String(complaints));
  await mkdir(folder, {recursive: true});
  await writeFile(join(folder, 'pipeline.yaml'), PIPELINE);
  await writeFile(join(folder, 'register.yaml'), REGISTER);
  await writeFile(join(folder, 'log.yaml'), LOG);
  if (existsSync(join(folder, 'events.csv'))) return folder;
  const database = await openDatabase(':memory:');
  try {
    await database.execute(`
      create table cases as
      with
      seeds as (select i, hash(i) as a, hash(i, 1) as b, hash(i, 2) as c from range(${complaints}) as numbers(i)),
      dated as (
        select *, timestamp '2023-10-01' + to_seconds((a % 94608000)::bigint) as received,
          (b % 20)::integer as department_number, (c % 1000 < 30) as is_doubled
        from seeds
      )
      select
        'TS' || lpad(i::varchar, 9, '0') as number, received, received + to_hours((24 + b % 120)::bigint) as due,
        'K' || (c % ${Math.max(1, Math.floor(complaints * 0.6))})::varchar as customer,
        ['王','李','张','刘','陈','杨','赵','黄'][(a % 8)::int + 1] || ['小明','建国','丽','芳','志强','秀英'][(b % 6)::int + 1] as name,
        '13' || lpad((c % 1000000000)::varchar, 9, '0') as phone,
        ['服务态度','服务质量','收费标准','合同履行','售后服务','其他'][(b % 6)::int + 1] as category,
        ['一般','重要','紧急'][(a % 3)::int + 1] as severity,
        ['电话','网站','小程序','现场','信函'][(c % 5)::int + 1] as channel,
        '区域' || (a % 30)::varchar as region, '部门' || department_number::varchar as department,
        case when b % 50 = 0 then '否' else '是' end as valid,
        '客户' || ['反映','投诉','来电称'][(a % 3)::int + 1] || '上门维修超时，多次联系无人处理，要求尽快解决并说明原因。'
          || case when c % 4 = 0 then '联系电话13' || lpad((c % 1000000000)::varchar, 9, '0') else '' end as text,
        case when a % 3 = 0 then (1 + b % 5)::integer end as score,
        case when a % 3 = 0 then received + to_hours((48 + c % 200)::bigint) end as called_back,
        (b % 168)::bigint as hours, (a % 100 < 6) as is_reopened, (b % 100 < 12) as is_transferred,
        (c % 100 < 5) as is_escalated, (a % 100 >= 98) as is_open, department_number, is_doubled,
        '经办' || (department_number * 20 + c % 20)::varchar as handler
      from dated;
      copy (
        select number, received, due, customer, name, phone, category, severity, channel, region, department, valid, text, score, called_back
        from (select *, 1 as copy from cases union all select *, 2 from cases where is_doubled)
        order by received, number
      ) to ${literal(join(folder, 'complaints.csv'))};
      copy (
        with
        steps as (
          select number, received as time, 'received' as step, department, handler from cases
          union all select number, received + to_minutes(30), 'dispatched', department, handler from cases
          union all select number, received + to_hours(2), 'responded', department, handler from cases
          union all select number, received + to_hours(hours // 2), 'transferred', '部门' || ((department_number + 1) % 20)::varchar, handler from cases where is_transferred
          union all select number, received + to_hours(hours // 2 + 1), 'escalated', department, handler from cases where is_escalated
          union all select number, received + to_hours(hours + 3), 'resolved', department, handler from cases where not is_open
          union all select number, received + to_hours(hours + 30), 'investigated', department, handler from cases where is_reopened and not is_open
          union all select number, received + to_hours(hours + 60), 'resolved', department, handler from cases where is_reopened and not is_open
        )
        select * from steps order by time, number, step
      ) to ${literal(join(folder, 'events.part'))} (format csv);`);
  } finally {
    database.close();
  }
  await rename(join(folder, 'events.part'), join(folder, 'events.csv'));
  return folder;
}
