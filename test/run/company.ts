import {mkdir, mkdtemp, readFile, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {dirname, join} from 'node:path';
import {createHash} from 'node:crypto';
import {glob} from 'tinyglobby';
import {openDatabase, type Row} from '../../src/warehouse/duckdb.ts';
import {identifier} from '../../src/warehouse/quote.ts';
import {huisheng, huishengJson, type Ended} from '../cli/huisheng.ts';

export const AS_OF = '2026-07-15T12:00:00+08:00';

/** How a register is read that `registerRows` writes. */
export const REGISTER_SOURCE = `
kind: files
files: register*.csv
records:
  complaint:
    complaint_id: 编号
    received_at: 受理时间
    resolved_at: 办结时间
    due_at: 期限
    customer_name: 姓名
    customer_phone: 电话
    category: 类别
    department: 部门
    description: 内容
`;

/** A small company in a folder of its own: its files, a pipeline that reads them, and the state of the pipeline. */
export class Company {
  private constructor(readonly folder: string) {}

  /** `sources` are the texts of source files by their names, such as `register` for register.yaml. */
  static async found(sources: Readonly<Record<string, string>> = {register: REGISTER_SOURCE}): Promise<Company> {
    const company = new Company(await mkdtemp(join(tmpdir(), 'huisheng-test-')));
    const names = Object.keys(sources).map((name) => `${name}.yaml`);
    await company.write('company.yaml', `title: 公司\nsources: [${names.join(', ')}]\n`);
    for (const [name, text] of Object.entries(sources)) await company.write(`${name}.yaml`, text);
    return company;
  }

  get pipeline(): string {
    return join(this.folder, 'company.yaml');
  }

  get data(): string {
    return join(this.folder, 'state');
  }

  get warehouse(): string {
    return join(this.data, 'warehouse.duckdb');
  }

  /** What commands need to find this company. */
  get where(): string[] {
    return ['--pipeline', this.pipeline, '--data', this.data];
  }

  async write(name: string, content: string | Uint8Array): Promise<void> {
    const path = join(this.folder, name);
    await mkdir(dirname(path), {recursive: true});
    await writeFile(path, content);
  }

  async run(...options: string[]): Promise<Ended> {
    return huisheng(...this.runLine(...options));
  }

  /** The words of the command line of a run, as of one and the same time where `options` name no other. */
  runLine(...options: string[]): string[] {
    const asOf = options.includes('--as-of') ? [] : ['--as-of', AS_OF];
    return ['run', this.pipeline, '--data', this.data, ...asOf, ...options];
  }

  async query(sql: string): Promise<Row[]> {
    return huishengJson('query', sql, ...this.where);
  }

  /** The rows of every table of the schemas, as text, in the order in which they are stored. */
  async tables(...schemas: string[]): Promise<Record<string, string>> {
    const database = await openDatabase(this.warehouse, {readOnly: true});
    try {
      const names = await database.query<{schema_name: string; table_name: string}>(
        'select schema_name, table_name from duckdb_tables() order by schema_name, table_name'
      );
      const texts: Record<string, string> = {};
      for (const {schema_name, table_name} of names.filter((name) => schemas.includes(name.schema_name))) {
        const rows = await database.query(`from ${identifier(schema_name)}.${identifier(table_name)}`);
        texts[`${schema_name}.${table_name}`] = rows.map((row) => JSON.stringify(row)).join('\n');
      }
      return texts;
    } finally {
      database.close();
    }
  }

  /** A hash of each file below the state folder but the journal, which tells of every run, by its path. */
  async stateHashes(): Promise<Record<string, string>> {
    const paths = (await glob('**', {cwd: this.data, ignore: 'runs.jsonl', dot: true, absolute: true})).sort();
    const hashes = paths.map(async (path) => [
      path,
      createHash('sha256')
        .update(await readFile(path))
        .digest('hex')
    ]);
    return Object.fromEntries(await Promise.all(hashes)) as Record<string, string>;
  }

  async dissolve(): Promise<void> {
    await rm(this.folder, {recursive: true});
  }
}

export const HEADER = ['编号', '受理时间', '办结时间', '期限', '姓名', '电话', '类别', '部门', '内容'];

/** Rows of a register under HEADER: one complaint each four hours from the first of May 2026, a seventh of them still open. */
export function registerRows(count: number, first = 1): string[][] {
  return Array.from({length: count}, (_, i) => {
    const number = first + i;
    const received = new Date(Date.UTC(2026, 4, 1, 8) + number * 4 * 3_600_000);
    const after = (hours: number) => localText(new Date(received.getTime() + hours * 3_600_000));
    return [
      `T${String(number).padStart(5, '0')}`,
      localText(received),
      number % 7 === 0 ? '' : after(10 + (number % 90)),
      after(72),
      `顾客${number % 50}`,
      `1390000${String(number % 50).padStart(4, '0')}`,
      ['漏水', '噪音', '收费'][number % 3]!,
      ['工程部', '客服部'][number % 2]!,
      `第${number}件，请尽快处理`
    ];
  });
}

function localText(time: Date): string {
  return time.toISOString().slice(0, 19).replace('T', ' ');
}

/** A CSV file, with a line end after its last row. */
export function csv(rows: readonly (readonly string[])[], header: readonly string[] = HEADER): string {
  const cell = (value: string) => (/[",\n\r]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
  return [header, ...rows].map((row) => `${row.map(cell).join(',')}\n`).join('');
}
